/** OpenSSL's words for a chain that doesn't end in an authority that is trusted. */
const UNTRUSTED = new Set([
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'CERT_UNTRUSTED',
  'INVALID_CA',
]);

/** Others that are about a certificate, and no more pass by themselves. */
const INVALID = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REJECTED',
  'CERT_REVOKED',
  'CERT_SIGNATURE_FAILURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'HOSTNAME_MISMATCH',
]);

/**
 * Whether a call failed for the server's certificate, and why in a few words for the log.
 *
 * @returns undefined of any other failure
 * @public
 */
export function certificateFault(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) {
    return undefined;
  }
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  if (typeof code === 'string' && UNTRUSTED.has(code)) {
    return `its certificate is of an authority that is not trusted (${code}); name the authority's PEM file in caFile`;
  }
  if (typeof code === 'string' && INVALID.has(code)) {
    return `its certificate is not valid there (${code})`;
  }
  return certificateFault(cause);
}
