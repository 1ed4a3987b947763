import { errors as jose } from 'jose';
import type { PaletteKeys } from './PaletteKeys';
import type { Fetch } from './paletteFetch';

/** What a signed response has to be signed with, and say of itself if it says it. */
export interface SignedResponses {
  keys: PaletteKeys;
  algorithms: string[];
  issuer: string;
  clientId: string;
  clockToleranceSeconds: number;
}

function isJwt(response: Response): boolean {
  const [type = ''] = response.headers.get('content-type')?.split(';') ?? [];
  return type.trim().toLowerCase() === 'application/jwt';
}

function requireEqual(
  payload: Record<string, unknown>,
  claim: string,
  expected: string,
): void {
  const value = payload[claim];
  if (value !== undefined && ![value].flat().includes(expected)) {
    throw new jose.JWTClaimValidationFailed(
      `"${claim}" of a signed response is another's`,
      payload,
      claim,
      'check_failed',
    );
  }
}

/**
 * Verifies responses that are JWTs, as those of a userinfo endpoint may be (OpenID
 * Connect Core 5.3.2), and passes their claims on as JSON. openid-client reads
 * such a response as well, but takes its signature for granted.
 *
 * The fetch throws what jose throws of a response that can't be verified.
 */
export function verifySignedResponses(
  fetch: Fetch,
  expected: SignedResponses,
): Fetch {
  return async (url, init) => {
    const response = await fetch(url, init);
    if (response.status !== 200 || !isJwt(response)) {
      return response;
    }
    const { payload } = await expected.keys.verify(await response.text(), {
      algorithms: expected.algorithms,
      clockTolerance: expected.clockToleranceSeconds,
    });
    requireEqual(payload, 'iss', expected.issuer);
    requireEqual(payload, 'aud', expected.clientId);
    return Response.json(payload);
  };
}
