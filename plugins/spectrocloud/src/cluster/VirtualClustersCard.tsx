import { InfoCard } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { Cluster } from '@terasky/backstage-plugin-spectrocloud-common';
import { usePageLinks } from '../routing/usePageLinks';
import { spectroCloudTranslationRef } from '../translation';

/** The virtual clusters that run on this one; not shown where there is none. */
export const VirtualClustersCard = ({ cluster }: { cluster: Cluster }) => {
  const { virtualClusters = [] } = cluster;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const links = usePageLinks();
  if (virtualClusters.length === 0) return null;
  return (
    <InfoCard title={t('clusterGroup.virtualClusters')}>
      <ul aria-label={t('clusterGroup.virtualClusters')}>
        {virtualClusters.map(({ uid, name = uid, projectUid }) => {
          const page = links.cluster(uid, projectUid);
          return (
            <li key={uid}>{page ? <Link href={page}>{name}</Link> : name}</li>
          );
        })}
      </ul>
    </InfoCard>
  );
};
