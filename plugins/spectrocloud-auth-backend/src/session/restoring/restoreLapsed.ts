import { isSameEmail } from '@terasky/backstage-plugin-spectrocloud-common';
import { setTimeout as delay } from 'node:timers/promises';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  type NewSession,
  type StoredSession,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import pRetry from 'p-retry';
import { revokeOrphaned } from '../ending/TokenRevoker';
import { isRefusal } from '../paletteOwner';
import { sessionEnd } from '../renewing/renewalRule';
import { renewIdToken } from '../renewing/renewIdToken';
import type { Renewed } from '../renewing/renewSessionToken';
import { WRITE_RETRIES } from '../renewing/renewUnderLease';
import type { SessionContext } from '../SessionContext';
import { environmentOf } from '../sessionState';
import { endCookie, log, readOwn } from './lostSession';

/** How long another replica may take to restore the same session: its refresh token may be accepted only once. */
const OTHERS_PATIENCE_MS = 3_000;
const POLL_MS = 250;

/**
 * Restores a lost session whose session token has lapsed, with the tokens that the refresh grant
 * brings. The verified ID token says whose it is, as at a sign-in; the cookie's own word
 * counts for nothing.
 *
 * @param known - the user's other sessions, and whether the user asks themselves
 * @returns undefined when the provider refuses
 * @throws `ServiceUnavailableError` when it can't be told now
 */
export async function restoreLapsed(
  context: SessionContext,
  session: NewSession,
  known: { sessions: StoredSession[]; isCaller: boolean },
): Promise<StoredSession | undefined> {
  // Before the grant: what it is asked with may be worth nothing afterwards.
  if (!(await isUsers(context, session, known))) {
    log(context, session, 'not restored: its token is another user’s');
    return undefined;
  }
  const renewed = await askGrant(context, session);
  if (!renewed) {
    return restoredElsewhere(context, session);
  }
  const next = withTokens(context, session, renewed);
  const isSameUser =
    next.email === session.email ||
    isSameEmail(next.email, session.email) ||
    (await isUsers(context, next, known));
  const isRestored =
    isSameUser &&
    (await pRetry(
      () => context.stores.tokens.restoreSession(next),
      WRITE_RETRIES,
    ));
  log(
    context,
    session,
    isRestored
      ? 'restored and renewed'
      : 'not restored: it has ended, or is another user’s',
  );
  if (!isRestored) {
    await revokeOrphaned(context, next);
    return undefined;
  }
  return readOwn(context, session);
}

/** Whether the catalog, or the user's other sessions, name the Backstage user of the cookie for its subject. */
async function isUsers(
  context: SessionContext,
  { environment, issuer, subject, email, userEntityRef }: NewSession,
  { sessions, isCaller }: { sessions: StoredSession[]; isCaller: boolean },
): Promise<boolean> {
  if (sessions.length > 0) {
    return sessions.every(
      other => other.issuer === issuer && other.subject === subject,
    );
  }
  if (!environmentOf(context, environment).hasResolvers) {
    // A connection says nothing of who its user is; it is theirs if they ask themselves.
    return isCaller;
  }
  const identity = { tenantUid: '', userUid: subject, email };
  const user = await context.resolveOwner({ environment, identity });
  return user === userEntityRef;
}

/** @returns undefined when the provider refuses, or has no such grant */
async function askGrant(
  context: SessionContext,
  session: NewSession,
): Promise<Renewed | undefined> {
  try {
    // Without claims and address of the cookie, which nobody vouches for.
    const unproven = { ...session, claims: {}, email: undefined, version: 1 };
    const renewed = await renewIdToken(context, unproven);
    return renewed.idToken === undefined ? undefined : renewed;
  } catch (error) {
    if (isRefusal(error)) {
      return undefined;
    }
    throw new ServiceUnavailableError(
      'The lost Palette session can’t be renewed at the moment',
      error,
    );
  }
}

function withTokens(
  context: SessionContext,
  session: NewSession,
  { claims = {}, email, identity, ...renewed }: Renewed,
): NewSession {
  const { refreshToken, sessionTokenFoundIn } = session.tokens;
  const tokens = { refreshToken, sessionTokenFoundIn, ...renewed };
  const { createdAt, environment } = session;
  const expiresAt = sessionEnd(
    { createdAt, tokens },
    environmentOf(context, environment),
  );
  return { ...session, tokens, claims, email, identity, expiresAt };
}

/** The refusal counts unless somebody else has just restored the session with the same token. */
async function restoredElsewhere(
  context: SessionContext,
  session: NewSession,
): Promise<StoredSession | undefined> {
  const deadline = Date.now() + OTHERS_PATIENCE_MS;
  do {
    const restored = await readOwn(context, session);
    if (restored) {
      return restored;
    }
    await delay(POLL_MS);
  } while (Date.now() < deadline);
  await endCookie(context, session);
  return undefined;
}
