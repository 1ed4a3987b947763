import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  askedFor,
  ChoiceField,
  type ProfileGroup,
} from '@terasky/backstage-plugin-spectrocloud-react';
import { spectroCloudTranslationRef } from '../../translation';
import { target } from '../creation/Problem';
import type { DraftProfile } from '../model/Draft';
import { elementIdOf, useProblem } from '../ProblemsContext';
import type { Wizard } from '../useWizard';
import { ProfileVariableInput } from '../variables/ProfileVariableInput';
import { changeVersion } from './profileChoices';

const useStyles = makeStyles(theme => ({
  root: {
    marginTop: theme.spacing(3),
    paddingTop: theme.spacing(2),
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  fields: {
    display: 'grid',
    gap: theme.spacing(2.5),
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 280px), 1fr))',
    alignItems: 'start',
    marginTop: theme.spacing(2),
  },
}));

/** A chosen profile: which version, and what it asks for. */
export const ProfileSettings = (props: {
  profile: DraftProfile;
  /** Undefined for one that isn't offered any more. */
  group?: ProfileGroup;
  wizard: Wizard;
}) => {
  const { profile, group, wizard } = props;
  const { draft, secrets, change, variables } = wizard;
  const { uid } = profile;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const at = target.profile(uid);
  const problem = useProblem(at);
  const known = variables.byProfile.get(uid);
  const failed = variables.errors.get(uid);
  const asked = askedFor(known ?? []);
  return (
    <section className={classes.root} aria-labelledby={`${elementIdOf(at)}-h`}>
      <Typography id={`${elementIdOf(at)}-h`} variant="h6" component="h4">
        {profile.name}
      </Typography>
      {problem && (
        <Typography color="error" role="alert" variant="body2">
          {problem}
        </Typography>
      )}
      <div className={classes.fields}>
        <ChoiceField
          id={elementIdOf(at)}
          label={t('create.profiles.version')}
          required
          value={uid}
          options={
            group?.versions.map(version => ({
              value: version.uid,
              label: version.version,
            })) ?? [{ value: uid, label: profile.version }]
          }
          onChange={version =>
            group &&
            change({
              do: 'version',
              from: uid,
              to: version,
              profiles: changeVersion(draft.profiles, group, version),
            })
          }
        />
        {asked.map(variable => (
          <ProfileVariableInput
            key={variable.name}
            profile={uid}
            variable={variable}
            typed={(variable.isSensitive ? secrets : draft.variables)[uid]}
            onChange={value =>
              change({
                do: variable.isSensitive ? 'secret' : 'variable',
                profile: uid,
                name: variable.name,
                value,
              })
            }
          />
        ))}
      </div>
      {!known && !failed && <Progress />}
      {failed && (
        <Typography role="alert" variant="body2" color="error">
          {t('create.profiles.variablesFailed')}{' '}
          <Button onClick={variables.retry}>{t('common.retry')}</Button>
        </Typography>
      )}
    </section>
  );
};
