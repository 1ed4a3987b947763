import { setTimeout as delay } from 'node:timers/promises';
import { stringifyError } from '@backstage/errors';
import type {
  RenewalLease,
  StoredSession,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { confirmSession, renewalUnderWay } from '../confirming/confirmSession';
import { endSession, isRevoking, revokeToken } from '../ending/endSession';
import { environmentOf, type SessionContext } from '../SessionContext';
import type { RenewalOutcome } from '../SessionMetrics';
import { knownIdentity } from '../sessionState';
import {
  dueTokens,
  isDecisionDue,
  nextRenewal,
  sessionEnd,
  type DueTokens,
} from './renewalRule';
import { CONFIRMATION_PATIENCE_MS } from './renewSessionToken';
import { requestNewTokens } from './requestNewTokens';
import { writeRenewal } from './writeRenewal';

/** A holder that died is replaced after this; longer than one prolongation may wait for the database. */
const LEASE_MS = 8_000;
/** How often a living holder prolongs its lease. */
const KEEP_LEASE_MS = 1_500;
const POLL_MS = 100;
/** After a failure the still valid tokens are served for this long before Palette is asked again. */
const RETRY_AFTER_MS = 30_000;

type Outcome =
  | { outcome: Exclude<RenewalOutcome, 'superseded'>; session?: StoredSession }
  | { outcome: 'superseded' };

/** Whether something of a session is alive at a time. */
export type IsAlive = (session: StoredSession, now: Date) => boolean;

/**
 * The session with tokens as fresh as they can be: one caller renews them, across
 * replicas, and all others wait for the result.
 *
 * Where they can't be renewed now, the session comes back as it is; whether
 * its tokens are still alive is for the caller to see.
 *
 * @param wanted - the tokens that the caller has a use for
 * @returns undefined when the session has ended
 * @throws `ServiceUnavailableError` when one of them lapsed in vain while it was being renewed
 */
export async function renewIfDue(
  context: SessionContext,
  asked: StoredSession,
  wanted: IsAlive[],
): Promise<StoredSession | undefined> {
  const session = await confirmIfDue(context, asked);
  if (!session || !dueNow(context, session)) {
    return session;
  }
  const countAlive = () =>
    wanted.filter(isAlive => isAlive(session, context.now())).length;
  const aliveBefore = countAlive();
  try {
    return await context.flights.renewals.run(session.id, () =>
      renew(context, session),
    );
  } catch (error) {
    context.logger.warn(
      `Palette session ${
        session.id
      } could not be renewed for now: ${stringifyError(error)}`,
    );
    if (countAlive() < aliveBefore) {
      // A renewed one may be there in a moment: that is no end of the session.
      throw renewalUnderWay();
    }
    return session;
  }
}

/**
 * The session once nobody is renewing it: while somebody is, Palette may refuse
 * the token of the row although a newer one is on its way.
 *
 * @returns undefined when the session has ended
 * @throws `ServiceUnavailableError` when the renewal takes too long
 */
export async function settle(
  context: SessionContext,
  session: StoredSession,
): Promise<StoredSession | undefined> {
  const { leases, tokens } = context.stores;
  const deadline = deadlineOf(context, session);
  while (await leases.isTaken(session.id)) {
    if (Date.now() > deadline) {
      throw renewalUnderWay();
    }
    await delay(POLL_MS);
  }
  return tokens.getSession(session.id);
}

/** A token that has to be known for what it is by now, or it could not be renewed, is confirmed, if Palette can be asked. */
async function confirmIfDue(
  context: SessionContext,
  session: StoredSession,
): Promise<StoredSession | undefined> {
  if (!isDecisionDue(session, context.now())) {
    return session;
  }
  try {
    return await confirmSession(context, session);
  } catch (error) {
    context.logger.warn(
      `Palette session ${session.id}: ${stringifyError(error)}`,
    );
    return session;
  }
}

function dueNow(
  context: SessionContext,
  session: StoredSession,
): DueTokens | undefined {
  const environment = environmentOf(context, session.environment);
  return dueTokens(session, environment, context.now());
}

/** Until when a renewal has come to an end, even if another process took it over from one that died. */
function deadlineOf(context: SessionContext, session: StoredSession): number {
  const { timeoutMs } = environmentOf(context, session.environment);
  return Date.now() + LEASE_MS + timeoutMs + CONFIRMATION_PATIENCE_MS;
}

/** Takes the lease of a session and renews it, or waits until whoever has the lease has done so. */
async function renew(
  context: SessionContext,
  asked: StoredSession,
): Promise<StoredSession | undefined> {
  const { leases, tokens } = context.stores;
  const deadline = deadlineOf(context, asked);
  for (;;) {
    const session = await tokens.getSession(asked.id);
    const due = session && dueNow(context, session);
    if (!session || !due) {
      // Its token may have lapsed while another process is renewing it.
      return session?.version === asked.version
        ? await settle(context, session)
        : session;
    }
    const lease = await leases.take(session, LEASE_MS);
    if (lease) {
      const result = await renewMeasured(context, session, due, lease);
      if (result.outcome !== 'superseded') {
        return result.session;
      }
    } else if (Date.now() > deadline) {
      throw renewalUnderWay();
    } else {
      await delay(POLL_MS);
    }
  }
}

async function renewMeasured(
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
    outcome = await renewUnderLease(context, session, due, lease);
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

async function renewUnderLease(
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
      isRevoking(context, session.environment)
    ) {
      // It was the ID token's grant that was refused: this one would live on without an owner.
      await revokeToken(context, session);
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
