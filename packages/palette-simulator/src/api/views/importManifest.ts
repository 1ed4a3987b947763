import { stringify } from 'yaml';
import type { Cluster } from '../../seed/types';
import { uidOf } from '../../seed/uid';

/** Kubernetes objects with which a cluster would join, and a token that would let it. */
export function importManifestView({ uid }: Cluster): string {
  const namespace = `cluster-${uid}`;
  return [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'cluster-import', namespace },
      stringData: { clusterUid: uid, token: uidOf('import-token', uid) },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'cluster-management-agent', namespace },
      spec: {
        selector: { matchLabels: { app: 'cluster-management-agent' } },
        template: {
          metadata: { labels: { app: 'cluster-management-agent' } },
          spec: {
            containers: [
              { name: 'agent', image: 'registry.example/agent:4.9.62' },
            ],
          },
        },
      },
    },
  ]
    .map(object => stringify(object))
    .join('---\n');
}
