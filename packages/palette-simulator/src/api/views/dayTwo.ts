import type { Cluster } from '../../seed/types';
import { uidOf } from '../../seed/uid';

const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS = 7;
const DAILY_COST = 42.5;

const costOf = (total: number) => ({
  cloud: { compute: total, storage: 0, total },
  total,
});

/** `v1SpectroClusterCostSummary` of the last week. */
export function costView(cluster: Cluster, nowMs: number) {
  const total = DAYS * DAILY_COST;
  return {
    cluster: {
      cloud: {
        cost: costOf(total),
        data: Array.from({ length: DAYS }, (_, day) => ({
          compute: DAILY_COST,
          storage: 0,
          timestamp: Math.floor((nowMs - (DAYS - day) * DAY_MS) / 1000),
          total: DAILY_COST,
        })),
      },
      cost: costOf(total),
      name: cluster.name,
      uid: cluster.uid,
    },
    endTime: new Date(nowMs).toISOString(),
    period: 1440,
    startTime: new Date(nowMs - DAYS * DAY_MS).toISOString(),
  };
}

/** `v1ClusterWorkload` with two deployments, as the agent reports them. */
export function workloadView(cluster: Cluster) {
  const deployment = (namespace: string, name: string, ready: number) => ({
    metadata: {
      creationTimestamp: cluster.createdAt,
      entity: {
        kind: 'Deployment',
        name,
        uid: uidOf('workload', cluster.uid, namespace, name),
      },
      labels: { app: name },
      namespace,
    },
    status: { replicas: { available: ready, ready, total: 2, updated: 2 } },
  });
  return {
    metadata: { name: cluster.name },
    spec: {
      clusterroleBindings: [],
      cronJobs: [],
      daemonSets: [],
      deployments: [
        deployment('apps', 'frontend', 2),
        deployment('apps', 'api', cluster.health === 'Healthy' ? 2 : 1),
      ],
      jobs: [],
      pods: [],
      roleBindings: [],
      statefulSets: [],
    },
  };
}
