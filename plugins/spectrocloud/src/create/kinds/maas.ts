import type { Kind } from './Kind';

/** Kubernetes by Palette on bare metal of MAAS. */
export const maas: Kind = {
  type: 'maas',
  hasAccount: true,
  managedControlPlane: false,
  autoscaling: true,
  placement: [
    {
      id: 'domain',
      input: 'suggest',
      path: 'domain',
      required: true,
      offer: 'domains',
    },
    { id: 'ntpServers', input: 'several', path: 'ntpServers' },
  ],
  pool: [
    {
      id: 'resourcePool',
      input: 'suggest',
      path: 'resourcePool',
      required: true,
      offer: 'maasResourcePools',
    },
    {
      id: 'zones',
      input: 'several',
      path: 'azs',
      required: true,
      offer: 'maasZones',
    },
    {
      id: 'minCpus',
      input: 'number',
      path: 'instanceType.minCPU',
      required: true,
      initial: '4',
      min: 1,
    },
    {
      id: 'minMemoryMib',
      input: 'number',
      path: 'instanceType.minMemInMB',
      required: true,
      initial: '8192',
      min: 1024,
    },
    { id: 'machineTags', input: 'several', path: 'tags', hint: 'machineTags' },
  ],
};
