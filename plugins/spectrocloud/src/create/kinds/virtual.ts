import { textOf } from '../fields/Field';
import type { Kind } from './Kind';

/** A cluster inside another one; its only pool says how much of its host it may take. */
export const virtual: Kind = {
  type: 'virtual',
  hasAccount: false,
  managedControlPlane: true,
  autoscaling: false,
  placement: [
    {
      id: 'clusterGroup',
      input: 'choice',
      required: true,
      offer: 'clusterGroups',
    },
    {
      id: 'kubernetesVersion',
      input: 'text',
      path: 'kubernetesVersion',
      hint: 'kubernetesVersion',
    },
  ],
  pool: (
    [
      ['maxCpus', 'instanceType.maxCPU', '6'],
      ['minCpus', 'instanceType.minCPU', '0'],
      ['maxMemoryMib', 'instanceType.maxMemInMiB', '8192'],
      ['minMemoryMib', 'instanceType.minMemInMiB', '0'],
      ['maxStorageGib', 'instanceType.maxStorageGiB', '10'],
      ['minStorageGib', 'instanceType.minStorageGiB', '0'],
    ] as const
  ).map(([id, path, initial]) => ({
    id,
    path,
    initial,
    input: 'number',
    required: true,
    min: 0,
  })),
};

/** Where a virtual cluster goes is no part of `cloudConfig`. */
export function hostOf(clusterGroup: unknown) {
  return {
    hostClusterConfig: {
      clusterGroup: { uid: textOf(clusterGroup as string | undefined) },
    },
  };
}
