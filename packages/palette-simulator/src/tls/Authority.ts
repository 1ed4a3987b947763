import { randomBytes, webcrypto } from 'node:crypto';
import {
  BasicConstraintsExtension,
  cryptoProvider,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  type JsonGeneralName,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { isIP } from 'node:net';

const KEYS = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY_MS = 24 * 60 * 60_000;
/** Longer than anybody leaves a demo running. */
const LIFETIME_MS = 30 * DAY_MS;
const LOCAL_NAMES = ['localhost', '127.0.0.1', '::1'];

/** What a TLS server shows, in PEM. */
export interface ServerCertificate {
  cert: string;
  key: string;
}

/** A certificate authority that lives as long as the process and is trusted by nobody by itself. */
export class Authority {
  static async create(): Promise<Authority> {
    const crypto = webcrypto as Crypto;
    cryptoProvider.set(crypto);
    const keys = await createKeys(crypto);
    const certificate = await X509CertificateGenerator.createSelfSigned(
      {
        name: 'CN=Palette simulator',
        serialNumber: serialNumber(),
        ...lifetime(),
        signingAlgorithm: KEYS,
        keys,
        extensions: [
          new BasicConstraintsExtension(true, undefined, true),
          new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
        ],
      },
      crypto,
    );
    return new Authority(crypto, keys, certificate);
  }

  readonly #crypto: Crypto;
  readonly #keys: CryptoKeyPair;
  readonly #certificate: X509Certificate;

  private constructor(
    crypto: Crypto,
    keys: CryptoKeyPair,
    certificate: X509Certificate,
  ) {
    this.#crypto = crypto;
    this.#keys = keys;
    this.#certificate = certificate;
  }

  /** Its own certificate, in PEM. */
  get pem(): string {
    return `${this.#certificate.toString('pem')}\n`;
  }

  /** A certificate for a server on this machine, and at the further names. */
  async issue(furtherNames: string[] = []): Promise<ServerCertificate> {
    const keys = await createKeys(this.#crypto);
    const names = [...LOCAL_NAMES, ...furtherNames].map(
      (value): JsonGeneralName => ({ type: isIP(value) ? 'ip' : 'dns', value }),
    );
    const certificate = await X509CertificateGenerator.create(
      {
        subject: 'CN=localhost',
        issuer: this.#certificate.subject,
        serialNumber: serialNumber(),
        ...lifetime(),
        signingAlgorithm: KEYS,
        publicKey: keys.publicKey,
        signingKey: this.#keys.privateKey,
        extensions: [
          new SubjectAlternativeNameExtension(names),
          new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
        ],
      },
      this.#crypto,
    );
    const pkcs8 = await this.#crypto.subtle.exportKey('pkcs8', keys.privateKey);
    return {
      cert: certificate.toString('pem'),
      key: toPem('PRIVATE KEY', Buffer.from(pkcs8)),
    };
  }
}

async function createKeys(crypto: Crypto): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(KEYS, true, [
    'sign',
    'verify',
  ]) as Promise<CryptoKeyPair>;
}

function serialNumber(): string {
  // Positive, whatever the first bit is.
  return `01${randomBytes(15).toString('hex')}`;
}

function lifetime() {
  const now = Date.now();
  return {
    notBefore: new Date(now - DAY_MS),
    notAfter: new Date(now + LIFETIME_MS),
  };
}

function toPem(label: string, der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}
