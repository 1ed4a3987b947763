import type { CreatableCloudType } from '@terasky/backstage-plugin-spectrocloud-common';
import type { HclValue } from './hcl';

/** Where a member of Palette's create body stands in Terraform: `block.attribute`, or an attribute. */
export interface Mapping {
  from: string;
  to: string;
  /** Terraform wants it even where Palette doesn't: a variable stands for what isn't given. */
  required?: 'string' | 'list(string)';
  /** Where the value is another. */
  as?: (value: unknown) => HclValue | undefined;
}

/** How a kind of cluster is told to the Terraform provider. */
export interface TerraformKind {
  resource: string;
  cloud: Mapping[];
  pool: Mapping[];
}

const map = (from: string, to: string): Mapping => ({ from, to });

interface Subnet {
  az: string;
  id: string;
}

/** Subnets by their zone, several of one zone with commas. */
function toZoneMap(value: unknown): HclValue | undefined {
  if (!Array.isArray(value)) return undefined;
  const zones = new Map<string, string>();
  for (const { az, id } of value as Subnet[]) {
    zones.set(az, zones.has(az) ? `${zones.get(az)},${id}` : id);
  }
  return zones;
}

function toEndpointAccess(value: unknown): HclValue | undefined {
  const access = value as { public?: boolean; private?: boolean } | undefined;
  if (!access) return undefined;
  if (access.public && access.private) return 'private_and_public';
  return access.private ? 'private' : 'public';
}

const AWS_POOL: Mapping[] = [
  map('cloudConfig.instanceType', 'instance_type'),
  map('cloudConfig.rootDeviceSize', 'disk_size_gb'),
  map('cloudConfig.capacityType', 'capacity_type'),
  map('cloudConfig.spotMarketOptions.maxPrice', 'max_price'),
  map('cloudConfig.azs', 'azs'),
  { ...map('cloudConfig.subnets', 'az_subnets'), as: toZoneMap },
];

const AZURE_CLOUD: Mapping[] = [
  map('subscriptionId', 'subscription_id'),
  map('resourceGroup', 'resource_group'),
  map('location', 'region'),
  map('sshKey', 'ssh_key'),
];

const GOOGLE_CLOUD = [map('project', 'project'), map('region', 'region')];

const GOOGLE_POOL = [
  map('cloudConfig.instanceType', 'instance_type'),
  map('cloudConfig.rootDeviceSize', 'disk_size_gb'),
];

const PLACEMENT = 'cloudConfig.placements.0';

/** By kind; virtual clusters have a resource of another make. */
export const TERRAFORM_KINDS: Record<
  Exclude<CreatableCloudType, 'virtual'>,
  TerraformKind
