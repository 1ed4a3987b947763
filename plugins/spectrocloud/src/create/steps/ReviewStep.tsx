import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useMemo } from 'react';
import { useGoTo } from '../../routing/useGoTo';
import { usePaletteLinks } from '../../routing/PaletteRouting';
import { spectroCloudTranslationRef } from '../../translation';
import { toCreation } from '../creation/toCreation';
import type { Step } from '../model/Draft';
import { CheckResult } from '../review/CheckResult';
import { CreationStatus } from '../review/CreationStatus';
import { EstimateCard } from '../review/EstimateCard';
import { ExportTabs } from '../review/ExportTabs';
import { OpenIssues } from '../review/OpenIssues';
import { givenSecrets } from '../review/secretsOf';
import { SummaryFacts } from '../review/SummaryFacts';
import { useCreateCluster } from '../review/useCreateCluster';
import type { Wizard } from '../useWizard';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(3), minWidth: 0 },
}));

/** What will be created, what Palette says to it, and the button. */
export const ReviewStep = (props: {
  wizard: Wizard;
  onGoTo: (step: Step) => void;
}) => {
  const { wizard, onGoTo } = props;
  const { draft, secrets, variables, issues, findings, place, finish } = wizard;
  const { instance, projectUid } = draft;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const goTo = useGoTo();
  const links = usePaletteLinks();
  const secretNames = useMemo(
    () => givenSecrets(draft, secrets, variables.byProfile),
    [draft, secrets, variables.byProfile],
  );
  const creation = useMemo(
    () =>
      toCreation(
        draft,
        variables.byProfile,
        (uid, name) => secrets[uid]?.[name],
      ),
    [draft, secrets, variables.byProfile],
  );
  const { state, create, release } = useCreateCluster({
    onCreated: uid => {
      finish();
      const query = new URLSearchParams({
        projectUid,
        ...(instance && { instance }),
      });
      goTo(`${links.cluster(uid)}?${query}`);
    },
    onFindings: place,
  });
  const complete = issues.length === 0 && !variables.loading;
  const blocked = state.step !== 'idle' && state.step !== 'refused';
  return (
    <div className={classes.root}>
      <OpenIssues issues={issues} onGoTo={onGoTo} />
      {complete && (
        <CheckResult
          creation={creation}
          scope={{ instance, projectUid }}
          findings={findings}
          onFindings={place}
          onGoTo={onGoTo}
        />
      )}
      <SummaryFacts draft={draft} />
      {complete && draft.kind !== 'virtual' && (
        <EstimateCard creation={creation} scope={{ instance, projectUid }} />
      )}
      <ExportTabs
        draft={draft}
        variables={variables.byProfile}
        secretNames={secretNames}
      />
      <CreationStatus state={state} onRelease={release} />
      <div>
        <Button
          variant="contained"
          color="primary"
          disabled={!complete || blocked}
          onClick={() => create(creation, { instance, projectUid })}
        >
          {t(
            state.step === 'creating' || state.step === 'created'
              ? 'create.creating'
              : 'create.create',
          )}
        </Button>
      </div>
    </div>
  );
};
