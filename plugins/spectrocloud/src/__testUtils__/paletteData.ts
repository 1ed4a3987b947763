import type {
  Cluster,
  ClusterSummary,
  SpectroCloudUser,
} from '@terasky/backstage-plugin-spectrocloud-common';

const CLOUDS = ['aws', 'eks', 'azure', 'gke', 'vsphere'];
const PROJECTS = ['payments', 'retail-web', 'platform'];

/** Clusters in several projects and clouds; every seventh is not well. */
export function clusters(count: number): ClusterSummary[] {
  return Array.from({ length: count }, (_, index) => ({
    metadata: { uid: `uid-${index}`, name: `cluster-${index}` },
    spec: {
      cloudType: CLOUDS[index % CLOUDS.length],
      projectName: PROJECTS[index % PROJECTS.length],
      kubernetesVersion: `1.${30 + (index % 3)}.1`,
    },
    status: {
      state: 'Running',
      health: { state: index % 7 === 0 ? 'UnHealthy' : 'Healthy' },
    },
  }));
}

/** One cluster with everything that its page shows. */
export const cluster: Cluster = {
  metadata: { uid: 'uid-1', name: 'payments-prod' },
  spec: {
    cloudType: 'eks',
    projectName: 'payments',
    kubernetesVersion: '1.32.6',
    machinePools: [
      { size: 3, healthy: 2, labels: ['worker'], cloudType: 'eks' },
      {
        size: 2,
        healthy: 2,
        inMaintenance: 1,
        labels: ['stores'],
        cloudType: 'edge-native',
      },
    ],
    profiles: [
      {
        uid: 'profile-1',
        name: 'eks-infra',
        type: 'infra',
        packs: [{ name: 'kubernetes', layer: 'k8s', version: '1.32.6' }],
      },
    ],
  },
  status: {
    state: 'Running',
    health: { state: 'Healthy' },
    conditions: [
      { type: 'ControlPlaneReady', status: 'False', message: 'One node short' },
    ],
    hasKubeConfig: true,
    hasKubeConfigClient: true,
    apiEndpoints: [{ host: 'payments.example', port: 6443 }],
    packs: [],
  },
};

export const dana: SpectroCloudUser = {
  instance: 'demo',
  name: 'Dana Developer',
  email: 'dev.dana@acme.example',
  userUid: 'user-1',
  tenantUid: 'tenant-1',
  tenantName: 'demo',
  tenantPermissions: [],
  projectPermissions: { 'project-1': ['cluster.get'] },
  session: { environment: 'development' },
};
