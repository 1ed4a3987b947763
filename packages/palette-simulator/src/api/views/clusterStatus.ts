import { nodeCountOf } from '../../seed/pools';
import type { Cluster } from '../../seed/types';
import type { Scope } from '../Scope';
import { locationView } from './location';
import { isRepavePending } from './repave';

const HEARTBEAT_AGE_MS = 45_000;
const STALE_HEARTBEAT_AGE_MS = 3 * 60 * 60 * 1000;
const MILLICORES_PER_NODE = 4000;
const KIB_PER_NODE = 16 * 1024 * 1024;
const HOURLY_RATE_PER_NODE = 0.19;

/** `status` of cluster lists and of the detail. */
export function clusterStatusView(
  scope: Scope,
  cluster: Cluster,
  nowMs: number,
) {
  const nodes = nodeCountOf(cluster);
  return {
    clusterImport: importView(cluster),
    cost: { cloud: { compute: 0, storage: 0, total: 0 }, total: 0 },
    fips: { mode: 'none' },
    health: healthView(cluster, nowMs),
    hourlyRate: rateView(nodes),
    location: locationView(cluster),
    metrics: metricsView(nodes, nowMs),
    notifications: {
      isAvailable: isOutdated(cluster),
      isTemplateVariableResolutionPending: false,
    },
    repave: { state: isRepavePending(cluster) ? 'Pending' : 'Approved' },
    state: cluster.state,
    virtual: virtualView(scope, cluster),
  };
}

/** Whether there is a newer Kubernetes for it. */
export function isOutdated({ kubernetesVersion }: Cluster): boolean {
  return kubernetesVersion.startsWith('1.31');
}

function importView({ uid, cloudType, state }: Cluster) {
  return cloudType === 'generic'
    ? {
        importLink: `kubectl apply --filename https://palette.example/v1/spectroclusters/${uid}/import/manifest`,
        isBrownfield: true,
        state: state === 'Importing' ? 'Pending' : 'Imported',
      }
    : { importLink: '', isBrownfield: false, state: '' };
}

function healthView(cluster: Cluster, nowMs: number) {
  const age =
    cluster.health === 'Healthy' ? HEARTBEAT_AGE_MS : STALE_HEARTBEAT_AGE_MS;
  return {
    agentVersion: '4.9.62',
    conditions: cluster.problem
      ? [
          {
            message: cluster.problem,
            relatedObject: {
              kind: 'spectrocluster',
              name: cluster.name,
              uid: cluster.uid,
            },
            type: 'ClusterNotReady',
          },
        ]
      : [],
    lastHeartBeatTimestamp: new Date(nowMs - age).toISOString(),
    state: cluster.health,
  };
}

function rateView(nodes: number) {
  const total = Number((nodes * HOURLY_RATE_PER_NODE).toFixed(2));
  return { cloud: { compute: total, storage: 0, total }, total };
}

function metricsView(nodes: number, nowMs: number) {
  const lastUpdatedTime = new Date(nowMs - HEARTBEAT_AGE_MS).toISOString();
  const of = (total: number, unit: string) => ({
    lastUpdatedTime,
    limit: Math.round(total * 0.7),
    request: Math.round(total * 0.5),
    total,
    unit,
    usage: Math.round(total * 0.35),
  });
  return {
    cpu: of(nodes * MILLICORES_PER_NODE, 'MilliCore'),
    memory: of(nodes * KIB_PER_NODE, 'KiB'),
  };
}

function virtualView({ caller }: Scope, cluster: Cluster) {
  const { organisation } = caller;
  const reference = (kind: string, uid: string, name: string) => ({
    kind,
    name,
    projectUid: cluster.projectUid,
    tenantUid: organisation.uid,
    uid,
  });
  const hosted = organisation.clusters.filter(
    ({ virtual }) => virtual?.hostClusterUid === cluster.uid,
  );
  const host = organisation.clusters.find(
    ({ uid }) => uid === cluster.virtual?.hostClusterUid,
  );
  const group = organisation.clusterGroups.find(
    ({ uid }) => uid === cluster.virtual?.clusterGroupUid,
  );
  return {
    appDeployments: [],
    ...(group && {
      clusterGroup: reference('clustergroup', group.uid, group.name),
    }),
    ...(host && {
      hostCluster: reference('spectrocluster', host.uid, host.name),
    }),
    ...(cluster.virtual && {
      lifecycleStatus: { msg: '', status: cluster.virtual.lifecycle },
      state: cluster.virtual.lifecycle,
    }),
    virtualClusters: hosted.map(({ uid, name }) =>
      reference('spectrocluster', uid, name),
    ),
  };
}
