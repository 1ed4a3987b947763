import { isSameEmail } from '@terasky/backstage-plugin-spectrocloud-common';
import {
  type NewSession,
  type PaletteTokens,
  type StoredSession,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { stringifySetCookie } from 'cookie';
import { z } from 'zod';
import { packContent, unpackContent } from './compactContent';
import { sessionEnd } from './renewing/renewalRule';
import type { SessionContext } from './SessionContext';
import type { SessionEnvironment } from './SessionEnvironment';
import { grantTokenOf, isGrantToken } from './sessionState';

const CONTEXT = 'packed-api-token-cookie';
/** Of cookies that earlier versions made. */
const FORMER_CONTEXT = 'api-token-cookie';
/**
 * With it and all else, a callback's headers stay below 4 kB, and a request's cookies
 * of three Palettes below 8 kB: what nginx takes unless it is told otherwise.
 */
const MAX_CHARACTERS = 2_400;
/** Of the idle timeout: an older cookie is made anew. */
const MAX_AGE_SHARE = 1 / 2;
/** What profile and resolvers commonly need; a restored session has no other claims. */
const KEPT_CLAIMS = new Set([
  'sub',
  'iss',
  'email',
  'email_verified',
  'name',
  'given_name',
  'family_name',
  'preferred_username',
]);

const content = z.object({
  id: z.string(),
  userEntityRef: z.string(),
  environment: z.string(),
  issuer: z.string(),
  subject: z.string(),
  email: z.string().optional(),
  binding: z.enum(['sign-in', 'connect']),
  identity: z.object({
    tenantUid: z.string(),
    tenantName: z.string().optional(),
    userUid: z.string(),
    email: z.string().optional(),
  }),
  claims: z.record(z.string(), z.unknown()),
  sessionToken: z.string(),
  sessionTokenExpiresAt: z.number().optional(),
  /** Whether the refresh grant takes it. */
  isGrantToken: z.boolean().optional(),
  /** A separate one, where it fits. */
  refreshToken: z.string().optional(),
  /** Of earlier versions' cookies not even the tombstones outlived the session token. */
  mayLapse: z.boolean().optional(),
  createdAt: z.number(),
  issuedAt: z.number(),
});

/** The session of a cookie, and whether it can be restored once its session token has lapsed. */
export type CookieSession = NewSession & { mayLapse: boolean };

type CookieContext = Pick<
  SessionContext,
  'keyring' | 'logger' | 'now' | 'saidTooLarge'
>;

/**
 * The sealed cookie of a session, which lets it outlive the loss of its row, as a whole `Set-Cookie` header.
 *
 * @returns undefined for a session whose token Palette hasn't confirmed yet, or that is too large
 */
export function sealCookie(
  context: CookieContext,
  session: StoredSession | NewSession,
  environment: SessionEnvironment,
): string | undefined {
  const { tokens, identity } = session;
  if (!tokens.sessionToken || !identity) {
    return undefined;
  }
  const now = context.now().getTime();
  const plaintext: z.infer<typeof content> = {
    id: session.id,
    userEntityRef: session.userEntityRef,
    environment: session.environment,
    issuer: session.issuer,
    subject: session.subject,
    email: session.email,
    binding: session.binding,
    identity,
    claims: Object.fromEntries(
      Object.entries(session.claims).filter(([name]) => KEPT_CLAIMS.has(name)),
    ),
    sessionToken: tokens.sessionToken,
    sessionTokenExpiresAt: tokens.sessionTokenExpiresAt?.getTime(),
    isGrantToken: isGrantToken(tokens) || undefined,
    createdAt: session.createdAt.getTime(),
    issuedAt: now,
  };
  const seal = (grant: object) =>
    context.keyring.sealBytes(packContent({ ...plaintext, ...grant }), CONTEXT);
  const { refreshToken } = tokens;
  const mayLapse = grantTokenOf(tokens) !== undefined;
  const whole = seal(mayLapse ? { refreshToken, mayLapse } : {});
  const isWhole = whole.length <= MAX_CHARACTERS || refreshToken === undefined;
  const value = isWhole ? whole : seal({});
  if (value.length > MAX_CHARACTERS) {
    sayTooLarge(context, session, value.length);
    return undefined;
  }
  if (!isWhole) {
    context.logger.debug(
      `The sealed cookie of Palette session ${session.id} has no room for its refresh token: should the row be lost, the session ends with its session token`,
    );
  }
  const end = sessionEnd(session, environment);
  const expires =
    mayLapse && isWhole ? end : (tokens.sessionTokenExpiresAt ?? end);
  const { apiTokenName, apiTokenPath, domain, secure, sameSite } =
    environment.cookie;
  return stringifySetCookie(apiTokenName, value, {
    domain,
    secure,
    sameSite,
    // For the spectrocloud plugin alone: others pass their cookies on, Kubernetes' to clusters.
    path: apiTokenPath,
    httpOnly: true,
    expires,
    maxAge: Math.max(0, Math.floor((expires.getTime() - now) / 1000)),
  });
}

/** Once for each environment: it is asked for with every look-up, and others have long tokens, too. */
function sayTooLarge(
  { logger, saidTooLarge }: CookieContext,
  { environment, userEntityRef }: StoredSession | NewSession,
  characters: number,
): void {
  if (!saidTooLarge.has(environment)) {
    saidTooLarge.add(environment);
    logger.info(
      `The session of ${userEntityRef} (${environment}) gets no sealed cookie, since it would have ${characters} characters; a loss of its row would end it. Others like it are not logged`,
    );
  }
}

/** Whether a request's cookie needs no replacement: it holds the token of one of the user's sessions. */
export function isCookieCurrent(
  context: CookieContext,
  value: string | undefined,
  sessions: StoredSession[],
  { sessionIdleTimeoutMs }: SessionEnvironment,
): boolean {
  const known = openCookie(context, value);
  if (!known) {
    return false;
  }
  // A cookie must not look idle while the session is used.
  const isYoung =
    known.usedAt.getTime() + sessionIdleTimeoutMs * MAX_AGE_SHARE >
    context.now().getTime();
  return (
    isYoung &&
    sessions.some(
      ({ id, userEntityRef, email, tokens }) =>
        id === known.id &&
        userEntityRef === known.userEntityRef &&
        tokens.sessionToken === known.tokens.sessionToken &&
        isGrantCurrent(tokens, known.tokens) &&
        (email === undefined || isSameEmail(email, known.email)),
    )
  );
}

/** A refresh token that didn't fit into a cookie makes it no older; one that was rotated does. */
function isGrantCurrent(tokens: PaletteTokens, known: PaletteTokens): boolean {
  return (
    isGrantToken(tokens) === isGrantToken(known) &&
    (known.refreshToken === undefined ||
      known.refreshToken === tokens.refreshToken)
  );
}

function openContent(
  keyring: SessionContext['keyring'],
  value: string,
): unknown {
  const packed = keyring.openBytes(value, CONTEXT);
  if (packed) {
    return unpackContent(packed);
  }
  const former = keyring.open(value, FORMER_CONTEXT);
  return former && JSON.parse(former);
}

/**
 * The session of a sealed cookie, used last when the cookie was made.
 *
 * @returns undefined for anything but a cookie that was made here
 */
export function openCookie(
  { keyring }: Pick<SessionContext, 'keyring'>,
  value: string | undefined,
): CookieSession | undefined {
  const opened = value && openContent(keyring, value);
  const parsed = opened ? content.safeParse(opened).data : undefined;
  if (!parsed) {
    return undefined;
  }
  const { sessionToken, sessionTokenExpiresAt, ...others } = parsed;
  const { isGrantToken: isGrant, createdAt, issuedAt, ...known } = others;
  const { mayLapse, refreshToken, ...rest } = known;
  const begun = new Date(createdAt);
  return {
    ...rest,
    tokens: {
      sessionToken,
      refreshToken,
      sessionTokenFoundIn: isGrant ? 'refresh_token' : undefined,
      sessionTokenExpiresAt:
        sessionTokenExpiresAt === undefined
          ? undefined
          : new Date(sessionTokenExpiresAt),
    },
    mayLapse: mayLapse ?? false,
    createdAt: begun,
    usedAt: new Date(issuedAt),
    // The limits are the configuration's: until whoever restores it has
    // computed them, the session is over rather than endless.
    expiresAt: begun,
    idleExpiresAt: begun,
  };
}
