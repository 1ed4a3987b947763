/**
 * Every known way in which Palette's OpenID provider departs from the
 * specifications, so that the rest of the code can be written by the book.
 */
import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { PaletteTokens } from '../session/SessionManager';

type Json = Record<string, unknown>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Stands in for an access token that Palette did not send; never sent to anyone. */
export const ABSENT_ACCESS_TOKEN = 'palette-sent-no-access-token';

const DISCOVERY_ARRAYS = [
  'scopes_supported',
  'response_types_supported',
  'claims_supported',
  'subject_types_supported',
  'id_token_signing_alg_values_supported',
  'code_challenge_methods_supported',
  'grant_types_supported',
  'token_endpoint_auth_methods_supported',
];

/**
 * Palette's token response has no `token_type` (its schema doesn't list one),
 * which RFC 6749 section 5.1 requires and the library insists on.
 */
export function withTokenType(response: Json): Json {
  const { token_type: type, ...rest } = response;
  if (typeof type === 'string' && type.toLowerCase() === 'bearer') {
    return response;
  }
  // Of another type (`N_A` of RFC 8693, DPoP), the access token can't be used as it is.
  const { access_token, ...others } = rest;
  return { ...(type ? others : rest), token_type: 'Bearer' };
}

/** A list for `scope`, and a time that is none: neither says anything about the ID token. */
export function withPlainMembers(response: Json): Json {
  const { scope, expires_in: seconds, ...rest } = response;
  const scopes = Array.isArray(scope) ? scope.join(' ') : scope;
  return {
    ...rest,
    ...(typeof scopes === 'string' && { scope: scopes }),
    ...(Number(seconds) >= 0 && { expires_in: Number(seconds) }),
  };
}

/**
 * Palette's token response may have no `access_token` at all: what Backstage
 * needs is the ID token, and the API takes the session token.
 */
export function withAccessToken(response: Json): Json {
  return response.access_token
    ? response
    : { ...response, access_token: ABSENT_ACCESS_TOKEN };
}

/**
 * Palette's response type lists members that it may send empty (`error`,
 * `scope`, `refresh_token`); an empty member means an absent one.
 */
export function withoutEmptyMembers(response: Json): Json {
  return Object.fromEntries(
    Object.entries(response).filter(
      ([, value]) => value !== '' && value !== null,
    ),
  );
}

/** The token response as the library expects it. */
export function normaliseTokenResponse(response: Json): Json {
  return withAccessToken(
    withTokenType(withPlainMembers(withoutEmptyMembers(response))),
  );
}

/**
 * Palette's discovery schema types the lists as strings; whether it also sends
 * them so (`"RS256"` or `"openid profile"`) can't be told, so both are read.
 */
export function normaliseDiscovery(document: Json): Json {
  const lists = DISCOVERY_ARRAYS.filter(
    name => typeof document[name] === 'string',
  ).map(name => [
    name,
    String(document[name])
      .split(/[\s,]+/)
      .filter(Boolean),
  ]);
  return { ...document, ...Object.fromEntries(lists) };
}

function listed(value: unknown): string[] | undefined {
  const list = typeof value === 'string' ? value.split(/[\s,]+/) : value;
  const names = Array.isArray(list) ? list.filter(Boolean) : [];
  if (names.length === 0) {
    return undefined;
  }
  // Nothing else is asked of a key, and others beside it may contradict its type.
  return names.includes('verify') ? ['verify'] : names;
}

/**
 * Palette's schema of a key types the list `key_ops` as a string, and its other
 * optional members may be empty: an empty member means an absent one, without which
 * no key would be found.
 */
function normaliseKey(key: Json): Json {
  const { key_ops: operations, ...members } = key;
  const names = listed(operations);
  return { ...withoutEmptyMembers(members), ...(names && { key_ops: names }) };
}

/** The key set as the library expects it; a key that is listed twice counts once. */
export function normaliseKeySet(document: Json): Json {
  if (!Array.isArray(document.keys)) {
    return document;
  }
  const keys = document.keys.map(key =>
    JSON.stringify(isObject(key) ? normaliseKey(key) : key),
  );
  return { ...document, keys: [...new Set(keys)].map(key => JSON.parse(key)) };
}

/**
 * Palette's discovery names no `token_endpoint_auth_methods_supported`. The
 * default would then be `client_secret_basic`, but only `client_secret_post`
 * has been seen to work.
 */
export function clientAuthMethod(
  supported: string[] | undefined,
): 'client_secret_basic' | 'client_secret_post' {
  return supported?.includes('client_secret_basic')
    ? 'client_secret_basic'
    : 'client_secret_post';
}

/**
 * Whether a string is a JWT signed by HMAC: the form of Palette's session token,
 * and of other servers' refresh tokens, such as Keycloak's.
 */
export function looksLikeSessionToken(candidate: string): boolean {
  try {
    const { alg } = decodeProtectedHeader(candidate);
    decodeJwt(candidate);
    return alg === 'HS256' || alg === 'HS384' || alg === 'HS512';
  } catch {
    return false;
  }
}

/** What may be Palette's session token, and the refresh token that certainly isn't. */
export type SeparatedTokens = Pick<
  PaletteTokens,
  'sessionToken' | 'sessionTokenFoundIn' | 'refreshToken'
>;

/**
 * Palette hands out its session token as the token endpoint's `refresh_token`
 * or as the authorization `code` itself. Nothing else is ever adopted. What is
 * found there is a candidate: another server's refresh token looks the same, and
 * only Palette's API can tell.
 */
export function separateTokens(received: {
  code?: string;
  refreshToken?: string;
}): SeparatedTokens {
  const { code, refreshToken } = received;
  if (refreshToken && looksLikeSessionToken(refreshToken)) {
    return { sessionToken: refreshToken, sessionTokenFoundIn: 'refresh_token' };
  }
  if (code && looksLikeSessionToken(code)) {
    return { sessionToken: code, sessionTokenFoundIn: 'code', refreshToken };
  }
  return { refreshToken };
}

/**
 * Palette may answer the refresh grant, too, with its session token in the place
 * of the refresh token, which stays what it was then. A server whose refresh
 * tokens look like session tokens answers with the next one.
 */
export function rotatedRefreshToken(
  former: string,
  received: string,
): string | undefined {
  return looksLikeSessionToken(received) && !looksLikeSessionToken(former)
    ? undefined
    : received;
}

/**
 * Palette's `sub` may be the user's e-mail address instead of the user's id.
 * It remains the identifier that the session is bound to, but it is neither
 * taken for a (verified) e-mail address nor for the id of a Palette user.
 */
export function isEmailSubject(subject: string): boolean {
  return subject.includes('@');
}
