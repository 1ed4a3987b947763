import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { readCaFile } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { EnvironmentConfig } from './EnvironmentConfig';
import { readAuthorizationParameters } from './readAuthorizationParameters';
import { readCallbackUrl } from './readCallbackUrl';
import { readClientAuthentication } from './readClientAuthentication';
import { readCookieDomain } from './readCookieDomain';
import { readIssuer } from './readIssuer';
import { readResolverEntries } from './readResolverEntries';
import { readText } from './readText';
import { readOptionalUrl } from './readUrl';
import { rejectMisspeltKeys } from './rejectMisspeltKeys';

const DEFAULT_SCOPE = 'openid profile email';
const A_MINUTE_MS = 60_000;
/** Palette's documented limit. */
const DEFAULT_TOKEN_ENDPOINT_RATE_LIMIT = 10;
const DEFAULT_TIMEOUT_MS = 10_000;
const DEFAULT_CLOCK_TOLERANCE_MS = 30_000;
const DEFAULT_SESSION_DURATION_MS = 30 * 24 * 3_600_000;
const DEFAULT_SESSION_IDLE_TIMEOUT_MS = 7 * 24 * 3_600_000;
const DEFAULT_MAX_SESSIONS_PER_USER = 100;
const DEFAULT_MISSING_USER_GRACE_MS = 10 * A_MINUTE_MS;

function readDurationMs(
  config: Config,
  key: string,
  fullKey: string,
  defaultMs: number,
  minimumMs: number,
): number {
  if (!config.has(key)) {
    return defaultMs;
  }
  let value: number;
  try {
    value = durationToMilliseconds(readDurationFromConfig(config, { key }));
  } catch {
    value = NaN;
  }
  if (!(value >= minimumMs)) {
    throw new InputError(
      minimumMs < A_MINUTE_MS
        ? `Configuration ${fullKey}.${key} is not a duration; write for example { seconds: 10 } or '10s'`
        : `Configuration ${fullKey}.${key} is not a duration of at least a minute; write for example { hours: 12 } or '12h'`,
    );
  }
  return value;
}

function readMaxSessionsPerUser(config: Config, fullKey: string): number {
  const key = 'maxSessionsPerUser';
  const value = config.has(key)
    ? Number(config.get(key))
    : DEFAULT_MAX_SESSIONS_PER_USER;
  if (!Number.isSafeInteger(value) || value < 1) {
    throw new InputError(
      `Configuration ${fullKey}.${key} is not a whole number of at least 1; write for example ${DEFAULT_MAX_SESSIONS_PER_USER}`,
    );
  }
  return value;
}

function readScopes(config: Config, fullKey: string): string[] {
  const value = config.getOptional('scope') ?? DEFAULT_SCOPE;
  if (typeof value !== 'string') {
    throw new InputError(
      `Configuration ${fullKey}.scope is not a text; write the scopes in one line, separated by spaces, as in '${DEFAULT_SCOPE}'`,
    );
  }
  return [...new Set(['openid', ...value.split(/\s+/).filter(Boolean)])];
}

function readRateLimit(config: Config, fullKey: string): number {
  const limit =
    config.getOptionalNumber('tokenEndpointRateLimit') ??
    DEFAULT_TOKEN_ENDPOINT_RATE_LIMIT;
  if (limit < 0) {
    throw new InputError(
      `Configuration ${fullKey}.tokenEndpointRateLimit is ${limit}; give the calls a second that Palette's token endpoint takes, or 0 to let sign-ins never queue`,
    );
  }
  return limit;
}

/**
 * Reads one block `auth.providers.spectrocloud.<environment>`.
 *
 * @throws InputError, one sentence that names the key, the fault and the remedy
 */
export function readEnvironmentConfig(options: {
  name: string;
  key: string;
  role: EnvironmentConfig['role'];
  config: Config;
  /** External address of the auth plugin, `https://backstage.example/api/auth`. */
  authBaseUrl: string;
}): EnvironmentConfig {
  const { name, key, role, config, authBaseUrl } = options;
  rejectMisspeltKeys(config, key);
  const endpoint = 'https://console.spectrocloud.com/v1/oidc/tenant/t';
  const callbackUrl = readCallbackUrl(config, key, authBaseUrl);
  return {
    name,
    key,
    role,
    clientId: readText(
      config,
      'clientId',
      key,
      "set it to the client id of Palette's OIDC client for Backstage",
    ),
    ...readClientAuthentication(config, key),
    ...readIssuer(config, key),
    tokenUrl: readOptionalUrl(
      config,
      'tokenUrl',
      `${key}.tokenUrl`,
      `${endpoint}/token`,
    ),
    jwksUrl: readOptionalUrl(
      config,
      'jwksUrl',
      `${key}.jwksUrl`,
      `${endpoint}/keys`,
    ),
    caFile: readCaFile(config, key),
    callbackUrl,
    logoutUrl: readOptionalUrl(
      config,
      'logoutUrl',
      `${key}.logoutUrl`,
      'https://backstage.example',
    ),
    scopes: readScopes(config, key),
    ...readAuthorizationParameters(config, key),
    timeoutMs: readDurationMs(config, 'timeout', key, DEFAULT_TIMEOUT_MS, 1),
    tokenEndpointRateLimit: readRateLimit(config, key),
    clockToleranceSeconds: Math.floor(
      readDurationMs(
        config,
        'clockTolerance',
        key,
        DEFAULT_CLOCK_TOLERANCE_MS,
        0,
      ) / 1000,
    ),
    requireVerifiedEmail:
      config.getOptionalBoolean('requireVerifiedEmail') ?? false,
    cookieDomain: readCookieDomain(config, key, [callbackUrl, authBaseUrl]),
    exposeApiToken: config.getOptionalBoolean('exposeApiToken') ?? false,
    sessionDurationMs: readDurationMs(
      config,
      'sessionDuration',
      key,
      DEFAULT_SESSION_DURATION_MS,
      A_MINUTE_MS,
    ),
    sessionIdleTimeoutMs: readDurationMs(
      config,
      'sessionIdleTimeout',
      key,
      DEFAULT_SESSION_IDLE_TIMEOUT_MS,
      A_MINUTE_MS,
    ),
    missingUserGraceMs: readDurationMs(
      config,
      'missingUserGrace',
      key,
      DEFAULT_MISSING_USER_GRACE_MS,
      0,
    ),
    maxSessionsPerUser: readMaxSessionsPerUser(config, key),
    revokeOnSignOut: config.getOptionalBoolean('revokeOnSignOut') ?? true,
    addMissingUsers:
      config.getOptionalBoolean('signIn.addMissingUsers') ?? false,
    resolvers: role === 'sign-in' ? readResolverEntries(config, key) : [],
  };
}
