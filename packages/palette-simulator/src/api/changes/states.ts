import type { Cluster } from '../../seed/types';
import { PaletteError } from '../PaletteError';

/** Palette forgets a cluster by force only once its deletion has been stuck for so long. */
const FORCE_AFTER_MS = 15 * 60 * 1000;

/** Refuses to change what is not there for good. */
export function requireRunning({ state, name }: Cluster): void {
  if (state !== 'Running') {
    throw new PaletteError(
      400,
      'InvalidClusterState',
      `Cluster ${name} can not be changed in state ${state}`,
      { state },
    );
  }
}

/** Refuses a deletion by force that comes too early. */
export function requireStuck(
  { state, deletionBeganAt = 0, name }: Cluster,
  nowMs: number,
): void {
  if (state !== 'Deleting' || nowMs - deletionBeganAt < FORCE_AFTER_MS) {
    throw new PaletteError(
      400,
      'ForceDeleteNotAllowed',
      `Cluster ${name} can be deleted by force only when its deletion has been stuck for 15 minutes`,
      { state },
    );
  }
}
