import type { NodePool } from '../../seed/types';
import { PaletteError } from '../PaletteError';

/** The part of `v1MachinePoolConfigEntity` that is looked at. */
export interface PoolEntity {
  size?: number;
  minSize?: number;
  maxSize?: number;
}

/** Gives a pool another size, in time; refuses one that it can't have. */
export function resizePool(pool: NodePool, entity: PoolEntity): void {
  const { size = 0, minSize, maxSize } = entity;
  const errors: { field: string; message: string }[] = [];
  if (pool.isControlPlane && size % 2 === 0) {
    errors.push({
      field: 'poolConfig.size',
      message: 'The control plane pool size must be an odd number',
    });
  }
  if (
    minSize !== undefined &&
    maxSize !== undefined &&
    (size < minSize || size > maxSize)
  ) {
    errors.push({
      field: 'poolConfig.size',
      message: 'size must be from minSize to maxSize',
    });
  }
  if (errors.length > 0) {
    throw new PaletteError(
      400,
      'InvalidMachinePool',
      'The machine pool is not valid',
      { errors },
    );
  }
  pool.wantedSize = size;
  pool.bounds = { minSize, maxSize };
}
