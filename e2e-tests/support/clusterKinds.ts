import { expect } from '@playwright/test';
import type { Entries } from './wizard';

/** How somebody fills in the wizard for one kind of cluster, and what Palette gets for it. */
export interface ClusterKind {
  /** Last segment of Palette's `POST /v1/spectroclusters/{type}`. */
  type: string;
  /** As the wizard names it. */
  label: string;
  /** The cloud account, or what a virtual cluster has instead. */
  basics: Entries;
  /** None for virtual clusters. */
  infrastructure?: string;
  placement: Entries;
  /** By the name of the pool. */
  pools: Record<string, Entries>;
  /** Of the cluster, as Palette gets it. */
  cloudConfig: object;
  /** `cloudConfig` of each pool, in the pools' order. */
  poolConfigs: object[];
}

const publicKey = expect.stringMatching(
  /^ssh-ed25519 \S+ platform-bastion@acme\.example$/,
);

const SUBSCRIPTION = '5f0c7d5e-0b6e-4c1c-9d55-2f7f0f6a9b11';
const AZURE_PLACEMENT: Entries = {
  Subscription: { typed: SUBSCRIPTION },
  Location: 'westeurope',
  'Resource group': 'kubernetes',
  'Public SSH key': /platform-bastion/,
};
const AZURE_CONFIG = {
  subscriptionId: SUBSCRIPTION,
  location: 'westeurope',
  resourceGroup: 'kubernetes',
  sshKey: publicKey,
};
const azureMachine = (storageAccountType = 'Premium_LRS') => ({
  instanceType: 'Standard_D4s_v5',
  osDisk: {
    diskSizeGB: 60,
    managedDisk: { storageAccountType },
    osType: 'Linux',
  },
});

const GOOGLE_PLACEMENT: Entries = {
  'Project of Google Cloud': 'acme-platform-prod',
  Region: 'europe-west3',
};
const GOOGLE_CONFIG = { project: 'acme-platform-prod', region: 'europe-west3' };
const GOOGLE_MACHINE = { instanceType: 'n2-standard-4', rootDeviceSize: 60 };

const VSPHERE_POOL: Entries = {
  'Compute cluster': 'compute-a',
  'Resource pool': 'Kubernetes',
  Datastore: 'compute-a-nvme',
  Network: 'VM Network',
};

