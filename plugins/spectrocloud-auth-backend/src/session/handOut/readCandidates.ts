import { hash } from 'node:crypto';
import {
  type SessionOwner,
  type StoredSession,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { endSession } from '../ending/endSession';
import { isSamePaletteUser } from '../paletteOwner';
import { settle } from '../renewing/renewSession';
import type { SessionContext } from '../SessionContext';
import type { LookupResult } from '../SessionMetrics';
import { hasLiveSessionToken, isGrantToken } from '../sessionState';

/** Sessions, the newest first, and what a look-up is counted as if none of them serves. */
interface Candidates {
  sessions: StoredSession[];
  result: LookupResult;
}

/**
 * The sessions that a user's tokens may come from: of one Palette identity, the newest one's,
 * and without a token that Palette refused. Those of a former identity end here if they haven't yet.
 *
 * @param request - `refusedTokenSha256`: of the token that Palette refused, which may be an older session's
 * @throws `ServiceUnavailableError` when it can't be told now
 */
export async function readCandidates(
  context: SessionContext,
  request: SessionOwner & { refusedTokenSha256?: string },
): Promise<Candidates> {
  const { refusedTokenSha256 } = request;
  const { sessions: found, unreadable } =
    await context.stores.tokens.readSessions(request);
  const sessions = found.filter(({ id }) => !context.pendingEnds.ids.has(id));
  const own: StoredSession[] = [];
  for (const session of sessions) {
    if (isSamePaletteUser(session, sessions[0])) {
      own.push(session);
    } else {
      const { version } = session;
      await endSession(context, session, 'other-identity', { version });
    }
  }
  const nothing = unreadable > 0 ? 'unreadable' : 'miss';
  const result = own.length > 0 ? 'expired' : nothing;
  if (!refusedTokenSha256) {
    return { sessions: own, result };
  }
  const accepted: StoredSession[] = [];
  for (const session of own) {
    const current = await withoutRefused(context, session, refusedTokenSha256);
    if (current) {
      accepted.push(current);
    }
  }
  return { sessions: accepted, result };
}

/** Drops the session if it still holds the token that Palette refused; a newer token stays. */
async function withoutRefused(
  context: SessionContext,
  session: StoredSession,
  refusedTokenSha256: string,
): Promise<StoredSession | undefined> {
  const isRefused = ({ tokens }: StoredSession) =>
    tokens.sessionToken !== undefined &&
    hash('sha256', tokens.sessionToken, 'base64url') === refusedTokenSha256;
  if (!isRefused(session)) {
    return session;
  }
  const settled = await settle(context, session);
  if (!settled || !isRefused(settled)) {
    return settled;
  }
  if (
    isGrantToken(settled.tokens) &&
    !hasLiveSessionToken(settled, context.now())
  ) {
    // It has merely lapsed, and may bring another one.
    return settled;
  }
  const { version } = settled;
  const ended = await endSession(context, settled, 'refused', { version });
  return ended ? undefined : context.stores.tokens.getSession(settled.id);
}
