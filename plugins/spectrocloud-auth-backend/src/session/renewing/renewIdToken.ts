import type { StoredSession } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import pTimeout from 'p-timeout';
import { looksLikeSessionToken } from '../../oidc/paletteDeviations';
import { isRefusal, type OwnerAnswer } from '../paletteOwner';
import type { SessionContext } from '../SessionContext';
import {
  grantTokenOf,
  hasLiveSessionToken,
  isGrantToken,
  knownIdentity,
  readTokenTimes,
  withoutCandidate,
} from '../sessionState';
import { isProlonged } from './renewalRule';
import {
  askSameOwner,
  CONFIRMATION_PATIENCE_MS,
  type Renewed,
} from './renewSessionToken';

/**
 * Gets a new ID token through the refresh grant, and a new session token where that is
 * what the grant is asked with and brings.
 *
 * @throws `AuthenticationError` when the session is over; any other error means that it may be tried again
 */
export async function renewIdToken(
  context: SessionContext,
  session: StoredSession,
): Promise<Renewed> {
  const { environment, issuer, subject, email, claims } = session;
  try {
    const renewed = await context.renewIdToken({
      environment,
      refreshToken: grantTokenOf(session.tokens) ?? '',
      subject: { issuer, subject, email },
      claims,
    });
    const isLonger = isProlonged(
      renewed.idToken,
      renewed.idTokenExpiresAt,
      session.tokens.idTokenExpiresAt,
    );
    return {
      ...(isLonger && {
        idToken: renewed.idToken,
        idTokenExpiresAt: renewed.idTokenExpiresAt,
        claims: renewed.claims,
        email: renewed.email,
        // Left out, it is what it was (RFC 6749 section 6).
        ...(renewed.scope && { scope: renewed.scope }),
      }),
      ...(isGrantToken(session.tokens)
        ? await takeGranted(context, session, renewed.refreshToken)
        : { refreshToken: renewed.refreshToken }),
    };
  } catch (error) {
    if (isRefusal(error) && mayDoWithoutGrant(context, session)) {
      await requireSessionToken(context, session, error);
      return withoutGrant(session);
    }
    throw error;
  }
}

/** What a grant that was asked with the session token has brought in its place. */
async function takeGranted(
  context: SessionContext,
  session: StoredSession,
  refreshToken: string | undefined,
): Promise<Renewed> {
  const { tokens } = session;
  const isAlive = hasLiveSessionToken(session, context.now());
  if (refreshToken === undefined) {
    return withoutGrant(session);
  }
  if (refreshToken === tokens.sessionToken) {
    // Once it has lapsed, it is good for the grant only.
    return isAlive ? {} : asRefreshToken(refreshToken);
  }
  const answer = await pTimeout<OwnerAnswer, OwnerAnswer>(
    askSameOwner(context, session, refreshToken),
    {
      milliseconds: CONFIRMATION_PATIENCE_MS,
      fallback: () => ({ kind: 'unknown', error: undefined }),
    },
  );
  if (answer.kind === 'refused') {
    return isAlive ? { refreshToken } : asRefreshToken(refreshToken);
  }
  return {
    sessionToken: refreshToken,
    sessionTokenExpiresAt: readTokenTimes(refreshToken).expiresAt,
    identity: answer.kind === 'confirmed' ? answer.identity : undefined,
  };
}

/** Overwrites what said that the token is a session token. */
function asRefreshToken(refreshToken: string): Renewed {
  return {
    sessionToken: undefined,
    sessionTokenExpiresAt: undefined,
    sessionTokenFoundIn: undefined,
    ...withoutCandidate({ refreshToken }),
  };
}

/** A session token that came as `refresh_token` may be none; the provider's no to it says nothing of the session while Palette accepts it. */
function mayDoWithoutGrant(
  context: SessionContext,
  session: StoredSession,
): boolean {
  return (
    knownIdentity(session) !== undefined &&
    hasLiveSessionToken(session, context.now()) &&
    looksLikeSessionToken(grantTokenOf(session.tokens) ?? '')
  );
}

function withoutGrant({ tokens }: StoredSession): Renewed {
  return isGrantToken(tokens)
    ? { sessionTokenIsNoGrant: true }
    : { refreshToken: undefined, sessionTokenIsNoGrant: true };
}

/** @throws the refusal unless Palette accepts the session token, or why it can't be asked */
async function requireSessionToken(
  context: SessionContext,
  session: StoredSession,
  refusal: unknown,
): Promise<void> {
  const { sessionToken = '' } = session.tokens;
  const answer = await askSameOwner(context, session, sessionToken);
  if (answer.kind !== 'confirmed') {
    throw answer.kind === 'unknown' ? answer.error : refusal;
  }
}
