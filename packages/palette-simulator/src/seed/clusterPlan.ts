import type {
  CloudType,
  Cluster,
  ClusterState,
  Health,
  NodePool,
} from './types';

/** A cluster of the demo organisation; what is left out is well and ordinary. */
export interface PlannedCluster {
  project: string;
  name: string;
  cloudType: CloudType;
  state?: ClusterState;
  health?: Health;
  kubeconfig?: Cluster['kubeconfig'];
  problem?: string;
  clusterType?: Cluster['clusterType'];
  upgradesPaused?: boolean;
  /** Workers in maintenance. */
  inMaintenance?: number;
  hybridPools?: NodePool[];
}

type Extra = Omit<PlannedCluster, 'project' | 'name' | 'cloudType'>;
type Entry = [name: string, cloudType: CloudType, extra?: Extra];

const PLAN: Record<string, Entry[]> = {
  Default: [
    ['sandbox-01', 'aws'],
    ['sandbox-02', 'gke', { kubeconfig: 'none' }],
    [
      'legacy-batch',
      'generic',
      { kubeconfig: 'service-account', clusterType: 'AlloyMonitor' },
    ],
  ],
  payments: [
    ['payments-prod-eu', 'eks'],
    [
      'payments-prod-us',
      'eks',
      {
        hybridPools: [
          {
            name: 'stores',
            size: 2,
            isControlPlane: false,
            cloudType: 'edge-native',
          },
        ],
      },
    ],
    ['payments-stage', 'aws'],
    ['payments-vault', 'vsphere', { inMaintenance: 1, upgradesPaused: true }],
    [
      'payments-fraud-gpu',
      'azure',
      {
        health: 'UnHealthy',
        problem: 'Machine payments-fraud-gpu-worker-2 is not ready',
      },
    ],
    [
      'payments-dr',
      'aws',
      { state: 'Provisioning', problem: 'Waiting for control plane' },
    ],
  ],
  'retail-web': [
    ['shop-prod-eu', 'aks'],
    ['shop-prod-us', 'gke'],
    ['shop-stage', 'aws'],
    ['shop-search', 'gcp'],
    [
      'shop-preview',
      'azure',
      {
        state: 'Error',
        health: 'UnHealthy',
        kubeconfig: 'none',
        problem: 'Subscription quota exceeded for Standard_D8s_v5',
      },
    ],
    ['shop-loadtest', 'aws', { state: 'Deleting' }],
  ],
  'data-analytics': [
    ['warehouse-prod', 'vsphere'],
    ['warehouse-stage', 'vsphere'],
    ['streaming-prod', 'aws'],
    [
      'reporting-prod',
      'azure',
      { health: 'UnHealthy', problem: 'etcd is slow' },
    ],
    ['reporting-old', 'azure', { state: 'Deleted' }],
    ['notebooks', 'gke'],
  ],
  'machine-learning': [
    ['training-prod-a', 'maas'],
    ['training-prod-b', 'maas'],
    ['serving-prod', 'eks', { kubeconfig: 'service-account' }],
    ['feature-store', 'gcp'],
    ['labelling', 'aks', { state: 'Pending' }],
  ],
  'edge-stores': [
    ['store-0117', 'edge-native'],
    ['store-0118', 'edge-native'],
    [
      'store-0342',
      'edge-native',
      { health: 'UnHealthy', problem: 'No heartbeat' },
    ],
    ['store-0343', 'edge-native'],
    ['store-0508', 'edge-native', { state: 'Unknown' }],
    ['store-0509', 'edge-native', { state: 'Provisioning' }],
    ['store-hub-prod', 'vsphere'],
  ],
  platform: [
    ['platform-shared-prod', 'vsphere'],
    ['platform-shared-stage', 'vsphere'],
    ['platform-ci', 'aws'],
    ['platform-vhost-eu', 'aws'],
    ['platform-vhost-us', 'eks'],
    ['platform-observability', 'gcp'],
    ['platform-cloudstack', 'apache-cloudstack'],
    [
      'platform-imported',
      'generic',
      {
        state: 'Importing',
        kubeconfig: 'none',
        clusterType: 'AlloyAssist',
      },
    ],
  ],
  research: [
    ['research-quantum', 'gcp'],
    ['research-robotics', 'maas'],
    ['research-llm', 'azure', { state: 'Error', health: 'Unhealthy' }],
    ['research-hackday', 'generic', { clusterType: 'AlloyExtend' }],
  ],
};

/** 45 host clusters in eight projects, over every cloud, state and health. */
export const CLUSTER_PLAN: PlannedCluster[] = Object.entries(PLAN).flatMap(
  ([project, entries]) =>
    entries.map(([name, cloudType, extra]) => ({
      project,
      name,
      cloudType,
      ...extra,
    })),
);
