import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type {
  PaletteSessionApi,
  TokenCacheStores,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { SessionEnvironment } from './SessionEnvironment';
import type { SessionMetrics } from './SessionMetrics';

/** Longest life of a session where its environment is no longer served, so that nothing else tells. */
const UNSERVED_SESSION_DURATION_MS = 30 * 24 * 3_600_000;

/** What the parts of the session share. */
export interface SessionContext {
  stores: TokenCacheStores;
  environments: ReadonlyMap<string, SessionEnvironment>;
  /** By auth environment; only of those that an entry of `spectrocloud.environments` names. */
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
  const served = environments.get(name);
  if (!served) {
    throw new NotFoundError(
      `There is no auth environment '${name}' of the spectrocloud provider`,
    );
  }
  return served;
}

/** How long a session can live, also where its environment isn't served here. */
export function sessionDurationMsOf(
  { environments }: Pick<SessionContext, 'environments'>,
  name: string,
): number {
  return (
    environments.get(name)?.sessionDurationMs ?? UNSERVED_SESSION_DURATION_MS
  );
}

/** @throws `NotFoundError` for an environment whose tokens are for no Palette */
export function paletteOf(
  { palettes }: Pick<SessionContext, 'palettes'>,
  environment: string,
): PaletteSessionApi {
  const palette = palettes.get(environment);
  if (!palette) {
    throw new NotFoundError(
      `No entry of spectrocloud.environments takes the tokens of auth environment '${environment}'`,
    );
  }
  return palette;
}
