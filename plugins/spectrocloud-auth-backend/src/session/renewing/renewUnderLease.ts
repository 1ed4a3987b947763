import type {
  RenewalLease,
  StoredSession,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import pRetry from 'p-retry';
import { endSession } from '../ending/endSession';
import { revokesSessionTokens } from '../ending/revokeTokens';
import { revokeOrphaned } from '../ending/TokenRevoker';
import type { SessionContext } from '../SessionContext';
import type { RenewalOutcome } from '../SessionMetrics';
import { environmentOf, knownIdentity } from '../sessionState';
import { nextRenewal, sessionEnd, type DueTokens } from './renewalRule';
import { requestNewTokens } from './requestNewTokens';

/** A holder that died is replaced after this; longer than one prolongation may wait for the database. */
export const LEASE_MS = 8_000;
/** How often a living holder prolongs its lease. */
const KEEP_LEASE_MS = 1_500;
/** After a failure the still valid tokens are served for this long before Palette is asked again. */
const RETRY_AFTER_MS = 30_000;
/** A token that Palette has already given is worth some patience with the database: 200, 400, 800 and 1600 milliseconds. */
export const WRITE_RETRIES = { retries: 4, minTimeout: 200, factor: 2 };

type Outcome =
  | { outcome: Exclude<RenewalOutcome, 'superseded'>; session?: StoredSession }
  | { outcome: 'superseded' };

/**
 * Renews a session as the holder of its lease, which is kept up meanwhile.
 *
 * @returns the session as it is now, none when it has ended; superseded where another process has taken over
 * @throws `ServiceUnavailableError` when the database can't take what came of it
 */
export async function renewUnderLease(
  context: SessionContext,
  session: StoredSession,
  due: DueTokens,
  lease: RenewalLease,
): Promise<Outcome> {
  const { leases, tokens } = context.stores;
  const startedAt = Date.now();
  const keeping = setInterval(() => {
    leases.keep(lease, LEASE_MS).catch(() => {
      // Lost at worst; the write then finds out.
    });
  }, KEEP_LEASE_MS);
  let outcome: RenewalOutcome = 'unwritten';
  try {
    outcome = await renewAndWrite(context, session, due, lease);
    return outcome === 'superseded'
      ? { outcome }
      : { outcome, session: await tokens.getSession(session.id) };
  } finally {
    clearInterval(keeping);
    const seconds = (Date.now() - startedAt) / 1000;
    context.metrics.renewals.add(1, { outcome });
    context.metrics.renewalDuration.record(seconds, { outcome });
    context.logger.debug(
      `Palette session ${session.id} of ${session.userEntityRef}: renewal ${outcome}`,
    );
  }
}

async function renewAndWrite(
  context: SessionContext,
  session: StoredSession,
  due: DueTokens,
  lease: RenewalLease,
): Promise<RenewalOutcome> {
  const renewed = await requestNewTokens(context, session, due);
  if (renewed.refused) {
    const ended = await endSession(context, session, 'renewal-refused', lease);
    if (
      ended &&
      renewed.leavesSessionToken &&
      revokesSessionTokens(context, session.environment)
    ) {
      // It was the ID token's grant that was refused: this one would live on without an owner.
      const { refreshToken, ...tokens } = session.tokens;
      await revokeOrphaned(context, { ...session, tokens });
    }
    return ended ? 'refused' : 'superseded';
  }
  const now = context.now();
  const retryAfter = new Date(now.getTime() + RETRY_AFTER_MS);
  if (!renewed.tokens) {
    await context.stores.leases.release(
      lease,
      renewed.failed ? retryAfter : now,
    );
    return 'failed';
  }
  const next: StoredSession = {
    ...session,
    tokens: renewed.tokens,
    claims: renewed.claims ?? session.claims,
    // An ID token that names none says nothing of the one so far.
    email: renewed.email ?? session.email,
    identity: renewed.identity,
    formerIdentity: renewed.identity ? undefined : knownIdentity(session),
  };
  next.expiresAt = sessionEnd(next, environmentOf(context, next.environment));
  const written = await writeRenewal(
    context,
    lease,
    { former: session, next },
    renewed.failed ? retryAfter : nextRenewal(renewed.tokens, now),
  );
  return written ? 'renewed' : 'superseded';
}

/**
 * Writes the new tokens, or revokes them: a token that nobody keeps must not live on.
 *
 * @returns false when the session ended meanwhile, or was renewed by another process
 * @throws `ServiceUnavailableError` when the database can't take them
 */
async function writeRenewal(
  context: SessionContext,
  lease: RenewalLease,
  session: { former: StoredSession; next: StoredSession },
  renewAfter?: Date,
): Promise<boolean> {
  const { next } = session;
  let written = false;
  try {
    written = await pRetry(
      () => write(context, lease, next, renewAfter),
      WRITE_RETRIES,
    );
  } finally {
    if (!written) {
      await revokeUnkept(context, session);
    }
  }
  return written;
}

async function revokeUnkept(
  context: SessionContext,
  { former, next }: { former: StoredSession; next: StoredSession },
): Promise<void> {
  const { refreshToken, sessionToken, ...tokens } = next.tokens;
  // Whoever goes on with the session goes on with the grant that the refresh token is of.
  const isNobodys =
    refreshToken !== former.tokens.refreshToken &&
    (await isGone(context, next.id));
  await revokeOrphaned(context, {
    ...next,
    tokens: {
      ...tokens,
      ...(sessionToken !== former.tokens.sessionToken && { sessionToken }),
      ...(isNobodys && { refreshToken }),
    },
  });
}

async function isGone(
  { stores }: SessionContext,
  id: string,
): Promise<boolean> {
  try {
    return (await stores.tokens.getSummary(id)) === undefined;
  } catch {
    return false;
  }
}

async function write(
  { stores }: SessionContext,
  lease: RenewalLease,
  next: StoredSession,
  renewAfter?: Date,
): Promise<boolean> {
  if (await stores.leases.complete(lease, next, renewAfter)) {
    return true;
  }
  // The write may have succeeded although its answer was lost, or another
  // process has written the same: a Palette may renew a token twice alike.
  const current = await stores.tokens.getSession(next.id);
  return (
    current?.version === next.version + 1 &&
    current.tokens.sessionToken === next.tokens.sessionToken
  );
}
