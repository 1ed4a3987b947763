import { randomUUID } from 'node:crypto';
import {
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  type JWK,
  type JWTPayload,
  SignJWT,
} from 'jose';

const ALGORITHM = 'RS256';

interface SigningKey {
  kid: string;
  privateKey: CryptoKey;
  publicJwk: JWK;
}

async function createKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(ALGORITHM, {
    modulusLength: 2048,
    extractable: true,
  });
  const kid = randomUUID();
  const jwk = await exportJWK(publicKey);
  return {
    kid,
    privateKey,
    publicJwk: { ...jwk, kid, use: 'sig', alg: ALGORITHM, key_ops: ['verify'] },
  };
}

/** The RSA keys that sign ID tokens; the newest signs, all are published. */
export class SigningKeys {
  static async create(): Promise<SigningKeys> {
    return new SigningKeys(await createKey());
  }

  #keys: SigningKey[];

  private constructor(first: SigningKey) {
    this.#keys = [first];
  }

  async sign(payload: JWTPayload): Promise<string> {
    const { kid, privateKey } = this.#keys[0];
    return new SignJWT(payload)
      .setProtectedHeader({ alg: ALGORITHM, kid, typ: 'JWT' })
      .sign(privateKey);
  }

  /** Adds a key that signs from now on; `keepOld: false` withdraws the former ones. */
  async rotate(options: { keepOld: boolean }): Promise<string> {
    const key = await createKey();
    this.#keys = options.keepOld ? [key, ...this.#keys] : [key];
    return key.kid;
  }

  jwks(): { keys: JWK[] } {
    return { keys: this.#keys.map(({ publicJwk }) => publicJwk) };
  }
}