/** All kinds that the wizard knows. */
export const CLUSTER_KINDS: ClusterKind[] = [
  {
    type: 'eks',
    label: 'AWS EKS',
    basics: { 'Cloud account': 'aws-production' },
    infrastructure: 'eks-infra',
    placement: {
      Region: 'eu-west-1',
      'Access to the API server': 'Private and public',
      'Public access from (CIDR)': { typed: '10.0.0.0/8, 192.0.2.0/24' },
    },
    pools: {
      worker: {
        'Machine type': 'm5.xlarge',
        Zones: ['eu-west-1a', 'eu-west-1b'],
      },
    },
    cloudConfig: {
      region: 'eu-west-1',
      endpointAccess: {
        public: true,
        private: true,
        publicCIDRs: ['10.0.0.0/8', '192.0.2.0/24'],
      },
    },
    poolConfigs: [
      {
        instanceType: 'm5.xlarge',
        rootDeviceSize: 60,
        capacityType: 'on-demand',
        azs: ['eu-west-1a', 'eu-west-1b'],
      },
    ],
  },
  {
    type: 'aws',
    label: 'AWS',
    basics: { 'Cloud account': 'aws-sandbox' },
    infrastructure: 'aws-infra',
    placement: {
      Region: 'eu-west-1',
      'SSH key pair': 'platform-bastion',
      VPC: 'vpc-0a1b2c3d',
      'Load balancer of the API server': 'Internal',
    },
    pools: {
      'control-plane': {
        'Machine type': 'm5.xlarge',
        Subnets: ['private-eu-west-1a, eu-west-1a'],
      },
      worker: {
        'Machine type': 't3.large',
        Capacity: 'Spot',
        'Highest price ($ an hour)': { typed: '0.05' },
        Subnets: ['private-eu-west-1b, eu-west-1b'],
      },
    },
    cloudConfig: {
      region: 'eu-west-1',
      sshKeyName: 'platform-bastion',
      vpcId: 'vpc-0a1b2c3d',
      controlPlaneLoadBalancer: 'internal',
    },
    poolConfigs: [
      {
        instanceType: 'm5.xlarge',
        rootDeviceSize: 60,
        capacityType: 'on-demand',
        subnets: [{ az: 'eu-west-1a', id: 'subnet-01' }],
      },
      {
        instanceType: 't3.large',
        rootDeviceSize: 60,
        capacityType: 'spot',
        spotMarketOptions: { maxPrice: '0.05' },
        subnets: [{ az: 'eu-west-1b', id: 'subnet-02' }],
      },
    ],
  },
  {
    type: 'aks',
    label: 'Azure AKS',
    basics: { 'Cloud account': 'azure-main' },
    infrastructure: 'aks-infra',
    placement: AZURE_PLACEMENT,
    pools: {
      worker: {
        'Machine type': 'Standard_D4s_v5',
        'Kind of disk': 'Standard SSD',
      },
    },
    cloudConfig: AZURE_CONFIG,
    poolConfigs: [
      { ...azureMachine('StandardSSD_LRS'), isSystemNodePool: true },
    ],
  },
  {
    type: 'azure',
    label: 'Azure',
    basics: { 'Cloud account': 'azure-main' },
    infrastructure: 'azure-infra',
    placement: {
      ...AZURE_PLACEMENT,
      'Virtual network': 'hub',
      'Address range of the network (CIDR)': '10.9.0.0/16',
      'Resource group of the network': 'networking',
      'Subnet of the control plane': 'control-plane',
      'Address range of the control plane': { typed: '10.9.0.0/24' },
      'Subnet of the workers': 'workers',
      'Address range of the workers': { typed: '10.9.1.0/24' },
    },
    pools: {
      'control-plane': { 'Machine type': 'Standard_D4s_v5' },
      worker: { 'Machine type': 'Standard_D4s_v5', Zones: ['1', '3'] },
    },
    cloudConfig: {
      ...AZURE_CONFIG,
      vnetName: 'hub',
      vnetCidrBlock: '10.9.0.0/16',
      vnetResourceGroup: 'networking',
      controlPlaneSubnet: { name: 'control-plane', cidrBlock: '10.9.0.0/24' },
      workerSubnet: { name: 'workers', cidrBlock: '10.9.1.0/24' },
    },
    poolConfigs: [azureMachine(), { ...azureMachine(), azs: ['1', '3'] }],
  },
  {
    type: 'gke',
    label: 'GCP GKE',
    basics: { 'Cloud account': 'gcp-main' },
    infrastructure: 'gke-infra',
    placement: GOOGLE_PLACEMENT,
    pools: { worker: { 'Machine type': 'n2-standard-4' } },
    cloudConfig: {
      ...GOOGLE_CONFIG,
      managedClusterConfig: { location: 'europe-west3' },
    },
    poolConfigs: [GOOGLE_MACHINE],
  },
  {
    type: 'gcp',
    label: 'GCP',
    basics: { 'Cloud account': 'gcp-main' },
    infrastructure: 'gcp-infra',
    placement: { ...GOOGLE_PLACEMENT, Network: 'default' },
    pools: {
      'control-plane': {
        'Machine type': 'n2-standard-4',
        Zones: ['europe-west3-a', 'europe-west3-b', 'europe-west3-c'],
      },
      worker: { 'Machine type': 'n2-standard-4', Zones: ['europe-west3-a'] },
    },
    cloudConfig: { ...GOOGLE_CONFIG, network: 'default' },
    poolConfigs: [
      {
        ...GOOGLE_MACHINE,
        azs: ['europe-west3-a', 'europe-west3-b', 'europe-west3-c'],
      },
      { ...GOOGLE_MACHINE, azs: ['europe-west3-a'] },
    ],
  },
  {
    type: 'vsphere',
    label: 'vSphere',
    basics: { 'Cloud account': 'vsphere-frankfurt' },
    infrastructure: 'vsphere-infra',
    placement: {
      'Data centre': 'dc-frankfurt',
      Folder: 'clusters-dc-frankfurt',
      'Address of the API server': { typed: '10.20.30.40' },
      'Static addresses': true,
      'Public SSH keys': ['platform-bastion'],
    },
    pools: {
      'control-plane': { ...VSPHERE_POOL, 'Pool of addresses': /10\.\d+/ },
      worker: { ...VSPHERE_POOL, 'Pool of addresses': /10\.\d+/ },
    },
    cloudConfig: {
      placement: {
        datacenter: 'dc-frankfurt',
        folder: 'clusters-dc-frankfurt',
      },
      controlPlaneEndpoint: { type: 'VIP', host: '10.20.30.40' },
      staticIp: true,
      sshKeys: [publicKey],
    },
    poolConfigs: Array.from({ length: 2 }, () => ({
      instanceType: { numCPUs: 4, memoryMiB: 8192, diskGiB: 60 },
      placements: [
        {
          cluster: 'compute-a',
          resourcePool: 'Kubernetes',
          datastore: 'compute-a-nvme',
          network: {
            networkName: 'VM Network',
            staticIp: true,
            parentPoolUid: expect.any(String),
          },
        },
      ],
    })),
  },
  {
    type: 'maas',
    label: 'MAAS',
    basics: { 'Cloud account': 'maas-frankfurt' },
    infrastructure: 'maas-infra',
    placement: {
      Domain: 'acme.example',
      'NTP servers': { typed: 'ntp.acme.example' },
    },
    pools: {
      'control-plane': {
        'Resource pool': 'default',
        Zones: ['rack-a', 'rack-b'],
      },
      worker: {
        'Resource pool': 'kubernetes',
        Zones: ['rack-b'],
        'Memory at least (MiB)': { typed: '16384' },
        'Tags of the machines': { typed: 'nvme, gpu' },
      },
    },
    cloudConfig: { domain: 'acme.example', ntpServers: ['ntp.acme.example'] },
    poolConfigs: [
      {
        resourcePool: 'default',
        azs: ['rack-a', 'rack-b'],
        instanceType: { minCPU: 4, minMemInMB: 8192 },
      },
      {
        resourcePool: 'kubernetes',
        azs: ['rack-b'],
        instanceType: { minCPU: 4, minMemInMB: 16_384 },
        tags: ['nvme', 'gpu'],
      },
    ],
  },
  {
    type: 'virtual',
    label: 'Virtual',
    basics: {
      'Cluster group': 'payments-vclusters',
      'Kubernetes version': { typed: '1.32.1' },
    },
    placement: {},
    pools: {
      'Resources of the host': {
        'CPUs at most': { typed: '2' },
        'Storage at most (GiB)': { typed: '4' },
      },
    },
    cloudConfig: { kubernetesVersion: '1.32.1' },
    poolConfigs: [
      {
        instanceType: {
          maxCPU: 2,
          minCPU: 0,
          maxMemInMiB: 8192,
          minMemInMiB: 0,
          maxStorageGiB: 4,
          minStorageGiB: 0,
        },
      },
    ],
  },
];
