import type { SpectroCloudApi } from '@terasky/backstage-plugin-spectrocloud-common';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What a Palette that has everything answers for the tabs of a cluster. */
export const clusterParts = () =>
  ({
    listClusterNodePools: jest.fn(async () => [
      {
        name: 'worker-pool',
        isControlPlane: false,
        size: 2,
        minSize: 1,
        maxSize: 4,
        machines: [
          {
            uid: 'm1',
            name: 'worker-0',
            state: 'Running',
            health: 'UnHealthy',
            maintenance: 'cordon',
            cpus: 4,
            memoryMiB: 16_384,
            zone: 'rack-1',
            addresses: ['10.0.0.7'],
            creationTimestamp: '2026-01-01T10:00:00Z',
          },
        ],
      },
    ]),
    listClusterMetrics: jest.fn(async () => [
      {
        kind: 'cpu',
        unit: 'MilliCore',
        points: [
          { at: '2026-01-01T10:00:00Z', value: 1_000 },
          { at: '2026-01-01T11:00:00Z', value: 3_000 },
        ],
      },
    ]),
    getClusterCost: jest.fn(async () => ({
      total: 12.5,
      points: [{ at: '2026-01-01T00:00:00Z', total: 12.5 }],
    })),
    listClusterWorkloads: jest.fn(async () => [
      {
        uid: 'w1',
        kind: 'Deployment' as const,
        namespace: 'apps',
        name: 'front',
        ready: 2,
        wanted: 2,
      },
      {
        uid: 'w2',
        kind: 'Deployment' as const,
        namespace: 'apps',
        name: 'worker',
        ready: 1,
        wanted: 2,
      },
      {
        uid: 'w3',
        kind: 'Pod' as const,
        namespace: 'system',
        name: 'agent',
        phase: 'Running',
      },
    ]),
    getClusterRepave: jest.fn(async () => ({
      state: 'Pending',
      reasons: [
        {
          message: 'Kubernetes has a newer version',
          pack: { name: 'kubernetes', from: '1.32.6', to: '1.33.1' },
        },
      ],
    })),
    listProfileUpdates: jest.fn(async () => [
      {
        uid: 'profile-1',
        name: 'eks-infra',
        packs: [{ name: 'kubernetes', layer: 'k8s', version: '1.33.1' }],
      },
    ]),
    listClusterCertificates: jest.fn(async () => [
      {
        machine: 'cp-0',
        authority: 'ca',
        expires: new Date(Date.now() + 900 * DAY_MS).toISOString(),
      },
      {
        machine: 'cp-0',
        authority: 'ca',
        name: 'apiserver',
        expires: new Date(Date.now() + 9 * DAY_MS).toISOString(),
      },
    ]),
    getClusterBackup: jest.fn(async () => ({
      location: { uid: 'l1', name: 'backups-eu' },
      schedule: '0 2 * * *',
      runs: [
        {
          name: 'nightly',
          state: 'Completed',
          at: '2026-01-01T02:00:00Z',
          namespaces: ['apps'],
        },
      ],
    })),
    listClusterScans: jest.fn(async () => [
      {
        name: 'kube-bench',
        schedule: '0 4 * * 0',
        runs: [
          {
            state: 'Completed',
            at: '2026-01-04T04:00:00Z',
            failed: 2,
            passed: 9,
          },
          { state: 'Completed', at: '2025-12-28T04:00:00Z', passed: 11 },
        ],
      },
      {
        name: 'sonobuoy',
        runs: [{ state: 'InProgress', message: 'half done' }],
      },
      { name: 'syft' },
    ]),
    getClusterOidc: jest.fn(async () => ({
      issuerUrl: 'https://palette.example',
      clientId: 'palette',
      scopes: ['openid', 'email'],
    })),
  }) satisfies Partial<SpectroCloudApi>;

/** The page of a cluster. */
export const CLUSTER_PAGE = '/palette/clusters/uid-1?projectUid=project-1';
