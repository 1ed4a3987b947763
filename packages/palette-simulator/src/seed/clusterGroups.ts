import type { Cluster, ClusterGroup, Project } from './types';
import { uidOf } from './uid';

interface GroupDefinition {
  name: string;
  description: string;
  hosts: string[];
  project?: string;
  endpointType: ClusterGroup['endpointType'];
  isActive?: boolean;
}

const GROUPS: GroupDefinition[] = [
  {
    name: 'shared-vclusters-eu',
    description: 'Virtual clusters for teams in Europe',
    hosts: ['platform-vhost-eu', 'platform-shared-prod'],
    endpointType: 'Ingress',
  },
  {
    name: 'shared-vclusters-us',
    description: 'Virtual clusters for teams in the United States',
    hosts: ['platform-vhost-us'],
    endpointType: 'LoadBalancer',
  },
  {
    name: 'payments-vclusters',
    description: 'Isolated virtual clusters of the payments project',
    hosts: ['payments-stage'],
    project: 'payments',
    endpointType: 'LoadBalancer',
  },
  {
    name: 'retired-vclusters',
    description: 'No longer in use',
    hosts: ['platform-vhost-us'],
    endpointType: 'LoadBalancer',
    isActive: false,
  },
];

/** Groups whose hosts exist; a small tenant may have none. */
export function createClusterGroups(
  tenant: string,
  projects: Project[],
  clusters: Cluster[],
): ClusterGroup[] {
  return GROUPS.map(group => {
    const project = projects.find(({ name }) => name === group.project);
    return {
      uid: uidOf('clustergroup', tenant, group.name),
      name: group.name,
      scope: project ? ('project' as const) : ('tenant' as const),
      projectUid: project?.uid,
      description: group.description,
      endpointType: group.endpointType,
      isActive: group.isActive ?? true,
      hostClusterUids: clusters
        .filter(({ name }) => group.hosts.includes(name))
        .map(({ uid }) => uid),
      profileUids: [uidOf('profile', tenant, 'virtual-cluster-base', '1.0.0')],
      cpuMilliCore: 12_000,
      memoryMiB: 16_384,
      storageGiB: 100,
      createdAt: '2025-02-18T14:20:00.000Z',
    };
  }).filter(({ hostClusterUids }) => hostClusterUids.length > 0);
}
