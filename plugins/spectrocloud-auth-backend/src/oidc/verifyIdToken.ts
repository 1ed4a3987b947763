import { createHash, timingSafeEqual } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { LoginFailure, arrivedExpired } from '../login/LoginFailure';
import type { OidcServer } from './PaletteServer';

const MAX_ID_TOKEN_LENGTH = 512 * 1024;
/** OpenID Connect Core 2: at most 255 ASCII characters. */
const SUBJECT = /^[\x20-\x7e]{1,255}$/;

/** Claims of an ID token that has passed every check. */
export type IdTokenClaims = JWTPayload & { sub: string; exp: number };

function rejected(why: string): LoginFailure {
  return new LoginFailure('id_token_rejected', new Error(why));
}

function hashMatches(value: string, hash: unknown, algorithm: string): boolean {
  const bits = /(256|384|512)$/.exec(algorithm)?.[1] ?? '512';
  const digest = createHash(`sha${bits}`).update(value).digest();
  const expected = digest.subarray(0, digest.length / 2);
  const actual = Buffer.from(String(hash), 'base64url');
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

/**
 * Verifies an ID token as OpenID Connect Core 3.1.3.7 demands; the nonce is
 * compared by the caller, who knows it.
 *
 * openid-client checks the claims of an ID token from the token endpoint, but
 * neither its signature nor `at_hash`, and it does not look at `azp` beside a
 * single audience or at an `iat` in the future.
 *
 * @throws LoginFailure, or what fetching the keys throws
 */
export async function verifyIdToken(options: {
  idToken: string;
  server: OidcServer;
  clientId: string;
  clockToleranceSeconds: number;
  /** The access token that came along, if one did. */
  accessToken?: string;
}): Promise<IdTokenClaims> {
  const { idToken, server, clientId, clockToleranceSeconds } = options;
  if (idToken.length > MAX_ID_TOKEN_LENGTH) {
    throw new LoginFailure(
      'malformed_response',
      new Error(
        `the ID token is longer than ${MAX_ID_TOKEN_LENGTH} characters`,
      ),
    );
  }
  const { payload, protectedHeader } = await server.keys.verify(idToken, {
    algorithms: server.algorithms,
    issuer: server.endpoints.issuer,
    audience: clientId,
    clockTolerance: clockToleranceSeconds,
    requiredClaims: ['iss', 'sub', 'aud', 'exp', 'iat'],
  });
  const { typ } = protectedHeader;
  if (typ !== undefined && typ.toLowerCase() !== 'jwt') {
    throw rejected('its "typ" is that of another kind of token');
  }
  if (payload.azp !== undefined && payload.azp !== clientId) {
    throw rejected('"azp" names another client');
  }
  if (typeof payload.sub !== 'string' || !SUBJECT.test(payload.sub)) {
    throw rejected('"sub" is not 1 to 255 ASCII characters');
  }
  const now = Math.floor(Date.now() / 1000);
  if (Number(payload.iat) > now + clockToleranceSeconds) {
    throw new LoginFailure(
      'clock_skew',
      new Error('"iat" of the ID token is in the future'),
    );
  }
  const { iat, exp } = payload;
  if (Number(exp) <= now) {
    // Within the tolerance, but of no use: a session would be over before it began.
    throw arrivedExpired('ID token', { iat, exp: Number(exp), now });
  }
  if (
    options.accessToken !== undefined &&
    payload.at_hash !== undefined &&
    !hashMatches(options.accessToken, payload.at_hash, protectedHeader.alg)
  ) {
    throw rejected('"at_hash" belongs to another access token');
  }
  return { ...payload, sub: payload.sub, exp: Number(payload.exp) };
}
