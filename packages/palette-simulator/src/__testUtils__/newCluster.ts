const pool = (isControlPlane: boolean, size: number, cloudConfig: object) => ({
  cloudConfig,
  poolConfig: {
    isControlPlane,
    labels: [isControlPlane ? 'control-plane' : 'worker'],
    name: isControlPlane ? 'cp' : 'workers',
    size,
  },
});

const MACHINE = { instanceType: 't3.large' };
const VM = { instanceType: { diskGiB: 60, memoryMiB: 8192, numCPUs: 4 } };
const AZURE = { location: 'westeurope', sshKey: 'k', subscriptionId: 's' };
const GCP = { project: 'p', region: 'europe-west3' };

/** A good cloudConfig and a good pool for each cloud type. */
const GOOD: Record<string, [cloudConfig: object, machine: object]> = {
  aws: [{ region: 'eu-west-1' }, MACHINE],
  eks: [{ region: 'eu-west-1' }, MACHINE],
  azure: [AZURE, MACHINE],
  aks: [AZURE, MACHINE],
  gcp: [GCP, MACHINE],
  gke: [GCP, MACHINE],
  vsphere: [{ placement: { datacenter: 'dc-dallas' } }, VM],
  maas: [
    { domain: 'maas.acme.example' },
    {
      instanceType: { minCPU: 4, minMemInMB: 8192 },
      resourcePool: 'default',
    },
  ],
  'edge-native': [{}, { edgeHosts: [{ hostUid: 'edge-1' }] }],
  'apache-cloudstack': [{}, { offering: { name: 'large' } }],
};

const MANAGED = ['eks', 'aks', 'gke'];

/** The types of host clusters that can be created. */
export const HOST_TYPES = Object.keys(GOOD);

/** A good body for `POST /v1/spectroclusters/{type}`. */
export function newCluster(type: string, name: string) {
  const [cloudConfig, machine] = GOOD[type];
  return {
    metadata: { name, labels: { env: 'test' } },
    spec: {
      cloudAccountUid: 'account',
      cloudConfig,
      machinepoolconfig: [
        ...(MANAGED.includes(type) ? [] : [pool(true, 3, machine)]),
        pool(false, 2, machine),
      ],
      profiles: [] as { uid: string; packValues?: object[] }[],
    },
  };
}

/** The same for `POST /v1/spectroclusters/virtual`. */
export function newVirtualCluster(groupUid: string, name: string) {
  return {
    metadata: { name },
    spec: {
      clusterConfig: {
        hostClusterConfig: { clusterGroup: { uid: groupUid } },
      },
      machinepoolconfig: [
        {
          cloudConfig: {
            instanceType: {
              maxCPU: 4,
              maxMemInMiB: 8192,
              maxStorageGiB: 10,
              minCPU: 1,
              minMemInMiB: 1024,
              minStorageGiB: 0,
            },
          },
        },
      ],
    },
  };
}
