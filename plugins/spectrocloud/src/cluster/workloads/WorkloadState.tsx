import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ClusterWorkload } from '@terasky/backstage-plugin-spectrocloud-common';
import { StateLabel } from '../../components/StateLabel';
import { spectroCloudTranslationRef } from '../../translation';
import { isReady } from './findWorkloads';

/** How many of its pods are ready, its phase, or when it runs, whichever its kind has. */
export const WorkloadState = ({ workload }: { workload: ClusterWorkload }) => {
  const { ready = 0, wanted, phase, schedule } = workload;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  if (wanted !== undefined) {
    return (
      <StateLabel
        state={isReady(workload) ? 'Healthy' : 'Warning'}
        text={t('workloads.ready', {
          ready: String(ready),
          wanted: String(wanted),
        })}
      />
    );
  }
  return phase ? (
    <StateLabel state={phase} />
  ) : (
    <>{schedule ?? t('common.none')}</>
  );
};
