/**
 * What Palette offers, and the fields of cluster and pool that it needs to know
 * first; `account` is the cloud account.
 */
export const OFFER_NEEDS = {
  regions: ['account'],
  zones: ['account', 'region'],
  instanceTypes: ['account', 'region'],
  networks: ['account', 'region'],
  subnets: ['account', 'region', 'vpc'],
  keyPairs: ['account', 'region'],
  locations: ['account', 'subscription'],
  azureZones: ['account', 'subscription', 'location'],
  azureInstanceTypes: ['account', 'subscription', 'location'],
  azureNetworks: ['account', 'subscription', 'location'],
  azureNetworkRanges: ['account', 'subscription', 'location', 'vnet'],
  azureSubnets: ['account', 'subscription', 'location', 'vnet'],
  resourceGroups: ['account', 'subscription', 'location'],
  googleProjects: ['account'],
  googleRegions: ['account', 'googleProject'],
  googleZones: ['account', 'googleProject', 'region'],
  googleNetworks: ['account', 'googleProject', 'region'],
  datacenters: ['account'],
  folders: ['account', 'datacenter'],
  computeClusters: ['account', 'datacenter'],
  vsphereResourcePools: ['account', 'datacenter', 'computeCluster'],
  datastores: ['account', 'datacenter', 'computeCluster'],
  vsphereNetworks: ['account', 'datacenter', 'computeCluster'],
  ipPools: ['account', 'staticIp'],
  domains: ['account'],
  maasResourcePools: ['account'],
  maasZones: ['account'],
  sshKeys: [],
  clusterGroups: [],
} as const satisfies Record<string, readonly string[]>;

/** Something that Palette offers. */
export type OfferName = keyof typeof OFFER_NEEDS;
