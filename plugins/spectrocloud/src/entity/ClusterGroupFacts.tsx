import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { ClusterGroup } from '@terasky/backstage-plugin-spectrocloud-common';
import { Fragment, type ReactNode } from 'react';
import { QuotaBar } from '../clusterGroups/QuotaBar';
import { Facts } from '../components/Facts';
import { spectroCloudTranslationRef } from '../translation';
import { usePageLinks } from '../routing/usePageLinks';

/** Kind, hosts and use of a cluster group. */
export const ClusterGroupFacts = ({ group }: { group: ClusterGroup }) => {
  const { spec } = group;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const links = usePageLinks();
  const none = t('common.none');

  const hosts: ReactNode = spec.hostClusters.map(({ uid, name }, index) => {
    const page = links.cluster(uid);
    return (
      <Fragment key={uid}>
        {index > 0 && ', '}
        {page ? <Link href={page}>{name ?? uid}</Link> : (name ?? uid)}
      </Fragment>
    );
  });
  return (
    <Facts
      facts={[
        [t('clusters.name'), group.metadata.name],
        [t('clusterGroup.hosts'), spec.hostClusters.length > 0 ? hosts : none],
        [t('clusterGroup.virtualClusters'), spec.virtualClustersCount ?? none],
        [t('clusterGroup.cpu'), <QuotaBar share={spec.cpu} unit="cores" />],
        [t('clusterGroup.memory'), <QuotaBar share={spec.memory} unit="gib" />],
        [t('clusterGroup.endpoint'), spec.endpointType ?? none],
        [t('clusterGroup.distribution'), spec.kubernetesDistroType ?? none],
      ]}
    />
  );
};
