import type { KubernetesAccess } from '@terasky/backstage-plugin-spectrocloud-common';
import type { IdTokenClaims } from './readIdToken';

/** Why a cluster, or something on the way to it, refuses. */
export type Refusal =
  | 'expired'
  | 'issuer'
  | 'client'
  | 'looksRight'
  | 'forbidden'
  | 'tooLong'
  | 'untrusted'
  | 'unreachable'
  | 'tooOld'
  | 'noProxy';

/** As OpenSSL and Node word that a certificate isn't trusted, or is another host's. */
const UNTRUSTED = /certificate|self-signed|CERT_|unable to verify|altnames/i;

/** What answered, and how. */
export interface Refused {
  status: number;
  body: unknown;
}

/** Why, as far as it can be told from the answer and by comparing the token with what the cluster expects. */
export function explainRefusal(
  { status, body }: Refused,
  token: IdTokenClaims,
  expected: KubernetesAccess['oidc'],
  now: Date,
): Refusal {
  const isOfCluster =
    (body as { kind?: unknown } | undefined)?.kind === 'Status';
  if (status === 401) return explainToken(token, expected, now);
  if (status === 403) return isOfCluster ? 'forbidden' : 'noProxy';
  if (status === 404 && isOfCluster) return 'tooOld';
  if (status === 431 || status === 413) return 'tooLong';
  return UNTRUSTED.test(JSON.stringify(body ?? ''))
    ? 'untrusted'
    : 'unreachable';
}

/** The API server says nothing of why; its log does. */
function explainToken(
  { issuer, audience, expiresAt }: IdTokenClaims,
  expected: KubernetesAccess['oidc'],
  now: Date,
): Refusal {
  if (expiresAt && expiresAt <= now) return 'expired';
  if (expected && issuer && !isSameIssuer(issuer, expected.issuerUrl)) {
    return 'issuer';
  }
  if (expected && !audience.includes(expected.clientId)) return 'client';
  return 'looksRight';
}

function isSameIssuer(a: string, b: string): boolean {
  return a.replace(/\/$/, '') === b.replace(/\/$/, '');
}
