import { InfoCard } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type {
  Cluster,
  MachinePool,
  PaletteReference,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { ReactNode } from 'react';
import { CopyText } from '../components/CopyText';
import { cloudLabel } from '../components/cloudLabel';
import { Facts } from '../components/Facts';
import { RelativeTime } from '../components/RelativeTime';
import { StateLabel } from '../components/StateLabel';
import { usePaletteLinks } from '../routing/PaletteRouting';
import { usePageLinks } from '../routing/usePageLinks';
import { spectroCloudTranslationRef } from '../translation';
import { ClusterTypeLabel } from './ClusterTypeLabel';
import { wantedKubernetes } from './kubernetesVersions';

const fact = (name: string, value: ReactNode): [string, ReactNode] => [
  name,
  value,
];

const HostLink = ({ host }: { host: PaletteReference }) => {
  const { uid, name = uid, projectUid } = host;
  const page = usePageLinks().cluster(uid, projectUid);
  return page ? <Link href={page}>{name}</Link> : <>{name}</>;
};

const GroupLink = ({ group }: { group: PaletteReference }) => {
  const { uid, name = uid, projectUid } = group;
  const page = usePageLinks().clusterGroup(uid, projectUid);
  return page ? <Link href={page}>{name}</Link> : <>{name}</>;
};

export const OverviewCard = ({ cluster }: { cluster: Cluster }) => {
  const { metadata, spec, status, virtual } = cluster;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const { clusters } = usePaletteLinks();
  const none = t('common.none');
  const project = spec.projectName ?? spec.projectUid;
  const describePool = (pool: MachinePool) =>
    [
      t('cluster.nodesHealthy', {
        healthy: String(pool.healthy ?? 0),
        size: String(pool.size ?? 0),
      }),
      pool.inMaintenance &&
        t('cluster.nodesInMaintenance', { nodes: String(pool.inMaintenance) }),
      // That of a hybrid pool.
      pool.cloudType &&
        pool.cloudType !== spec.cloudType &&
        cloudLabel(pool.cloudType),
    ]
      .filter(Boolean)
      .join(', ');
  return (
    <InfoCard title={t('cluster.overview')}>
      <Facts
        facts={[
          [
            t('clusters.name'),
            <CopyText text={metadata.name} name={t('clusters.name')} />,
          ],
          [
            t('clusters.state'),
            <StateLabel state={status.state ?? 'Unknown'} />,
          ],
          ...(virtual?.lifecycle
            ? [
                fact(
                  t('cluster.lifecycle'),
                  <StateLabel state={virtual.lifecycle} />,
                ),
              ]
            : []),
          ...(virtual?.clusterGroup
            ? [
                fact(
                  t('cluster.group'),
                  <GroupLink group={virtual.clusterGroup} />,
                ),
              ]
            : []),
          ...(virtual?.hostCluster
            ? [
                fact(
                  t('cluster.hostCluster'),
                  <HostLink host={virtual.hostCluster} />,
                ),
              ]
            : []),
          ...(spec.clusterType
            ? [
                fact(
                  t('cluster.type'),
                  <ClusterTypeLabel type={spec.clusterType} />,
                ),
              ]
            : []),
          [
            t('clusters.project'),
            spec.projectName ? (
              <Link
                href={`${clusters}?project=${encodeURIComponent(
                  spec.projectName,
                )}`}
              >
                {spec.projectName}
              </Link>
            ) : (
              (project ?? none)
            ),
          ],
          [
            t('clusters.cloud'),
            spec.cloudType ? cloudLabel(spec.cloudType) : none,
          ],
          [t('cluster.cloudAccount'), spec.cloudAccount?.name ?? none],
          [t('cluster.kubernetesRunning'), spec.kubernetesVersion ?? none],
          [t('clusters.kubernetes'), wantedKubernetes(cluster) ?? none],
          ...spec.machinePools.map((pool): [string, string] => [
            pool.labels?.join(', ') ||
              t(pool.isControlPlane ? 'cluster.controlPlane' : 'cluster.pool'),
            describePool(pool),
          ]),
          [
            t('cluster.endpoints'),
            status.apiEndpoints.length > 0
              ? status.apiEndpoints.map(({ host, port }, index) => (
                  <CopyText
                    key={index}
                    text={`${host}:${port}`}
                    name={t('cluster.endpoints')}
                  />
                ))
              : none,
          ],
          [
            t('cluster.uid'),
            <CopyText text={metadata.uid} name={t('cluster.uid')} isCode />,
          ],
          [
            t('clusters.created'),
            <RelativeTime iso={metadata.creationTimestamp} />,
          ],
        ]}
      />
    </InfoCard>
  );
};
