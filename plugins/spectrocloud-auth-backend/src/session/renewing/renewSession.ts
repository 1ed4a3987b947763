import { setTimeout as delay } from 'node:timers/promises';
import { stringifyError } from '@backstage/errors';
import type { StoredSession } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import pTimeout from 'p-timeout';
import { confirmSession, renewalUnderWay } from '../confirming/confirmSession';
import type { SessionContext } from '../SessionContext';
import {
  environmentOf,
  hasLiveIdToken,
  hasLiveSessionToken,
  isUndecided,
} from '../sessionState';
import { dueTokens, isDecisionDue, type DueTokens } from './renewalRule';
import { CONFIRMATION_PATIENCE_MS } from './renewSessionToken';
import { LEASE_MS, renewUnderLease } from './renewUnderLease';

const POLL_MS = 100;
/** How long a request waits while its tokens live: a provider that hangs must not hold the app up. */
const PATIENCE_MS = 1_000;
/** The same where one of them has lapsed: the app would ask its user to sign in because of a provider that is merely slow. */
const LAPSED_PATIENCE_MS = 3_000;

/** A token that a request has a use for. */
export type WantedToken = keyof DueTokens;

/** Tells whether a token of a session lives at a time. */
const LIVES = { idToken: hasLiveIdToken, sessionToken: hasLiveSessionToken };

/**
 * A session that is due, with tokens as fresh as they can be now: one caller renews
 * them, across replicas, and all others wait for the result. While a wanted token
 * lives they don't wait long, and the renewal goes on behind their answer.
 *
 * Where they can't be renewed now, the session comes back as it is; whether
 * its tokens are still alive is for the caller to see.
 *
 * @returns undefined when the session has ended
 * @throws `ServiceUnavailableError` when one of the wanted tokens lapsed in vain while it was being renewed
 */
export async function renewSession(
  context: SessionContext,
  session: StoredSession,
  wanted: WantedToken[],
): Promise<StoredSession | undefined> {
  const held = wanted.filter(
    token =>
      session.tokens[token] !== undefined &&
      // An undecided one says nothing.
      (token === 'idToken' || !isUndecided(session)),
  );
  const countAlive = () =>
    held.filter(token => LIVES[token](session, context.now())).length;
  const aliveBefore = countAlive();
  const renewal = context.flights.renewals
    .run(session.id, () => renewLogged(context, session))
    .catch(() => {
      if (countAlive() < aliveBefore) {
        // A renewed one may be there in a moment: that is no end of the session.
        throw renewalUnderWay();
      }
      return session;
    });
  return aliveBefore === 0
    ? renewal
    : pTimeout(renewal, {
        milliseconds:
          aliveBefore < held.length ? LAPSED_PATIENCE_MS : PATIENCE_MS,
        fallback: () => (countAlive() < aliveBefore ? renewal : session),
      });
}

/** @throws what it has logged: those who wait for it may be gone by then */
async function renewLogged(
  context: SessionContext,
  asked: StoredSession,
): Promise<StoredSession | undefined> {
  try {
    const session = await confirmIfDue(context, asked);
    return session && dueNow(context, session)
      ? await renew(context, session)
      : session;
  } catch (error) {
    context.logger.warn(
      `Palette session ${
        asked.id
      } could not be renewed for now: ${stringifyError(error)}`,
    );
    throw error;
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
      const result = await renewUnderLease(context, session, due, lease);
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
