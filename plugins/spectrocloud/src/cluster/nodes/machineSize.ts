import type { Machine } from '@terasky/backstage-plugin-spectrocloud-common';
import { gibOf } from '../../clusters/clusterAmounts';

/** How large a machine is: its cloud's name for it, or its figures, as `4 vCPU, 16 GiB, 60 GiB`. */
export function machineSize(
  { instanceType, cpus, memoryMiB, diskGiB }: Machine,
  locale: string,
): string {
  const memory =
    memoryMiB && gibOf({ used: memoryMiB, total: memoryMiB }, locale).total;
  const figures = [
    cpus && `${cpus} vCPU`,
    memory && `${memory} GiB`,
    diskGiB && `${diskGiB} GiB`,
  ]
    .filter(Boolean)
    .join(', ');
  return [instanceType, figures].filter(Boolean).join(': ');
}