> = {
  eks: {
    resource: 'spectrocloud_cluster_eks',
    cloud: [
      map('region', 'region'),
      map('vpcId', 'vpc_id'),
      map('sshKeyName', 'ssh_key_name'),
      { ...map('endpointAccess', 'endpoint_access'), as: toEndpointAccess },
      map('endpointAccess.publicCIDRs', 'public_access_cidrs'),
      map('endpointAccess.privateCIDRs', 'private_access_cidrs'),
    ],
    pool: AWS_POOL,
  },
  aws: {
    resource: 'spectrocloud_cluster_aws',
    cloud: [
      map('region', 'region'),
      map('vpcId', 'vpc_id'),
      { ...map('sshKeyName', 'ssh_key_name'), required: 'string' },
      map('controlPlaneLoadBalancer', 'control_plane_lb'),
    ],
    pool: AWS_POOL,
  },
  azure: {
    resource: 'spectrocloud_cluster_azure',
    cloud: [
      ...AZURE_CLOUD,
      map('vnetName', 'virtual_network_name'),
      map('vnetCidrBlock', 'virtual_network_cidr_block'),
      map('vnetResourceGroup', 'network_resource_group'),
      map('controlPlaneSubnet.name', 'control_plane_subnet.name'),
      map('controlPlaneSubnet.cidrBlock', 'control_plane_subnet.cidr_block'),
      map('workerSubnet.name', 'worker_node_subnet.name'),
      map('workerSubnet.cidrBlock', 'worker_node_subnet.cidr_block'),
    ],
    pool: [
      map('cloudConfig.instanceType', 'instance_type'),
      map('cloudConfig.azs', 'azs'),
      map('cloudConfig.osDisk.osType', 'os_type'),
      map('cloudConfig.osDisk.diskSizeGB', 'disk.size_gb'),
      map('cloudConfig.osDisk.managedDisk.storageAccountType', 'disk.type'),
    ],
  },
  aks: {
    resource: 'spectrocloud_cluster_aks',
    cloud: [
      ...AZURE_CLOUD,
      map('vnetName', 'vnet_name'),
      map('vnetCidrBlock', 'vnet_cidr_block'),
      map('vnetResourceGroup', 'vnet_resource_group'),
      map('controlPlaneSubnet.name', 'control_plane_subnet_name'),
      map('controlPlaneSubnet.cidrBlock', 'control_plane_cidr'),
      map('workerSubnet.name', 'worker_subnet_name'),
      map('workerSubnet.cidrBlock', 'worker_cidr'),
    ],
    pool: [
      map('cloudConfig.instanceType', 'instance_type'),
      map('cloudConfig.isSystemNodePool', 'is_system_node_pool'),
      map('cloudConfig.osDisk.diskSizeGB', 'disk_size_gb'),
      map(
        'cloudConfig.osDisk.managedDisk.storageAccountType',
        'storage_account_type',
      ),
    ],
  },
  gcp: {
    resource: 'spectrocloud_cluster_gcp',
    cloud: [...GOOGLE_CLOUD, map('network', 'network')],
    pool: [...GOOGLE_POOL, map('cloudConfig.azs', 'azs')],
  },
  gke: {
    resource: 'spectrocloud_cluster_gke',
    cloud: GOOGLE_CLOUD,
    pool: GOOGLE_POOL,
  },
  vsphere: {
    resource: 'spectrocloud_cluster_vsphere',
    cloud: [
      map('placement.datacenter', 'datacenter'),
      map('placement.folder', 'folder'),
      map('placement.imageTemplateFolder', 'image_template_folder'),
      map('controlPlaneEndpoint.type', 'network_type'),
      map('controlPlaneEndpoint.host', 'host_endpoint'),
      map('controlPlaneEndpoint.ddnsSearchDomain', 'network_search_domain'),
      map('staticIp', 'static_ip'),
      map('sshKeys', 'ssh_keys'),
      map('ntpServers', 'ntp_servers'),
    ],
    pool: [
      map(`${PLACEMENT}.cluster`, 'placement.cluster'),
      map(`${PLACEMENT}.resourcePool`, 'placement.resource_pool'),
      map(`${PLACEMENT}.datastore`, 'placement.datastore'),
      map(`${PLACEMENT}.network.networkName`, 'placement.network'),
      map(`${PLACEMENT}.network.parentPoolUid`, 'placement.static_ip_pool_id'),
      map('cloudConfig.instanceType.numCPUs', 'instance_type.cpu'),
      map('cloudConfig.instanceType.memoryMiB', 'instance_type.memory_mb'),
      map('cloudConfig.instanceType.diskGiB', 'instance_type.disk_size_gb'),
    ],
  },
  maas: {
    resource: 'spectrocloud_cluster_maas',
    cloud: [map('domain', 'domain'), map('ntpServers', 'ntp_servers')],
    pool: [
      map('cloudConfig.azs', 'azs'),
      map('cloudConfig.tags', 'node_tags'),
      map('cloudConfig.resourcePool', 'placement.resource_pool'),
      map('cloudConfig.instanceType.minCPU', 'instance_type.min_cpu'),
      map('cloudConfig.instanceType.minMemInMB', 'instance_type.min_memory_mb'),
    ],
  },
};

/** The resource of virtual clusters. */
export const VIRTUAL_RESOURCE = 'spectrocloud_virtual_cluster';

/** How much of its host a virtual cluster may take. */
export const VIRTUAL_RESOURCES: Mapping[] = (
  [
    ['maxCPU', 'max_cpu'],
    ['minCPU', 'min_cpu'],
    ['maxMemInMiB', 'max_mem_in_mb'],
    ['minMemInMiB', 'min_mem_in_mb'],
    ['maxStorageGiB', 'max_storage_in_gb'],
    ['minStorageGiB', 'min_storage_in_gb'],
  ] as const
).map(([from, to]) => map(`cloudConfig.instanceType.${from}`, to));
