/** What an API server serves, by plural name: its group and version, and its kind. */
export const RESOURCES: Record<string, { group: string; kind: string }> = {
  pods: { group: 'v1', kind: 'Pod' },
  services: { group: 'v1', kind: 'Service' },
  events: { group: 'v1', kind: 'Event' },
  configmaps: { group: 'v1', kind: 'ConfigMap' },
  limitranges: { group: 'v1', kind: 'LimitRange' },
  resourcequotas: { group: 'v1', kind: 'ResourceQuota' },
  deployments: { group: 'apps/v1', kind: 'Deployment' },
  replicasets: { group: 'apps/v1', kind: 'ReplicaSet' },
  statefulsets: { group: 'apps/v1', kind: 'StatefulSet' },
  daemonsets: { group: 'apps/v1', kind: 'DaemonSet' },
  jobs: { group: 'batch/v1', kind: 'Job' },
  cronjobs: { group: 'batch/v1', kind: 'CronJob' },
  ingresses: { group: 'networking.k8s.io/v1', kind: 'Ingress' },
  horizontalpodautoscalers: {
    group: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
  },
};

/** Where the collection of a kind is, all namespaces together. */
export function basePathOf(group: string): string {
  return group.includes('/') ? `/apis/${group}` : `/api/${group}`;
}
