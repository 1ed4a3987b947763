import { listOf } from '../fields/Field';
import type { Kind } from './Kind';

/** Kubernetes by Palette on virtual machines of vSphere. */
export const vsphere: Kind = {
  type: 'vsphere',
  hasAccount: true,
  managedControlPlane: false,
  autoscaling: true,
  placement: [
    {
      id: 'datacenter',
      input: 'suggest',
      path: 'placement.datacenter',
      required: true,
      offer: 'datacenters',
    },
    {
      id: 'folder',
      input: 'suggest',
      path: 'placement.folder',
      required: true,
      offer: 'folders',
    },
    {
      id: 'templateFolder',
      input: 'suggest',
      path: 'placement.imageTemplateFolder',
      offer: 'folders',
      hint: 'templateFolder',
    },
    {
      id: 'endpoint',
      input: 'choice',
      path: 'controlPlaneEndpoint.type',
      required: true,
      choices: ['VIP', 'DDNS'],
      initial: 'VIP',
    },
    {
      id: 'endpointHost',
      input: 'text',
      path: 'controlPlaneEndpoint.host',
      hint: 'endpointHost',
    },
    {
      id: 'searchDomain',
      input: 'text',
      path: 'controlPlaneEndpoint.ddnsSearchDomain',
      required: true,
      when: ({ endpoint }) => endpoint === 'DDNS',
    },
    { id: 'staticIp', input: 'flag', path: 'staticIp', initial: false },
    {
      id: 'publicKeys',
      input: 'several',
      path: 'sshKeys',
      required: true,
      offer: 'sshKeys',
      hint: 'publicKey',
    },
    { id: 'ntpServers', input: 'several', path: 'ntpServers' },
  ],
  pool: [
    {
      id: 'computeCluster',
      input: 'suggest',
      required: true,
      offer: 'computeClusters',
    },
    {
      id: 'resourcePool',
      input: 'suggest',
      required: true,
      offer: 'vsphereResourcePools',
    },
    { id: 'datastore', input: 'suggest', required: true, offer: 'datastores' },
    {
      id: 'network',
      input: 'suggest',
      required: true,
      offer: 'vsphereNetworks',
    },
    {
      id: 'ipPool',
      input: 'choice',
      offer: 'ipPools',
      when: ({ staticIp }) => staticIp === true,
    },
    {
      id: 'cpus',
      input: 'number',
      path: 'instanceType.numCPUs',
      required: true,
      initial: '4',
      min: 1,
    },
    {
      id: 'memoryMib',
      input: 'number',
      path: 'instanceType.memoryMiB',
      required: true,
      initial: '8192',
      min: 1024,
    },
    {
      id: 'diskGib',
      input: 'number',
      path: 'instanceType.diskGiB',
      required: true,
      initial: '60',
      min: 1,
    },
  ],
  shapePool: (
    cloudConfig,
    { computeCluster, resourcePool, datastore, network, ipPool },
    { staticIp },
  ) => ({
    ...cloudConfig,
    placements: [
      {
        cluster: computeCluster,
        resourcePool,
        datastore,
        network: {
          networkName: network,
          staticIp: staticIp === true,
          ...(staticIp === true &&
            listOf(ipPool).length > 0 && { parentPoolUid: ipPool }),
        },
      },
    ],
  }),
};
