import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { InputError } from '@backstage/errors';
import { Agent, type Dispatcher } from 'undici';
import type { PaletteEnvironment } from '../environments';

const KEEP_ALIVE_MS = 30_000;

/**
 * Connection pool for one Palette, which trusts the certificate authorities of
 * the environment's `caFile` besides the well-known ones.
 *
 * @throws `InputError` when `caFile` can't be read.
 * @public
 */
export function createPaletteDispatcher(
  environment: Pick<PaletteEnvironment, 'name' | 'caFile'>,
): Dispatcher {
  return new Agent({
    keepAliveTimeout: KEEP_ALIVE_MS,
    connect: environment.caFile
      ? { ca: [...rootCertificates, readCaFile(environment)] }
      : undefined,
  });
}

function readCaFile({
  name,
  caFile = '',
}: Pick<PaletteEnvironment, 'name' | 'caFile'>): string {
  try {
    return readFileSync(caFile, 'utf8');
  } catch (error) {
    throw new InputError(
      `caFile of the environment '${name}' in spectrocloud.environments can't be read: give the path of a PEM file that the backend may read`,
      error,
    );
  }
}
