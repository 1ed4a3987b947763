import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Cluster } from '@terasky/backstage-plugin-spectrocloud-common';
import { StateLabel } from '../components/StateLabel';
import { useStateWord } from '../components/useStateWord';
import { spectroCloudTranslationRef } from '../translation';
import { clusterStatus } from './clusterStatus';

/** How the cluster is, in one sentence. */
export const ClusterStatusLine = ({ cluster }: { cluster: Cluster }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const wordOf = useStateWord();
  const { sentence, state, reason } = clusterStatus(cluster);
  const text =
    sentence === 'other' ? wordOf(state) : t(`clusterStatus.${sentence}`);
  return (
    <StateLabel
      state={state}
      text={
        reason ? t('clusterStatus.because', { status: text, reason }) : text
      }
      wraps
    />
  );
};
