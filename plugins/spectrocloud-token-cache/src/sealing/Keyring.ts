import {
  createCipheriv,
  createDecipheriv,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { readSealingSecrets } from './readSealingSecrets';

const VERSION = 'v1';
const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const KEY_ID_BYTES = 6;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** HKDF without salt is sound where the input differs for each deployment; the name keeps our keys apart from other uses of the secret. */
const HKDF_SALT = 'spectrocloud-token-cache';

interface SealingKey {
  id: string;
  key: Buffer;
}

function derive(secret: string, purpose: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, HKDF_SALT, purpose, bytes));
}

function toSealingKey(secret: string): SealingKey {
  return {
    id: derive(secret, 'key id', KEY_ID_BYTES).toString('hex'),
    key: derive(secret, ALGORITHM, KEY_BYTES),
  };
}

/**
 * Seals secrets at rest with AES-256-GCM; the first key seals, every key opens.
 *
 * An envelope is bound to its `context` (as associated data): opened with
 * another context it is as unreadable as with another key.
 *
 * @public
 */
export class Keyring {
  readonly #keys: SealingKey[];

  private constructor(keys: SealingKey[]) {
    this.#keys = keys;
  }

  /**
   * Takes `spectrocloud.tokenCache.encryptionKeys`, else `auth.session.secret`,
   * else the `clientSecret` of the auth environment; warns of what is no good in production.
   *
   * @throws `InputError` when none of them is there, or the one that is taken has
   *   fewer than 32 characters; of the latter two, a development backend takes such a one
   */
  static fromConfig(config: Config, deps: { logger: LoggerService }): Keyring {
    const { secrets, warnings } = readSealingSecrets(config);
    warnings.forEach(warning => deps.logger.warn(warning));
    return Keyring.fromSecrets(secrets);
  }

  /** Makes a keyring of secrets; the first seals. */
  static fromSecrets(secrets: [string, ...string[]]): Keyring {
    return new Keyring(secrets.map(toSealingKey));
  }

  /** Seals a text so that only a holder of the key can read it, and only for the same context. */
  seal(plaintext: string, context: string): string {
    return this.sealBytes(Buffer.from(plaintext, 'utf8'), context);
  }

  /** The same of bytes. */
  sealBytes(plaintext: Buffer, context: string): string {
    const [{ id, key }] = this.#keys;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, key, nonce);
    cipher.setAAD(Buffer.from(`${VERSION}.${id}.${context}`));
    const sealed = Buffer.concat([
      nonce,
      cipher.update(plaintext),
      cipher.final(),
      cipher.getAuthTag(),
    ]);
    return `${VERSION}.${id}.${sealed.toString('base64url')}`;
  }

  /**
   * Opens what {@link Keyring.seal} made.
   *
   * @returns undefined for anything else: a rotated-out key, another context, a changed or cut envelope
   */
  open(envelope: string, context: string): string | undefined {
    return this.openBytes(envelope, context)?.toString('utf8');
  }

  /** The same of what {@link Keyring.sealBytes} made. */
  openBytes(envelope: string, context: string): Buffer | undefined {
    const [version, id, payload, ...rest] = envelope.split('.');
    const sealingKey = this.#keys.find(key => key.id === id);
    if (version !== VERSION || !sealingKey || !payload || rest.length > 0) {
      return undefined;
    }
    const sealed = Buffer.from(payload, 'base64url');
    if (sealed.length < NONCE_BYTES + TAG_BYTES) {
      return undefined;
    }
    const decipher = createDecipheriv(
      ALGORITHM,
      sealingKey.key,
      sealed.subarray(0, NONCE_BYTES),
      { authTagLength: TAG_BYTES },
    );
    decipher.setAAD(Buffer.from(`${VERSION}.${id}.${context}`));
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    try {
      return Buffer.concat([
        decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)),
        decipher.final(),
      ]);
    } catch {
      return undefined;
    }
  }
}
