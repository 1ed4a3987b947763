import { createPools } from './pools';
import type { Cluster, ClusterGroup, Profile, Project } from './types';
import { uidOf } from './uid';

type Lifecycle = NonNullable<Cluster['virtual']>['lifecycle'];

const VIRTUAL_CLUSTERS: [
  project: string,
  name: string,
  group: string,
  lifecycle: Lifecycle,
][] = [
  ['payments', 'payments-feature-1', 'payments-vclusters', 'Running'],
  ['payments', 'payments-feature-2', 'payments-vclusters', 'Paused'],
  ['payments', 'payments-qa', 'shared-vclusters-eu', 'Running'],
  ['retail-web', 'shop-qa', 'shared-vclusters-eu', 'Running'],
  ['retail-web', 'shop-design', 'shared-vclusters-us', 'Error'],
  ['data-analytics', 'notebooks-intern', 'shared-vclusters-us', 'Pausing'],
  ['research', 'research-demo', 'shared-vclusters-eu', 'Resuming'],
];

/** Virtual clusters are clusters of cloud type `nested` on the hosts of a group. */
export function createVirtualClusters(
  tenant: string,
  projects: Project[],
  groups: ClusterGroup[],
  hosts: Cluster[],
  profiles: Profile[],
): Cluster[] {
  return VIRTUAL_CLUSTERS.flatMap(
    ([projectName, name, groupName, lifecycle]) => {
      const project = projects.find(p => p.name === projectName);
      const group = groups.find(g => g.name === groupName);
      const host = hosts.find(({ uid }) => uid === group?.hostClusterUids[0]);
      if (!project || !group || !host) {
        return [];
      }
      const base = profiles.find(p => p.name === 'virtual-cluster-base');
      const failed = lifecycle === 'Error';
      return [
        {
          uid: uidOf('cluster', tenant, projectName, name),
          name,
          projectUid: project.uid,
          cloudType: 'nested' as const,
          clusterType: 'PureManage' as const,
          region: host.region,
          state: failed ? ('Error' as const) : ('Running' as const),
          health: failed ? ('UnHealthy' as const) : ('Healthy' as const),
          kubernetesVersion: '1.32.6',
          profileUids: base ? [base.uid] : [],
          labels: { env: 'staging', team: projectName },
          location: host.location,
          pools: createPools(1, 1),
          kubeconfig:
            lifecycle === 'Running' ? ('oidc' as const) : ('none' as const),
          createdAt: '2026-01-20T07:45:00.000Z',
          problem: failed
            ? 'Helm release of the virtual cluster failed'
            : undefined,
          virtual: {
            clusterGroupUid: group.uid,
            hostClusterUid: host.uid,
            lifecycle,
          },
        },
      ];
    },
  );
}
