import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { ClusterGroup } from '@terasky/backstage-plugin-spectrocloud-common';
import { Fragment, type ReactNode } from 'react';
import { Facts } from '../components/Facts';
import { UsageBar } from '../components/UsageBar';
import { spectroCloudTranslationRef } from '../translation';
import { usePageLinks } from '../routing/usePageLinks';

const MILLI = 1_000;
const MIB_PER_GIB = 1_024;

/** At most one digit after the point. */
const round = (value: number) => String(Math.round(value * 10) / 10);

type Share = ClusterGroup['spec']['cpu'];

/** Kind, hosts and use of a cluster group. */
export const ClusterGroupFacts = ({ group }: { group: ClusterGroup }) => {
  const { spec } = group;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const links = usePageLinks();
  const none = t('common.none');

  const usage = (share: Share, unit: 'cores' | 'gib', size: number) =>
    share?.allocated ? (
      <UsageBar
        used={share.used ?? 0}
        total={share.allocated}
        text={t(`clusterGroup.${unit}Used`, {
          used: round((share.used ?? 0) / size),
          total: round(share.allocated / size),
        })}
      />
    ) : (
      none
    );
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
        [t('clusterGroup.cpu'), usage(spec.cpu, 'cores', MILLI)],
        [t('clusterGroup.memory'), usage(spec.memory, 'gib', MIB_PER_GIB)],
        [t('clusterGroup.endpoint'), spec.endpointType ?? none],
        [t('clusterGroup.distribution'), spec.kubernetesDistroType ?? none],
      ]}
    />
  );
};
