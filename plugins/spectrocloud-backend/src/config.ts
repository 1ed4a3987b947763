import type { RootConfigService } from '@backstage/backend-plugin-api';
import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import type { Limit } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { LimitClass } from './limits/PaletteLimiter';

const DEFAULT_LIST_TTL_MS = 10_000;
const DEFAULT_PERMISSION_TTL_MS = 5_000;
const DEFAULT_REQUEST_TIMEOUT_MS = 30_000;
const DEFAULT_CALL_TIMEOUT_MS = 20_000;
/** Palette's documented limits. */
const DEFAULT_LIMITS: Record<LimitClass, Limit> = {
  standard: { perSecond: 10, burst: 50 },
  fast: { perSecond: 50, burst: 250 },
};

/** What actions may change, each with its dry run. */
const WRITE_OPERATIONS = [
  'create-cluster',
  'approve-repave',
  'apply-update',
] as const;

/** One of them. */
export type WriteOperation = (typeof WRITE_OPERATIONS)[number];

/** The `spectrocloud` keys of this plugin, read once at start. */
export interface SpectroCloudConfig {
  enablePermissions: boolean;
  /** How long a permission decision is shared by the requests of one token. */
  permissionTtlMs: number;
  /** Who may read with an environment's `apiToken`: plugins by their ids, or every service. */
  serviceTokenFor: ReadonlySet<string> | 'every service';
  /** What actions may change; nothing by default. */
  actionWrites: ReadonlySet<WriteOperation>;
  /** How long lists are held. */
  listTtlMs: number;
  /** How long a request may take, waiting for its turn at Palette included. */
  requestTimeoutMs: number;
  /** How long one call to Palette may take. */
  callTimeoutMs: number;
  /** This process' part of Palette's limits. */
  limits: Record<LimitClass, Limit>;
}

/** Reads the plugin's configuration. @throws `InputError` that names the key at fault. */
export function readSpectroCloudConfig(
  config: RootConfigService,
): SpectroCloudConfig {
  const root = config.getOptionalConfig('spectrocloud');
  return {
    enablePermissions: root?.getOptionalBoolean('enablePermissions') ?? true,
    permissionTtlMs: readMs(
      config,
      'permissionTtl',
      DEFAULT_PERMISSION_TTL_MS,
      0,
    ),
    serviceTokenFor: readServiceTokenFor(root),
    actionWrites: readActionWrites(root),
    listTtlMs: readMs(config, 'listTtl', DEFAULT_LIST_TTL_MS, 0),
    requestTimeoutMs: readMs(
      config,
      'requestTimeout',
      DEFAULT_REQUEST_TIMEOUT_MS,
      1,
    ),
    callTimeoutMs: readMs(config, 'callTimeout', DEFAULT_CALL_TIMEOUT_MS, 1),
    limits: readLimits(root?.getOptionalConfig('rateLimit')),
  };
}

/** As Backstage spells the ids of plugins. */
const PLUGIN_ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

function readServiceTokenFor(
  root: Config | undefined,
): SpectroCloudConfig['serviceTokenFor'] {
  const ids = root?.getOptionalStringArray('serviceTokenFor') ?? [];
  const wrong = ids.find(id => !PLUGIN_ID.test(id));
  if (wrong !== undefined) {
    throw new InputError(
      `spectrocloud.serviceTokenFor names plugins by their ids, as 'catalog'; '${wrong}' is none`,
    );
  }
  return root?.getOptionalBoolean('allowServiceTokenFallback')
    ? 'every service'
    : new Set(ids);
}

function readActionWrites(
  root: Config | undefined,
): SpectroCloudConfig['actionWrites'] {
  const names = root?.getOptionalStringArray('actions.writes') ?? [];
  return new Set(
    names.map((name, index) => {
      const known = WRITE_OPERATIONS.find(operation => operation === name);
      if (!known) {
        throw new InputError(
          `spectrocloud.actions.writes[${index}] must be one of '${WRITE_OPERATIONS.join("', '")}'`,
        );
      }
      return known;
    }),
  );
}

function readMs(
  config: Config,
  name: string,
  defaultMs: number,
  minMs: number,
): number {
  const key = `spectrocloud.${name}`;
  if (!config.has(key)) return defaultMs;
  const ms = durationToMilliseconds(readDurationFromConfig(config, { key }));
  if (!(ms >= minMs)) {
    throw new InputError(
      `${key} must be ${minMs > 0 ? 'longer than 0 seconds' : '0 seconds or longer'}`,
    );
  }
  return ms;
}

function readLimits(config: Config | undefined): Record<LimitClass, Limit> {
  const share = config?.getOptionalNumber('share') ?? 1;
  if (!(share > 0 && share <= 1)) {
    throw new InputError(
      `spectrocloud.rateLimit.share must be above 0 and at most 1, as 0.5 for each of two replicas`,
    );
  }
  const read = (limitClass: LimitClass): Limit => {
    const defaults = DEFAULT_LIMITS[limitClass];
    const positive = (key: keyof Limit) => {
      const value =
        config?.getOptionalNumber(`${limitClass}.${key}`) ?? defaults[key];
      if (!(value > 0)) {
        throw new InputError(
          `spectrocloud.rateLimit.${limitClass}.${key} must be above 0`,
        );
      }
      return value * share;
    };
    return {
      perSecond: positive('perSecond'),
      // A bucket that can't hold one call would never give one.
      burst: Math.max(1, Math.floor(positive('burst'))),
    };
  };
  return { standard: read('standard'), fast: read('fast') };
}
