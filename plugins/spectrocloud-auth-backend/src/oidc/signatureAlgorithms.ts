const ASYMMETRIC = new Set([
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
]);

/** Those of a provider's algorithms that we verify: never `none`, never HS*. */
export function asymmetric(listed: unknown, otherwise: string[]): string[] {
  const known = [listed]
    .flat()
    .filter(
      (algorithm): algorithm is string =>
        typeof algorithm === 'string' && ASYMMETRIC.has(algorithm),
    );
  return known.length ? known : otherwise;
}
