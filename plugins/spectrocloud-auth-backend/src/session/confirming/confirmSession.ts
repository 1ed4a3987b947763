import { ServiceUnavailableError } from '@backstage/errors';
import type { StoredSession } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { endSession } from '../ending/endSession';
import { askOwner, type OwnerAnswer } from '../paletteOwner';
import { sessionEnd } from '../renewing/renewalRule';
import type { SessionContext } from '../SessionContext';
import { environmentOf, isUndecided, withoutCandidate } from '../sessionState';

/** Longest time for writing that a candidate is a refresh token. */
const LEASE_MS = 8_000;

/** What to say while somebody else is renewing a session: a moment later it can be told. */
export function renewalUnderWay(): Error {
  return new ServiceUnavailableError(
    'The Palette session is being renewed; try again in a few seconds',
  );
}

/**
 * Confirms a session whose token could not be confirmed when it was got.
 *
 * @returns the session as it is now; undefined when it has ended because of the answer
 * @throws `ServiceUnavailableError` when Palette still can't be asked, or another token is on its way
 */
export async function confirmSession(
  context: SessionContext,
  session: StoredSession,
): Promise<StoredSession | undefined> {
  const { id, identity, tokens, version } = session;
  return identity || !tokens.sessionToken
    ? session
    : context.flights.confirmations.run(
        JSON.stringify([id, version]),
        async () => confirm(context, session),
      );
}

async function confirm(
  context: SessionContext,
  session: StoredSession,
): Promise<StoredSession | undefined> {
  const { id, environment, tokens } = session;
  let answer: OwnerAnswer;
  try {
    const { sessionToken = '' } = tokens;
    answer = await askOwner(context, environment, sessionToken, session);
  } catch {
    context.logger.warn(
      `Palette session ${id} of ${session.userEntityRef}: its token belongs to somebody else at Palette`,
    );
    return endRefused(context, session);
  }
  if (answer.kind === 'unknown') {
    throw new ServiceUnavailableError(
      'Palette can’t be asked at the moment whose its session token is',
      answer.error,
    );
  }
  if (answer.kind === 'refused') {
    return isUndecided(session)
      ? dropCandidate(context, session)
      : endRefused(context, session);
  }
  await context.stores.tokens.confirmIdentity(session, answer.identity);
  // As the row has it: with the e-mail of the ID token, which Palette's may differ from.
  return confirmCurrent(context, id);
}

/** What Palette doesn't know is no session token; the session goes on with its other tokens. */
async function dropCandidate(
  context: SessionContext,
  session: StoredSession,
): Promise<StoredSession | undefined> {
  const { leases } = context.stores;
  const { id } = session;
  const lease = await leases.take(session, LEASE_MS);
  if (lease) {
    const tokens = withoutCandidate(session.tokens);
    const environment = environmentOf(context, session.environment);
    const expiresAt = sessionEnd({ ...session, tokens }, environment);
    await leases.complete(lease, { ...session, tokens, expiresAt });
    context.logger.debug(
      `Palette session ${id} of ${session.userEntityRef}: Palette does not know its possible session token`,
    );
  } else if (await leases.isTaken(id)) {
    throw renewalUnderWay();
  }
  return confirmCurrent(context, id);
}

/** Ends a session because of its token, unless somebody has renewed that, or is about to. */
async function endRefused(
  context: SessionContext,
  session: StoredSession,
): Promise<StoredSession | undefined> {
  const { id, version } = session;
  if (await context.stores.leases.isTaken(id)) {
    throw renewalUnderWay();
  }
  const ended = await endSession(context, session, 'refused', { version });
  return ended ? undefined : confirmCurrent(context, id);
}

async function confirmCurrent(
  context: SessionContext,
  id: string,
): Promise<StoredSession | undefined> {
  const current = await context.stores.tokens.getSession(id);
  return current && confirmSession(context, current);
}
