import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  apiTokenCookieName,
  SPECTROCLOUD_AUTH_PROVIDER_ID,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { CaFile } from './palette/trustedAuthorities';
import { isLoopback } from './toolbox/isLoopback';

const DEFAULT_AUTH_ENVIRONMENT = 'development';
const ENVIRONMENTS = 'spectrocloud.environments';
const PROVIDER = `auth.providers.${SPECTROCLOUD_AUTH_PROVIDER_ID}`;

/** One Palette that the back end talks to: an entry of `spectrocloud.environments`. @public */
export interface PaletteEnvironment {
  /** What requests call `instance`. */
  name: string;
  /** Origin of Palette's API, without a trailing slash. */
  url: string;
  /** Uid or organisation name that the caller's token must belong to. */
  tenant?: string;
  /** API key of a service account. */
  apiToken?: string;
  /** Auth environment whose tokens this Palette accepts. */
  authEnvironment: string;
  /** Cookie with the sealed session token of that auth environment. */
  apiTokenCookie: string;
  /** Further certificate authorities: the entry's own, else those of its auth environment. */
  caFile?: CaFile;
}

/** The environment that signs users in to Backstage: `auth.environment`. */
export function readDefaultAuthEnvironment(config: Config): string {
  return (
    config.getOptionalString('auth.environment') ?? DEFAULT_AUTH_ENVIRONMENT
  );
}

/** Whether the SpectroCloud plugins are switched on: `spectrocloud.enabled`, by default true. @public */
export function isSpectroCloudEnabled(config: Config): boolean {
  return config.getOptionalBoolean('spectrocloud.enabled') ?? true;
}

/**
 * Reads `spectrocloud.environments`.
 *
 * @throws `InputError` that names the key at fault.
 * @public
 */
export function readPaletteEnvironments(config: Config): PaletteEnvironment[] {
  const defaultAuthEnvironment = readDefaultAuthEnvironment(config);
  const environments = (config.getOptionalConfigArray(ENVIRONMENTS) ?? []).map(
    (entry, index): PaletteEnvironment => {
      const path = `${ENVIRONMENTS}[${index}]`;
      const expected = 'the name that requests choose this Palette by';
      const authEnvironment =
        entry.getOptionalString('authEnvironment') ?? defaultAuthEnvironment;
      return {
        name: readNonEmpty(entry, 'name', path, expected),
        url: readOrigin(entry, path),
        tenant: entry.getOptionalString('tenant'),
        apiToken: entry.getOptionalString('apiToken')?.trim(),
        authEnvironment,
        apiTokenCookie: apiTokenCookieName({
          environment: authEnvironment,
          isDefault: authEnvironment === defaultAuthEnvironment,
        }),
        caFile:
          readCaFile(entry, path) ??
          readCaFile(
            config.getOptionalConfig(`${PROVIDER}.${authEnvironment}`),
            `${PROVIDER}.${authEnvironment}`,
          ),
      };
    },
  );
  environments.forEach(({ name }, index) => {
    if (environments.findIndex(other => other.name === name) !== index) {
      throw new InputError(
        `${ENVIRONMENTS}[${index}].name '${name}' is already used: names must be unique`,
      );
    }
  });
  return environments;
}

/** Reads `caFile` of a block; the file itself is not opened yet. @public */
export function readCaFile(
  block: Config | undefined,
  blockKey: string,
): CaFile | undefined {
  const path = block?.getOptionalString('caFile');
  return path === undefined ? undefined : { path, key: `${blockKey}.caFile` };
}

function readNonEmpty(
  entry: Config,
  key: string,
  path: string,
  expected: string,
): string {
  const value = entry.getOptionalString(key)?.trim();
  if (!value) {
    throw new InputError(`${path}.${key} is missing: give ${expected}`);
  }
  return value;
}

function readOrigin(entry: Config, path: string): string {
  const expected = 'an origin such as https://api.spectrocloud.com';
  const value = readNonEmpty(entry, 'url', path, expected);
  if (!URL.canParse(value)) {
    throw new InputError(`${path}.url '${value}' is no URL: give ${expected}`);
  }
  const url = new URL(value);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new InputError(`${path}.url must be http or https: give ${expected}`);
  }
  if (url.protocol === 'http:' && !isLoopback(url)) {
    throw new InputError(
      `${path}.url '${url.origin}' would send tokens in the clear: give https, which only localhost may do without`,
    );
  }
  if (url.username || url.password) {
    throw new InputError(
      `${path}.url must not hold credentials: give ${expected}`,
    );
  }
  if (url.pathname !== '/' || url.search || url.hash) {
    throw new InputError(
      `${path}.url '${url.origin}${url.pathname}' has a path: give ${expected}`,
    );
  }
  return url.origin;
}
