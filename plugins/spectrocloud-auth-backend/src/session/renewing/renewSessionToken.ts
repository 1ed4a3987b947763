import {
  AuthenticationError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type {
  PaletteIdentity,
  PaletteTokens,
  StoredSession,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import pRetry from 'p-retry';
import pTimeout from 'p-timeout';
import {
  askOwner,
  isRefusal,
  type OwnerAnswer,
  paletteOf,
} from '../paletteOwner';
import type { SessionContext } from '../SessionContext';
import { readTokenTimes } from '../sessionState';

/** How often Palette is asked again whose a renewed token is, before that is put off until its first use. */
const CONFIRMATION_RETRIES = { retries: 2, minTimeout: 300, factor: 1 };
/** Longest time for all of that, in milliseconds: everybody waits for the renewal. */
export const CONFIRMATION_PATIENCE_MS = 3_000;

/** A part of a renewal. */
export type Renewed = PaletteTokens & {
  claims?: Record<string, unknown>;
  /** The ID token's, where it has one. */
  email?: string;
  /** Whose the new session token is; absent where Palette couldn't be asked about it yet. */
  identity?: PaletteIdentity;
};

/**
 * Has Palette prolong the session token, or say that it still accepts one that has no expiry.
 *
 * @throws `AuthenticationError` when Palette refuses, or the new one is somebody else's; any other error means that it may be tried again
 */
export async function renewSessionToken(
  context: SessionContext,
  session: StoredSession,
): Promise<Renewed> {
  const { sessionToken: former = '', sessionTokenExpiresAt } = session.tokens;
  if (!sessionTokenExpiresAt) {
    // There is nothing to lengthen; what matters is whether Palette still accepts it.
    return {
      sessionToken: former,
      identity: await requireAccepted(context, session, former),
    };
  }
  const palette = paletteOf(context, session.environment);
  const sessionToken = await palette.renew(former).catch(error => {
    throw isRefusal(error) && session.tokens.refreshToken !== undefined
      ? new ServiceUnavailableError(
          'Palette does not prolong the session token; the refresh grant may say whether the session is over',
        )
      : error;
  });
  if (sessionToken === former) {
    return {};
  }
  const { expiresAt } = readTokenTimes(sessionToken);
  if (expiresAt && expiresAt <= context.now()) {
    // The former one may still be accepted; this one nobody would even try.
    throw new ServiceUnavailableError(
      'Palette renewed the session with a token that has expired',
    );
  }
  return {
    sessionToken,
    sessionTokenExpiresAt: expiresAt,
    identity: await pTimeout(confirm(context, session, sessionToken), {
      milliseconds: CONFIRMATION_PATIENCE_MS,
      fallback: () => undefined,
    }),
  };
}

/** @throws `AuthenticationError` when Palette accepts it no longer, or as somebody else's */
async function requireAccepted(
  context: SessionContext,
  session: StoredSession,
  sessionToken: string,
): Promise<PaletteIdentity> {
  const answer = await askSameOwner(context, session, sessionToken);
  if (answer.kind === 'confirmed') {
    return answer.identity;
  }
  throw answer.kind === 'refused'
    ? new AuthenticationError('Palette no longer accepts the session token')
    : answer.error;
}

/**
 * Whose a renewed token is: a proxy that mixes answers up, or a Palette that
 * does, must not let a session go on as somebody else's.
 *
 * @returns undefined when Palette can't be asked: the token is then confirmed before its first use
 */
async function confirm(
  context: SessionContext,
  session: StoredSession,
  sessionToken: string,
): Promise<PaletteIdentity | undefined> {
  let answer = { kind: 'unknown' } as OwnerAnswer;
  const requireConfirmed = async () => {
    answer = await askSameOwner(context, session, sessionToken);
    if (answer.kind !== 'confirmed') {
      throw new ServiceUnavailableError(
        'Palette has not said yet whose the renewed session token is',
      );
    }
  };
  try {
    await pRetry(requireConfirmed, {
      ...CONFIRMATION_RETRIES,
      shouldRetry: ({ error }) => !isRefusal(error),
    });
  } catch (error) {
    if (isRefusal(error)) {
      throw error;
    }
  }
  if (answer.kind === 'refused') {
    await requireFormerRefused(context, session);
  }
  return answer.kind === 'confirmed' ? answer.identity : undefined;
}

/** @throws `ServiceUnavailableError` when Palette still accepts the former token, which is then the better one */
async function requireFormerRefused(
  context: SessionContext,
  session: StoredSession,
): Promise<void> {
  const { sessionToken = '' } = session.tokens;
  const former = await askSameOwner(context, session, sessionToken);
  if (former.kind === 'confirmed') {
    throw new ServiceUnavailableError(
      'Palette does not accept the session token that it has just given',
    );
  }
}

/**
 * Asks Palette whose a token is, which has to be the session's owner.
 *
 * @throws `AuthenticationError` when it is somebody else's
 */
export async function askSameOwner(
  context: SessionContext,
  session: StoredSession,
  sessionToken: string,
): Promise<OwnerAnswer> {
  try {
    return await askOwner(context, session.environment, sessionToken, session);
  } catch {
    // The token stays as it is: it is not ours to revoke.
    throw new AuthenticationError(
      'Palette says that the session token is somebody else’s by now',
    );
  }
}
