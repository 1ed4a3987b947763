import { InputError } from '@backstage/errors';
import type { V1PoolConfig, V1PoolEntity } from '../palette/v1clusterChanges';

/** What a pool is beside its cloud's part. */
const POOL_FIELDS = [
  'additionalAnnotations',
  'additionalLabels',
  'additionalTags',
  'isControlPlane',
  'machinePoolProperties',
  'maxSize',
  'minSize',
  'nodeRepaveInterval',
  'overrideKubeadmConfiguration',
  'skipK8sUpgrade',
  'taints',
  'updateStrategy',
  'useControlPlaneAsWorker',
];

const AMAZON_FIELDS = [
  'azs',
  'capacityType',
  'instanceType',
  'rootDeviceSize',
  'spotMarketOptions',
];
const AZURE_FIELDS = ['azs', 'instanceType', 'isSystemNodePool', 'osDisk'];
const GOOGLE_FIELDS = ['azs', 'instanceType', 'rootDeviceSize', 'subnet'];

/** What Palette takes of a pool's cloud part, by cloud; edge hosts, virtual and imported clusters have pools of other kinds. */
const CLOUD_FIELDS: Record<string, string[]> = {
  aws: [
    ...AMAZON_FIELDS,
    'additionalSecurityGroups',
    'hostResourceGroupArn',
    'licenseConfigurationArns',
  ],
  eks: [
    ...AMAZON_FIELDS,
    'amiType',
    'awsLaunchTemplate',
    'enableAwsLaunchTemplate',
  ],
  azure: AZURE_FIELDS,
  aks: AZURE_FIELDS,
  gcp: GOOGLE_FIELDS,
  gke: GOOGLE_FIELDS,
  vsphere: ['instanceType'],
  maas: ['azs', 'instanceType', 'resourcePool', 'tags', 'useLxdVm'],
  'apache-cloudstack': ['instanceConfig', 'networks', 'offering', 'template'],
};

function pick(pool: V1PoolConfig, fields: string[]): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap(field =>
      pool[field] === undefined ? [] : [[field, pool[field]]],
    ),
  );
}

/** Networks are told with the pool of addresses, and taken with its uid. */
function toNetwork(network: V1PoolConfig['network']) {
  if (!network) return undefined;
  const { networkName, staticIp, parentPoolRef } = network;
  return { networkName, staticIp, parentPoolUid: parentPoolRef?.uid };
}

/** What some clouds tell in another shape than they take it. */
function reshaped({ subnetIds, placements, network }: V1PoolConfig) {
  return {
    ...(subnetIds && {
      subnets: Object.entries(subnetIds).map(([az, id]) => ({ az, id })),
    }),
    ...(placements && {
      placements: placements.map(placement => ({
        ...placement,
        network: toNetwork(placement.network),
      })),
    }),
    ...(network && { network: toNetwork(network) }),
  };
}

/**
 * A node pool as Palette takes it, of how it tells it: all that it would else lose.
 *
 * @throws `InputError` for a cloud whose pools have no size of their own.
 */
export function toPoolEntity(
  cloudType: string,
  pool: V1PoolConfig,
): V1PoolEntity {
  const fields = Object.hasOwn(CLOUD_FIELDS, cloudType)
    ? CLOUD_FIELDS[cloudType]
    : undefined;
  if (!fields) {
    throw new InputError(
      `Node pools of ${cloudType} can't be resized here: do it in Palette's console`,
    );
  }
  const isAzure = fields === AZURE_FIELDS;
  const { isSystemNodePool, osType } = pool;
  return {
    cloudConfig: { ...pick(pool, fields), ...reshaped(pool) },
    ...(isAzure && { managedPoolConfig: { isSystemNodePool, osType } }),
    poolConfig: {
      ...pick(pool, POOL_FIELDS),
      labels: pool.labels ?? [],
      name: pool.name ?? '',
      size: pool.size ?? 0,
    },
  };
}
