import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ChoiceField } from '@terasky/backstage-plugin-spectrocloud-react';
import { usePaletteInstances } from '../../components/usePaletteInstances';
import { spectroCloudTranslationRef } from '../../translation';
import { AccountField } from '../basics/AccountField';
import { KindChoice } from '../basics/KindChoice';
import { ProjectField } from '../basics/ProjectField';
import { VirtualHost } from '../basics/VirtualHost';
import { target } from '../creation/Problem';
import { FieldGrid } from '../fields/FieldGrid';
import { KINDS } from '../kinds';
import { NAME_FIELDS } from '../kinds/basicFields';
import type { Wizard } from '../useWizard';

const useStyles = makeStyles(theme => ({
  fields: {
    display: 'grid',
    gap: theme.spacing(2.5),
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 280px), 1fr))',
    alignItems: 'start',
    margin: theme.spacing(3, 0),
  },
}));

/** What kind of cluster, in whose name, where it is paid for, and what it is called. */
export const BasicsStep = ({ wizard }: { wizard: Wizard }) => {
  const { draft, change } = wizard;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const { names } = usePaletteInstances();
  const kind = KINDS[draft.kind];
  return (
    <>
      <KindChoice
        value={draft.kind}
        onChange={next => change({ do: 'kind', kind: next })}
      />
      <div className={classes.fields}>
        {names.length > 1 && (
          <ChoiceField
            id="create-instance"
            label={t('create.instance')}
            required
            value={draft.instance ?? names[0]}
            options={names.map(value => ({ value }))}
            onChange={instance => change({ do: 'instance', instance })}
          />
        )}
        <ProjectField
          // The projects of one Palette are none of another's.
          key={draft.instance}
          kind={draft.kind}
          instance={draft.instance}
          value={draft.projectUid}
          onChange={projectUid => change({ do: 'project', projectUid })}
        />
        {kind.hasAccount && (
          <AccountField
            key={`${draft.kind} ${draft.instance} ${draft.projectUid}`}
            draft={draft}
            onChange={value => change({ do: 'set', id: 'account', value })}
          />
        )}
      </div>
      {!kind.hasAccount && <VirtualHost wizard={wizard} />}
      <Typography variant="subtitle1" component="h4" gutterBottom>
        {t('create.naming')}
      </Typography>
      <FieldGrid
        fields={NAME_FIELDS}
        values={draft.values}
        targetOf={target.cluster}
        onChange={(id, value) => change({ do: 'set', id, value })}
      />
    </>
  );
};
