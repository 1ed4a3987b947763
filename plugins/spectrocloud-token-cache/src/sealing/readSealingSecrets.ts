import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { SPECTROCLOUD_AUTH_PROVIDER_ID } from '@terasky/backstage-plugin-spectrocloud-common';
import { readDefaultAuthEnvironment } from '../environments';

const KEYS = 'spectrocloud.tokenCache.encryptionKeys';
const MIN_KEY_CHARACTERS = 32;

/** The secrets to derive sealing keys from; the first seals. */
export function readSealingSecrets(config: Config): [string, ...string[]] {
  const keys = config.getOptionalStringArray(KEYS);
  if (keys) {
    return checkKeys(keys);
  }
  const environment = readDefaultAuthEnvironment(config);
  const clientSecretKey = `auth.providers.${SPECTROCLOUD_AUTH_PROVIDER_ID}.${environment}.clientSecret`;
  const secret =
    config.getOptionalString('auth.session.secret') ??
    config.getOptionalString(clientSecretKey);
  if (!secret) {
    throw new InputError(
      `${KEYS} is needed to seal Palette tokens, since there is neither auth.session.secret nor ${clientSecretKey} to derive a key from`,
    );
  }
  return [secret];
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
      `${KEYS}[${short}] has fewer than ${MIN_KEY_CHARACTERS} characters: make one with \`openssl rand -base64 32\``,
    );
  }
  if (new Set(keys).size !== keys.length) {
    throw new InputError(`${KEYS} holds the same key twice`);
  }
  return [first, ...others];
}
