import { type KeyObject, createPrivateKey } from 'node:crypto';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readText } from './readText';

const METHODS = [
  'client_secret_basic',
  'client_secret_post',
  'private_key_jwt',
] as const;

/** How the token endpoint is shown who calls, in the words of OpenID Connect Core 9. */
export type TokenEndpointAuthMethod = (typeof METHODS)[number];

/** What the client proves itself with. */
export interface ClientAuthentication {
  /** Absent: as discovery says. */
  tokenEndpointAuthMethod?: TokenEndpointAuthMethod;
  /** Empty with `private_key_jwt`. */
  clientSecret: string;
  clientPrivateKey?: { key: KeyObject; id?: string };
}

function isMethod(method: string): method is TokenEndpointAuthMethod {
  return METHODS.some(known => known === method);
}

function readMethod(
  config: Config,
  fullKey: string,
): TokenEndpointAuthMethod | undefined {
  const method = config.getOptionalString('tokenEndpointAuthMethod');
  if (method !== undefined && !isMethod(method)) {
    throw new InputError(
      `Configuration ${fullKey}.tokenEndpointAuthMethod is '${method}', which is not supported; use one of ${METHODS.join(', ')} or leave it out`,
    );
  }
  return method;
}

function readPrivateKey(config: Config, fullKey: string): KeyObject {
  const key = 'clientPrivateKey';
  const pem = config.getOptionalString(key);
  if (!pem) {
    throw new InputError(
      `Configuration ${fullKey}.${key} is missing; private_key_jwt needs the client's private key as PEM (PKCS #8)`,
    );
  }
  let privateKey: KeyObject | undefined;
  try {
    privateKey = createPrivateKey(pem);
  } catch {
    // OpenSSL's words say nothing that helps, and might quote the key.
  }
  const curve = privateKey?.asymmetricKeyDetails?.namedCurve;
  if (
    privateKey?.asymmetricKeyType !== 'rsa' &&
    !(privateKey?.asymmetricKeyType === 'ec' && curve === 'prime256v1')
  ) {
    throw new InputError(
      `Configuration ${fullKey}.${key} is not an RSA or P-256 private key; give it as PEM (PKCS #8), unencrypted`,
    );
  }
  return privateKey;
}

/**
 * Reads how the client authenticates.
 *
 * @throws InputError, one sentence that names the key, the fault and the remedy
 */
export function readClientAuthentication(
  config: Config,
  fullKey: string,
): ClientAuthentication {
  const tokenEndpointAuthMethod = readMethod(config, fullKey);
  if (tokenEndpointAuthMethod === 'private_key_jwt') {
    return {
      tokenEndpointAuthMethod,
      clientSecret: '',
      clientPrivateKey: {
        key: readPrivateKey(config, fullKey),
        id: config.getOptionalString('clientPrivateKeyId'),
      },
    };
  }
  if (config.has('clientPrivateKey')) {
    throw new InputError(
      `Configuration ${fullKey}.clientPrivateKey is of no use without ${fullKey}.tokenEndpointAuthMethod: private_key_jwt; set that or remove the key`,
    );
  }
  const clientSecret = readText(
    config,
    'clientSecret',
    fullKey,
    'set it to the secret that belongs to clientId, for example through an environment variable',
  );
  return { tokenEndpointAuthMethod, clientSecret };
}
