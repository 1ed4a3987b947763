import { PaletteError } from './PaletteError';
import type { Scope } from './Scope';
import { clustersIn } from './visible';

/** A DNS label that starts with a letter, as it becomes part of host names. */
const NAME = /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** Refuses a name that a cluster can't have, or that another one has. */
export function checkName(scope: Scope, name: string): void {
  if (!NAME.test(name)) {
    throw new PaletteError(400, 'InvalidName', 'The cluster name is invalid', {
      field: 'metadata.name',
    });
  }
  if (clustersIn(scope).some(c => c.name === name && c.state !== 'Deleted')) {
    throw new PaletteError(
      400,
      'DuplicateClusterName',
      'A cluster with this name exists already',
      { field: 'metadata.name' },
    );
  }
}
