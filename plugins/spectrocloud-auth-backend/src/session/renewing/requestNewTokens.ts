import {
  AuthenticationError,
  ServiceUnavailableError,
  stringifyError,
} from '@backstage/errors';
import type {
  PaletteIdentity,
  PaletteTokens,
  StoredSession,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import pRetry from 'p-retry';
import pTimeout from 'p-timeout';
import { askOwner, isRefusal, type OwnerAnswer } from '../paletteOwner';
import { paletteOf, type SessionContext } from '../SessionContext';
import { readTokenTimes } from '../sessionState';
import { isProlonged, type DueTokens } from './renewalRule';

/** How often Palette is asked again whose a renewed token is, before that is put off until its first use. */
const CONFIRMATION_RETRIES = { retries: 2, minTimeout: 300, factor: 1 };
/** Longest time for all of that, in milliseconds: everybody waits for the renewal. */
export const CONFIRMATION_PATIENCE_MS = 3_000;

/** What Palette made of a renewal. */
export interface RenewedTokens {
  /** Palette refused: the session is over. */
  refused: boolean;
  /** It is over, but Palette may still accept its session token. */
  leavesSessionToken: boolean;
  /** Something could not be renewed now, but may be later. */
  failed: boolean;
  /** All tokens of the session, as far as any is new. */
  tokens?: PaletteTokens;
  claims?: Record<string, unknown>;
  /** Whose the session token is; absent where Palette couldn't be asked about a new one yet. */
  identity?: PaletteIdentity;
}

/** A part of a renewal. */
type Renewed = PaletteTokens & Pick<RenewedTokens, 'claims' | 'identity'>;

/** Asks Palette for new tokens, each in its own way. Never throws: what can't be renewed is told in the result. */
export async function requestNewTokens(
  context: SessionContext,
  session: StoredSession,
  due: DueTokens,
): Promise<RenewedTokens> {
  const renewals = await Promise.allSettled([
    due.sessionToken ? renewSessionToken(context, session) : {},
    due.idToken ? renewIdTokenOf(context, session) : {},
  ]);
  const failures = renewals.filter(({ status }) => status === 'rejected');
  const reasons = (failures as PromiseRejectedResult[]).map(f => f.reason);
  for (const reason of reasons) {
    context.logger.warn(
      `Palette session ${session.id}: renewal failed: ${stringifyError(
        reason,
      )}`,
    );
  }
  const [sessionPart, idPart] = renewals.map(result =>
    result.status === 'fulfilled' ? result.value : {},
  ) as [Renewed, Renewed];
  const { identity, ...sessionTokens } = sessionPart;
  const { claims, ...idTokens } = idPart;
  const refused = reasons.some(isRefusal);
  const [sessionRenewal] = renewals;
  const isTokenRefused =
    sessionRenewal.status === 'rejected' && isRefusal(sessionRenewal.reason);
  if (refused && sessionTokens.sessionToken) {
    // The other grant succeeded; its token would live on without an owner.
    await paletteOf(context, session.environment)
      .revoke(sessionTokens.sessionToken)
      .catch(() => undefined);
  }
  const isMissing =
    (due.sessionToken &&
      !isProlonged(
        sessionTokens.sessionToken,
        sessionTokens.sessionTokenExpiresAt,
        session.tokens.sessionTokenExpiresAt,
      )) ||
    (due.idToken && idTokens.idToken === undefined);
  const isNew = Object.keys({ ...sessionTokens, ...idTokens }).length > 0;
  return {
    refused,
    leavesSessionToken:
      refused && !isTokenRefused && !sessionTokens.sessionToken,
    // What brings nothing is tried again later, not on every call.
    failed: reasons.length > 0 || isMissing,
    tokens: isNew
      ? { ...session.tokens, ...sessionTokens, ...idTokens }
      : undefined,
    claims,
    identity: sessionTokens.sessionToken ? identity : session.identity,
  };
}

async function renewSessionToken(
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
  const sessionToken = await palette.renew(former);
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
  const answer = await ask(context, session, sessionToken);
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
    answer = await ask(context, session, sessionToken);
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
  const former = await ask(context, session, sessionToken);
  if (former.kind === 'confirmed') {
    throw new ServiceUnavailableError(
      'Palette does not accept the session token that it has just given',
    );
  }
}

async function ask(
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

async function renewIdTokenOf(
  context: SessionContext,
  session: StoredSession,
): Promise<Renewed> {
  const { environment, issuer, subject, email, claims } = session;
  const { refreshToken = '' } = session.tokens;
  const renewed = await context.renewIdToken({
    environment,
    refreshToken,
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
    }),
    refreshToken: renewed.refreshToken,
  };
}
