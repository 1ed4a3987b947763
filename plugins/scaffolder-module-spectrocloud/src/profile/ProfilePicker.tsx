import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { makeStyles } from '@material-ui/core/styles';
import { ChoiceField } from '@terasky/backstage-plugin-spectrocloud-react';
import { FieldNotes } from '../picker/FieldNotes';
import { useField } from '../picker/useField';
import { isSame, type Settled, useSettled } from '../picker/useSettled';
import { scaffolderSpectroCloudTranslationRef } from '../translation';
import { type ChosenProfile, chosenOf, groupOf } from './chosenProfile';
import { profileOffering, type ProfileOptions } from './profileOffering';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)',
    gap: theme.spacing(2),
    alignItems: 'start',
  },
}));

/** A profile, and which of its versions: the newest one first. */
export const ProfilePicker = (
  props: FieldExtensionComponentProps<ChosenProfile, ProfileOptions>,
) => {
  const { formData, onChange, required } = props;
  const { t } = useTranslationRef(scaffolderSpectroCloudTranslationRef);
  const classes = useStyles();
  const field = useField(profileOffering, props);
  const { id, hint, offers, missing, disabled, describedBy } = field;
  const uid = formData?.uid ?? '';
  const group = groupOf(offers ?? [], uid);

  const settle = (): Settled<ChosenProfile> => {
    if (uid === '') return { is: 'right' };
    if (missing) return { is: 'gone' };
    if (!offers) return { is: 'right' };
    if (!group) return { is: 'gone' };
    const value = chosenOf(group, uid);
    return isSame(value, formData)
      ? { is: 'right' }
      : { is: 'otherwise', value };
  };
  const wasTakenBack = useSettled(settle(), onChange);
  const gone = wasTakenBack && uid === '' ? t('gone') : undefined;
  const choose = (next: string) => {
    const chosen = groupOf(offers ?? [], next);
    onChange(chosen && chosenOf(chosen, next));
  };
  return (
    <div>
      <div className={classes.root}>
        <ChoiceField
          id={id}
          label={field.label}
          required={required}
          disabled={disabled}
          value={group?.versions[0].uid ?? ''}
          help={hint ?? gone}
          describedBy={describedBy}
          wrong={field.wrong || (!hint && gone !== undefined)}
          options={(offers ?? []).map(({ name, versions }) => ({
            value: versions[0].uid,
            label: name,
          }))}
          onChange={choose}
        />
        <ChoiceField
          id={`${id}-version`}
          label={t('label.version')}
          required={group !== undefined}
          disabled={disabled || !group}
          value={group ? uid : ''}
          options={(group?.versions ?? []).map(version => ({
            value: version.uid,
            label: version.version,
          }))}
          onChange={choose}
        />
      </div>
      <FieldNotes
        id={id}
        description={field.description}
        error={field.error}
        problem={field.problem}
        onRetry={field.reload}
      />
    </div>
  );
};
