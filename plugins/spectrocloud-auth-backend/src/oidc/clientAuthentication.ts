import { type KeyObject, webcrypto } from 'node:crypto';
import * as client from 'openid-client';
import type { EnvironmentConfig } from '../config/EnvironmentConfig';
import { clientAuthMethod } from './paletteDeviations';

const ALGORITHMS = {
  rsa: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  ec: { name: 'ECDSA', namedCurve: 'P-256' },
};

async function importKey(key: KeyObject) {
  const algorithm = ALGORITHMS[key.asymmetricKeyType === 'ec' ? 'ec' : 'rsa'];
  const pkcs8 = key.export({ type: 'pkcs8', format: 'der' });
  return webcrypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']);
}

/** How the client authenticates at the token endpoint: as configured, else as discovered. */
export async function clientAuthentication(
  environment: EnvironmentConfig,
  supported: string[] | undefined,
): Promise<client.ClientAuth> {
  const { clientSecret, clientPrivateKey } = environment;
  if (clientPrivateKey) {
    const { id: kid } = clientPrivateKey;
    const key = await importKey(clientPrivateKey.key);
    return client.PrivateKeyJwt({ key, ...(kid && { kid }) });
  }
  const method =
    environment.tokenEndpointAuthMethod ?? clientAuthMethod(supported);
  return method === 'client_secret_basic'
    ? client.ClientSecretBasic(clientSecret)
    : client.ClientSecretPost(clientSecret);
}
