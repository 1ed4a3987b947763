import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const KNOWN_KEYS = [
  'authorizationUrl',
  'caFile',
  'callbackUrl',
  'clientId',
  'clientPrivateKey',
  'clientPrivateKeyId',
  'clientSecret',
  'clockTolerance',
  'cookieDomain',
  'exposeApiToken',
  'issuer',
  'jwksUrl',
  'logoutUrl',
  'maxSessionsPerUser',
  'missingUserGrace',
  'prompt',
  'requireVerifiedEmail',
  'revokeOnSignOut',
  'scope',
  'sessionDuration',
  'sessionIdleTimeout',
  'signIn',
  'startUrlSearchParams',
  'timeout',
  'tokenEndpointAuthMethod',
  'tokenEndpointRateLimit',
  'tokenUrl',
];

const SIGN_IN_KEYS = ['addMissingUsers', 'resolvers'];

/** Names that other providers use for what is called differently here. */
const OTHER_NAMES: Record<string, string> = {
  additionalscopes: 'scope',
  scopes: 'scope',
  discoveryurl: 'issuer',
  metadataurl: 'issuer',
  issuerurl: 'issuer',
  authorizationendpoint: 'authorizationUrl',
  authorizeurl: 'authorizationUrl',
  authurl: 'authorizationUrl',
  tokenendpoint: 'tokenUrl',
  jwksuri: 'jwksUrl',
  jwksendpoint: 'jwksUrl',
  redirecturi: 'callbackUrl',
  redirecturl: 'callbackUrl',
  resolvers: 'signIn.resolvers',
  requireemailverified: 'requireVerifiedEmail',
  ca: 'caFile',
  cafiles: 'caFile',
  authmethod: 'tokenEndpointAuthMethod',
  clientauthmethod: 'tokenEndpointAuthMethod',
  privatekey: 'clientPrivateKey',
  secret: 'clientSecret',
  idletimeout: 'sessionIdleTimeout',
  maxsessions: 'maxSessionsPerUser',
};

function normalised(key: string): string {
  return key.toLowerCase().replace(/[-_]/g, '');
}

const BY_NORMALISED_NAME = new Map([
  ...Object.entries(OTHER_NAMES),
  ...KNOWN_KEYS.map(key => [normalised(key), key] as const),
  ...KNOWN_KEYS.map(key => [`${normalised(key)}s`, key] as const),
]);

/**
 * Refuses keys that nothing reads but that look like keys that are read.
 *
 * @throws InputError naming the right key
 */
export function rejectMisspeltKeys(config: Config, fullKey: string): void {
  for (const key of config.keys()) {
    const meant = BY_NORMALISED_NAME.get(normalised(key));
    if (meant !== undefined && !KNOWN_KEYS.includes(key)) {
      throw new InputError(
        `Configuration ${fullKey}.${key} is not read by this provider; use ${fullKey}.${meant} instead`,
      );
    }
  }
}

/** Keys of a block that nothing reads, nor looks like anything that is read; for a warning. */
export function unknownKeys(block: Config): string[] {
  const signIn = block.getOptionalConfig('signIn')?.keys() ?? [];
  return [
    ...block.keys().filter(key => !KNOWN_KEYS.includes(key)),
    ...signIn
      .filter(key => !SIGN_IN_KEYS.includes(key))
      .map(key => `signIn.${key}`),
  ];
}
