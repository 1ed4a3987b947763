import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

const DEFAULT_MEMORY_TTL_MS = 30_000;
const MEMORY_TTL = 'spectrocloud.tokenCache.memoryTtl';
const TRUSTED_PLUGINS = 'spectrocloud.tokenCache.trustedPlugins';
const PLUGIN_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * How long readers may serve a token from memory: `spectrocloud.tokenCache.memoryTtl`; 0 switches the copy off.
 *
 * @throws `InputError` for what is negative
 */
export function readMemoryTtlMs(config: Config): number {
  if (!config.has(MEMORY_TTL)) {
    return DEFAULT_MEMORY_TTL_MS;
  }
  const milliseconds = durationToMilliseconds(
    readDurationFromConfig(config, { key: MEMORY_TTL }),
  );
  if (!(milliseconds >= 0)) {
    throw new InputError(`${MEMORY_TTL} must not be negative`);
  }
  return milliseconds;
}

/**
 * Ids of further plugins that may ask for their caller's session token:
 * `spectrocloud.tokenCache.trustedPlugins`.
 *
 * @throws `InputError` for what can't be a plugin id.
 * @public
 */
export function readTrustedPlugins(config: Config): string[] {
  const plugins = config.getOptionalStringArray(TRUSTED_PLUGINS) ?? [];
  plugins.forEach((plugin, index) => {
    if (!PLUGIN_ID.test(plugin)) {
      throw new InputError(
        `${TRUSTED_PLUGINS}[${index}] '${plugin}' is no plugin id: give one such as 'scaffolder', without 'plugin:'`,
      );
    }
  });
  return plugins;
}
