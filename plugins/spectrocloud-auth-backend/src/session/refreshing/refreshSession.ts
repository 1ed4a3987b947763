import { ServiceUnavailableError } from '@backstage/errors';
import type { StoredSession } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { endSession } from '../ending/endSession';
import { expiresInSeconds, isRenewalDue } from '../renewing/renewalRule';
import { renewSession, settle } from '../renewing/renewSession';
import { restoreSession } from '../restoring/restoreSession';
import { isCookieCurrent, sealCookie } from '../sealedCookie';
import type { SessionContext } from '../SessionContext';
import type { SessionEnvironment } from '../SessionEnvironment';
import type { ActiveSession, SessionManager } from '../SessionManager';
import {
  endsInSeconds,
  environmentOf,
  hasLiveIdToken,
  hasLiveSessionToken,
  hasLiveToken,
  isSession,
  sessionIdOf,
} from '../sessionState';
import { noteUse } from './noteUse';

/** How long requests may be under way with the handle of a session that was replaced. */
const REPLACED_LATELY_MS = 60_000;

/**
 * The session of a browser's handle, restored and renewed as need be.
 *
 * @returns undefined when there is no such session any more
 * @throws `ServiceUnavailableError` when it can't be told now
 */
export async function refreshSession(
  context: SessionContext,
  options: Parameters<SessionManager['refresh']>[0],
): Promise<ActiveSession | undefined> {
  const { caller, environment, handle, sealedCookie } = options;
  const id = sessionIdOf(handle);
  if (context.pendingEnds.ids.has(id)) {
    return undefined;
  }
  const found =
    (await context.stores.tokens.getSession(id)) ??
    (await restoreSession(context, {
      sealedCookie,
      environment,
      owner: { id, userEntityRef: caller },
    }));
  if (!found || found.environment !== environment) {
    return undefined;
  }
  // Its last token may have lapsed while somebody is renewing it.
  const alive = isSession(found, context.now())
    ? found
    : await settle(context, found);
  if (!alive) {
    return undefined;
  }
  if (!isSession(alive, context.now())) {
    const { version } = alive;
    await endSession(context, alive, 'expired', { version });
    return undefined;
  }
  const settings = environmentOf(context, environment);
  const session = isRenewalDue(alive, settings, context.now())
    ? await renewSession(context, alive, ['sessionToken', 'idToken'])
    : alive;
  if (!session || !isSession(session, context.now())) {
    return undefined;
  }
  if (!hasLiveToken(session, context.now())) {
    // Nothing says that the user may still sign in: that has to be renewed first.
    throw new ServiceUnavailableError(
      'The Palette session can’t be renewed at the moment',
    );
  }
  await noteUse(context, session, options.device);
  return toActiveSession(context, session, settings, sealedCookie);
}

/**
 * Whether the session of a handle ended a moment ago because its browser signed out or began another one.
 *
 * @throws `ServiceUnavailableError` when it can't be told now
 */
export async function wasReplaced(
  { now, stores }: SessionContext,
  handle: string,
): Promise<boolean> {
  const since = new Date(now().getTime() - REPLACED_LATELY_MS);
  return stores.ends.isReplaced(sessionIdOf(handle), since);
}

function toActiveSession(
  context: SessionContext,
  session: StoredSession,
  environment: SessionEnvironment,
  sealedCookie: string | undefined,
): ActiveSession {
  const now = context.now();
  const renewIn = expiresInSeconds(session, environment, now);
  const { issuer, subject, email, tokens } = session;
  return {
    id: session.id,
    userEntityRef: session.userEntityRef,
    waiting: session.waiting,
    environment: session.environment,
    subject: { issuer, subject, email },
    binding: session.binding,
    claims: session.claims,
    userMissingSince: session.userMissingSince,
    tokens: {
      ...(tokens.scope && { scope: tokens.scope }),
      ...(hasLiveIdToken(session, now) && {
        idToken: tokens.idToken,
        idTokenExpiresAt: tokens.idTokenExpiresAt,
      }),
      ...(session.identity &&
        hasLiveSessionToken(session, now) && {
          sessionToken: tokens.sessionToken,
          sessionTokenExpiresAt: tokens.sessionTokenExpiresAt,
        }),
    },
    expiresInSeconds: renewIn,
    endsInSeconds: endsInSeconds(session, environment, {
      at: now,
      isRenewable: renewIn !== undefined,
    }),
    setCookie: isCookieCurrent(context, sealedCookie, [session], environment)
      ? undefined
      : sealCookie(context, session, environment),
  };
}
