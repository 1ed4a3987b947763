import { hybridClustersOf } from '../../seed/hybridClusters';
import type { CloudType, Cluster, NodePool } from '../../seed/types';
import { uidOf } from '../../seed/uid';
import type { Scope } from '../Scope';
import { cloudConfigUidOf } from './clusterDetail';
import { objectMeta } from './metadata';

/** How far a pool may grow beyond what it has. */
const SPARE_NODES = 2;

const SIZED = { diskGiB: 60, memoryMiB: 16_384, numCPUs: 4 };

/** What the pools of a cloud say of their machines; nothing where it isn't listed. */
const INSTANCE_TYPES: Partial<Record<CloudType, unknown>> = {
  aws: 'm5.xlarge',
  eks: 'm5.xlarge',
  azure: 'Standard_D4s_v5',
  aks: 'Standard_D4s_v5',
  gcp: 'n2-standard-4',
  gke: 'n2-standard-4',
  vsphere: SIZED,
  maas: { minCPU: 4, minMemInMB: 16_384 },
  nested: { maxCPU: 4, maxMemInMiB: 8192, minCPU: 1, minMemInMiB: 1024 },
};

/** What some clouds require beside the pools. */
function clusterConfigView({ cloudType, region, virtual }: Cluster) {
  switch (cloudType) {
    case 'vsphere':
      return { clusterConfig: { placement: { datacenter: region } } };
    case 'edge-native':
      return { clusterConfig: { isTwoNodeCluster: false, staticIp: false } };
    case 'nested':
      return {
        clusterConfig: { kubernetesVersion: '' },
        hostClusterUid: virtual?.hostClusterUid ?? '',
      };
    default:
      return {};
  }
}

function poolView(cluster: Cluster, pool: NodePool) {
  const { cloudType } = cluster;
  const instanceType = INSTANCE_TYPES[cloudType];
  return {
    isControlPlane: pool.isControlPlane,
    labels: [pool.isControlPlane ? 'control-plane' : 'worker'],
    ...(cloudType !== 'generic' && {
      maxSize: pool.bounds?.maxSize ?? pool.size + SPARE_NODES,
      minSize: pool.bounds?.minSize ?? pool.size,
    }),
    name: pool.name,
    size: pool.wantedSize ?? pool.size,
    ...(instanceType !== undefined && { instanceType }),
    ...(cloudType === 'edge-native' && {
      hosts: Array.from({ length: pool.size }, (_, index) => ({
        hostAddress: `10.20.40.${index + 10}`,
        hostUid: uidOf('edgehost', `${cluster.name}-${pool.name}-${index}`),
      })),
    }),
  };
}

/** `v1AwsCloudConfig` and its siblings: the node pools of a cluster, hybrid ones excepted. */
export function cloudConfigView(scope: Scope, cluster: Cluster) {
  return {
    // The only one whose description has no kind.
    ...(cluster.cloudType !== 'edge-native' && { kind: cluster.cloudType }),
    metadata: objectMeta(scope, {
      uid: cloudConfigUidOf(cluster),
      name: cluster.name,
      projectUid: cluster.projectUid,
      createdAt: cluster.createdAt,
    }),
    spec: {
      ...clusterConfigView(cluster),
      machinePoolConfig: cluster.pools
        .filter(({ cloudType: own }) => own === undefined)
        .map(pool => poolView(cluster, pool)),
    },
  };
}

/** `v1SpectroClusterHybridPoolsMetadata`: each pool is a cluster with a config of its own. */
export function hybridPoolsView(scope: Scope, cluster: Cluster) {
  return {
    metadata: objectMeta(scope, cluster),
    spec: {
      cloudType: cluster.cloudType,
      hybridPools: hybridClustersOf(cluster).map(pool => ({
        cloudConfigUid: cloudConfigUidOf(pool),
        cloudType: pool.cloudType,
        clusterUid: pool.uid,
        name: pool.name,
        status: {
          health: { isHeartBeatFailed: false, state: pool.health },
          state: pool.state,
        },
        uid: uidOf('hybrid-pool', pool.uid),
      })),
    },
  };
}
