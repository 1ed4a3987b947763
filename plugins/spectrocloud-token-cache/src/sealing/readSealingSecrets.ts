import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { SPECTROCLOUD_AUTH_PROVIDER_ID } from '@terasky/backstage-plugin-spectrocloud-common';
import { readDefaultAuthEnvironment } from '../environments';

const KEYS = 'spectrocloud.tokenCache.encryptionKeys';
const SESSION_SECRET = 'auth.session.secret';
/** Whoever is given something sealed can try guesses on it, as fast as their machines are. */
const MIN_KEY_CHARACTERS = 32;
const MAKE_ONE = 'make one with `openssl rand -base64 32`';

/** What sealing keys are derived from. */
export interface SealingSecrets {
  /** The first seals, all open. */
  secrets: [string, ...string[]];
  /** One sentence each, to be logged at start. */
  warnings: string[];
}

/**
 * Reads the secrets to derive sealing keys from.
 *
 * @param options - `isDevelopment`: by default as the framework tells it, by `NODE_ENV`
 * @throws `InputError` when there is none, or one that can be guessed
 */
export function readSealingSecrets(
  config: Config,
  options: { isDevelopment?: boolean } = {},
): SealingSecrets {
  const { isDevelopment = process.env.NODE_ENV === 'development' } = options;
  const keys = config.getOptionalStringArray(KEYS);
  if (keys) {
    return { secrets: checkKeys(keys), warnings: [] };
  }
  const { key, secret } = readDefaultSecret(config);
  if (secret.length < MIN_KEY_CHARACTERS) {
    const why = `${key} has fewer than ${MIN_KEY_CHARACTERS} characters: whoever guesses it could seal a session in another user's name`;
    if (!isDevelopment) {
      throw new InputError(`${why}; set ${KEYS}, and ${MAKE_ONE}`);
    }
    const warning = `${why}. Only a development backend starts so; others need ${KEYS}`;
    return { secrets: [secret], warnings: [warning] };
  }
  const missing = `${KEYS} is missing, so Palette tokens are sealed with a key made of ${key}, which signs everyone out when it changes, and whose other holders could seal a session in another user's name; set ${KEYS}, and ${MAKE_ONE}`;
  return { secrets: [secret], warnings: isDevelopment ? [] : [missing] };
}

/** The secret that stands in for keys of our own. */
function readDefaultSecret(config: Config): { key: string; secret: string } {
  const environment = readDefaultAuthEnvironment(config);
  const clientSecret = `auth.providers.${SPECTROCLOUD_AUTH_PROVIDER_ID}.${environment}.clientSecret`;
  for (const key of [SESSION_SECRET, clientSecret]) {
    const secret = config.getOptionalString(key);
    if (secret) {
      return { key, secret };
    }
  }
  throw new InputError(
    `${KEYS} is needed to seal Palette tokens, since there is neither ${SESSION_SECRET} nor ${clientSecret} to derive a key from`,
  );
}

function checkKeys(keys: string[]): [string, ...string[]] {
  const [first, ...others] = keys;
  if (first === undefined) {
    throw new InputError(
      `${KEYS} is empty: give at least one key, or remove it to use the default`,
    );
  }
  const short = keys.findIndex(key => key.length < MIN_KEY_CHARACTERS);
  if (short !== -1) {
    throw new InputError(
      `${KEYS}[${short}] has fewer than ${MIN_KEY_CHARACTERS} characters: ${MAKE_ONE}`,
    );
  }
  if (new Set(keys).size !== keys.length) {
    throw new InputError(`${KEYS} holds the same key twice`);
  }
  return [first, ...others];
}
