import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ClusterScanRun } from '@terasky/backstage-plugin-spectrocloud-common';
import { StateLabel } from '../../components/StateLabel';
import { spectroCloudTranslationRef } from '../../translation';

/** What counts against a cluster, the worst first. */
const FINDINGS = ['critical', 'high', 'failed', 'medium'] as const;
const COUNTS = [...FINDINGS, 'warned', 'low', 'passed'] as const;

/** Whether a run has ended well; Palette's other words are of runs that go on, or broke off. */
const COMPLETED = 'Completed';

/** How a scan went: what it found, the worst first, or how far it is. */
export const ScanOutcome = ({ run }: { run?: ClusterScanRun }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  if (!run) return <>{t('common.none')}</>;
  const { state = t('clusters.unknown'), message } = run;
  const counts = COUNTS.filter(name => run[name] !== undefined).map(name =>
    t(`scanCount.${name}`, { count: run[name]! }),
  );
  if (state !== COMPLETED || counts.length === 0) {
    return (
      <StateLabel
        state={state === COMPLETED ? 'Healthy' : 'Unknown'}
        text={[state, message].filter(Boolean).join(': ')}
        wraps
      />
    );
  }
  const hasFindings = FINDINGS.some(name => run[name]);
  return (
    <StateLabel
      state={hasFindings ? 'Warning' : 'Healthy'}
      text={counts.join(', ')}
      wraps
    />
  );
};
