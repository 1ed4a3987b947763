import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type {
  Keyring,
  PaletteSessionApi,
  TokenCacheStores,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { SessionEnvironment } from './SessionEnvironment';
import type { SessionMetrics } from './SessionMetrics';

/** What the parts of the session share. */
export interface SessionContext {
  stores: TokenCacheStores;
  keyring: Keyring;
  environments: ReadonlyMap<string, SessionEnvironment>;
  palettes: ReadonlyMap<string, PaletteSessionApi>;
  logger: LoggerService;
  metrics: SessionMetrics;
  now: () => Date;
}

/** @throws `NotFoundError` for an environment that isn't served */
export function environmentOf(
  { environments }: Pick<SessionContext, 'environments'>,
  name: string,
): SessionEnvironment {
  const environment = environments.get(name);
  if (!environment) {
    throw new NotFoundError(
      `There is no auth environment '${name}' of the spectrocloud provider`,
    );
  }
  return environment;
}

/** @throws `NotFoundError` for an environment that isn't served */
export function paletteOf(
  { palettes }: Pick<SessionContext, 'palettes'>,
  environment: string,
): PaletteSessionApi {
  const palette = palettes.get(environment);
  if (!palette) {
    throw new NotFoundError(
      `There is no auth environment '${environment}' of the spectrocloud provider`,
    );
  }
  return palette;
}
