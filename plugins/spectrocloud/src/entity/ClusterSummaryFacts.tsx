import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Cluster } from '@terasky/backstage-plugin-spectrocloud-common';
import { type ReactNode } from 'react';
import {
  isKubernetesChanging,
  wantedKubernetes,
} from '../cluster/kubernetesVersions';
import { CopyText } from '../components/CopyText';
import { cloudLabel } from '../components/cloudLabel';
import { Facts } from '../components/Facts';
import { RelativeTime } from '../components/RelativeTime';
import { spectroCloudTranslationRef } from '../translation';

const sum = (numbers: Array<number | undefined>) =>
  numbers.reduce<number>((total, each) => total + (each ?? 0), 0);

/** What there is to know of a cluster at a glance. */
export const ClusterSummaryFacts = (props: {
  cluster: Cluster;
  profiles?: ReactNode;
}) => {
  const { cluster, profiles } = props;
  const { spec, status, virtual, metadata } = cluster;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const none = t('common.none');
  const running = spec.kubernetesVersion;
  const wanted = wantedKubernetes(cluster);
  const host = virtual?.clusterGroup?.name ?? virtual?.hostCluster?.name;
  const [endpoint] = status.apiEndpoints;
  const facts: Array<[string, ReactNode] | undefined> = [
    [t('clusters.project'), spec.projectName ?? spec.projectUid ?? none],
    virtual && [t('clusters.host'), host ?? none],
    [t('clusters.cloud'), spec.cloudType ? cloudLabel(spec.cloudType) : none],
    [
      t('entity.kubernetes'),
      wanted && running && isKubernetesChanging(cluster)
        ? t('entity.kubernetesChanging', { running, wanted })
        : (running ?? wanted ?? none),
    ],
    spec.machinePools.length > 0
      ? [
          t('clusters.nodes'),
          t('cluster.nodesHealthy', {
            healthy: String(sum(spec.machinePools.map(pool => pool.healthy))),
            size: String(sum(spec.machinePools.map(pool => pool.size))),
          }),
        ]
      : undefined,
    profiles ? [t('profiles.title'), profiles] : undefined,
    endpoint && [
      t('cluster.endpoints'),
      <CopyText
        text={`https://${endpoint.host}:${endpoint.port}`}
        name={t('cluster.endpoints')}
      />,
    ],
    [
      t('cluster.heartbeat'),
      <RelativeTime iso={status.health?.lastHeartBeatTimestamp} />,
    ],
    [t('clusters.created'), <RelativeTime iso={metadata.creationTimestamp} />],
  ];
  return <Facts facts={facts.filter(each => each !== undefined)} />;
};
