import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as tls from 'node:tls';
import { InputError } from '@backstage/errors';

const CERTIFICATE =
  /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** A PEM file with further certificate authorities. @public */
export interface CaFile {
  /** Where the file is. */
  path: string;
  /** Configuration key that names it, for messages. */
  key: string;
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}

function readCaFile({ path, key }: CaFile): string[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new InputError(
      `${key} can't be read: give the path of a PEM file that the backend may read`,
      error,
    );
  }
  const certificates = text.match(CERTIFICATE) ?? [];
  if (!certificates.length || !certificates.every(isCertificate)) {
    throw new InputError(
      `${key} ${certificates.length ? 'has a certificate that is none' : 'holds no certificate'}: give a PEM file with the certificate authority that has signed Palette's certificate`,
    );
  }
  return certificates;
}

/** What the process trusts by itself, which a list of one's own replaces as a whole. */
function processAuthorities(): string[] {
  // From Node 22.15 on, and then with what `--use-system-ca` and the like add.
  const { getCACertificates } = tls as {
    getCACertificates?: (type: 'default') => string[];
  };
  if (getCACertificates) {
    return getCACertificates('default');
  }
  const extra = process.env.NODE_EXTRA_CA_CERTS;
  return extra
    ? [...tls.rootCertificates, ...readExtra(extra)]
    : [...tls.rootCertificates];
}

/** Node itself warns of a file that can't be read and goes on. */
function readExtra(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').match(CERTIFICATE) ?? [];
  } catch {
    return [];
  }
}

/**
 * The certificate authorities of the process and those of a file.
 *
 * @throws `InputError` when the file can't be read or holds no certificate.
 */
export function trustedAuthorities(caFile: CaFile): string[] {
  return [...processAuthorities(), ...readCaFile(caFile)];
}
