import { InfoCard } from '@backstage/core-components';
import {
  useApiHolder,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import type { Cluster } from '@terasky/backstage-plugin-spectrocloud-common';
import { spectroCloudTranslationRef } from '../translation';
import { ClusterAccess } from './ClusterAccess';
import { kubernetesApiRef } from './kubernetesApi';

/** Who the cluster says the user is, and why it refuses; nothing where the Kubernetes plugin isn't installed. */
export const KubernetesAccessCard = ({ cluster }: { cluster: Cluster }) => {
  const kubernetes = useApiHolder().get(kubernetesApiRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  return kubernetes ? (
    <InfoCard title={t('kubernetesAccess.title')}>
      <ClusterAccess
        uid={cluster.metadata.uid}
        kubernetes={kubernetes}
        // The page's own button has the cluster loaded anew.
        version={cluster}
      />
    </InfoCard>
  ) : null;
};
