import type { Field } from '../fields/Field';

/** Storage of Azure's managed disks, by Azure's names. */
const DISK_TYPES = ['Premium_LRS', 'StandardSSD_LRS', 'Standard_LRS'] as const;

/** Where both kinds of Azure go. */
export const AZURE_PLACEMENT: Field[] = [
  {
    id: 'subscription',
    input: 'text',
    path: 'subscriptionId',
    required: true,
    hint: 'subscription',
  },
  {
    id: 'location',
    input: 'suggest',
    path: 'location',
    required: true,
    offer: 'locations',
  },
  {
    id: 'resourceGroup',
    input: 'suggest',
    path: 'resourceGroup',
    required: true,
    offer: 'resourceGroups',
  },
  {
    id: 'publicKey',
    input: 'suggest',
    path: 'sshKey',
    required: true,
    offer: 'sshKeys',
    hint: 'publicKey',
  },
  {
    id: 'vnet',
    input: 'suggest',
    path: 'vnetName',
    offer: 'azureNetworks',
    hint: 'vpc',
  },
  {
    id: 'vnetCidr',
    input: 'suggest',
    path: 'vnetCidrBlock',
    required: true,
    offer: 'azureNetworkRanges',
    when: ({ vnet }) => Boolean(vnet),
  },
  {
    id: 'vnetGroup',
    input: 'suggest',
    path: 'vnetResourceGroup',
    required: true,
    offer: 'resourceGroups',
    when: ({ vnet }) => Boolean(vnet),
  },
  ...(['controlPlane', 'worker'] as const).flatMap((part): Field[] => [
    {
      id: `${part}Subnet`,
      input: 'suggest',
      path: `${part}Subnet.name`,
      required: true,
      offer: 'azureSubnets',
      when: ({ vnet }) => Boolean(vnet),
    },
    {
      id: `${part}SubnetCidr`,
      input: 'text',
      path: `${part}Subnet.cidrBlock`,
      required: true,
      when: ({ vnet }) => Boolean(vnet),
    },
  ]),
];

/** Machines of both kinds of Azure. */
export const AZURE_POOL: Field[] = [
  {
    id: 'instanceType',
    input: 'suggest',
    path: 'instanceType',
    required: true,
    offer: 'azureInstanceTypes',
  },
  {
    id: 'diskGib',
    input: 'number',
    path: 'osDisk.diskSizeGB',
    required: true,
    initial: '60',
    min: 1,
  },
  {
    id: 'diskType',
    input: 'choice',
    path: 'osDisk.managedDisk.storageAccountType',
    required: true,
    choices: DISK_TYPES,
    initial: 'Premium_LRS',
  },
];
