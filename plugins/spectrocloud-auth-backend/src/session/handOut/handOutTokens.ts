import { ServiceUnavailableError } from '@backstage/errors';
import { ReauthenticationRequiredError } from '@terasky/backstage-plugin-spectrocloud-common';
import {
  type SessionOwner,
  type SpectroCloudSessionToken,
  type StoredSession,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { confirmSession } from '../confirming/confirmSession';
import { noteUse } from '../refreshing/noteUse';
import { isRenewalDue } from '../renewing/renewalRule';
import {
  renewSession,
  settle,
  type WantedToken,
} from '../renewing/renewSession';
import { restoreSession } from '../restoring/restoreSession';
import { isCookieCurrent, sealCookie } from '../sealedCookie';
import type { SessionContext } from '../SessionContext';
import {
  environmentOf,
  grantTokenOf,
  hasLiveIdToken,
  isSession,
  isUndecided,
  isUsable,
  mayBeUsable,
} from '../sessionState';
import { readCandidates } from './readCandidates';

/** Whether something of a session is alive at a time. */
type IsAlive = (session: StoredSession, now: Date) => boolean;

/** Whose token is asked for, and what the asker knows. */
export interface HandOutRequest extends SessionOwner {
  sealedCookie?: string;
  refusedTokenSha256?: string;
}

/** Of each lapsed one the database is asked whether somebody is renewing it: not while another one serves. */
function lapsedLast(
  sessions: StoredSession[],
  isAlive: IsAlive,
  now: Date,
): StoredSession[] {
  return [
    ...sessions.filter(session => isAlive(session, now)),
    ...sessions.filter(session => !isAlive(session, now)),
  ];
}

/**
 * The newest usable session token of a user.
 *
 * @throws `ReauthenticationRequiredError` when there is none
 * @throws `ServiceUnavailableError` when it can't be told now
 */
export async function handOutSessionToken(
  context: SessionContext,
  request: HandOutRequest,
): Promise<SpectroCloudSessionToken> {
  environmentOf(context, request.environment);
  const { sessions: candidates, result } = await readCandidates(
    context,
    request,
  );
  const sessions = withKnownUser(candidates);
  const prepared = await firstPrepared(
    lapsedLast(sessions, isUsable, context.now()),
    candidate => prepare(context, candidate),
  );
  if (prepared) {
    context.metrics.lookups.add(1, { result: 'hit' });
    return toAnswer(context, prepared, sessions, request);
  }
  const { userEntityRef } = request;
  const owner = { userEntityRef };
  const restored = await restoreSession(context, { ...request, owner });
  const [known] = withKnownUser(restored ? [restored] : []);
  const session = known && (await prepare(context, known));
  context.metrics.lookups.add(1, { result: session ? 'restored' : result });
  if (!session) {
    throw new ReauthenticationRequiredError(request.environment);
  }
  return toAnswer(context, session, [session], request);
}

/**
 * The newest live ID token of a user.
 *
 * @throws `ReauthenticationRequiredError` when there is none
 * @throws `ServiceUnavailableError` when it can't be told now
 */
export async function handOutIdToken(
  context: SessionContext,
  owner: SessionOwner,
): Promise<{ idToken: string; expiresAt?: Date; sessionId: string }> {
  environmentOf(context, owner.environment);
  const { sessions } = await readCandidates(context, owner);
  const session = await firstPrepared(
    lapsedLast(withKnownUser(sessions), isSession, context.now()),
    candidate => prepareIdToken(context, candidate),
  );
  if (!session) {
    throw new ReauthenticationRequiredError(owner.environment);
  }
  const { idToken = '', idTokenExpiresAt } = session.tokens;
  return { idToken, expiresAt: idTokenExpiresAt, sessionId: session.id };
}

/**
 * Those that the catalog has a user for, as far as their browsers have found out: one that was closed
 * while the user was missing says nothing of the others.
 *
 * @throws `ServiceUnavailableError` when there are none but others
 */
function withKnownUser(sessions: StoredSession[]): StoredSession[] {
  const known = sessions.filter(
    ({ userMissingSince }) => userMissingSince === undefined,
  );
  if (sessions.length > 0 && known.length === 0) {
    throw new ServiceUnavailableError(
      'The catalog has no user for the Palette session at the moment',
    );
  }
  return known;
}

/** @throws `ServiceUnavailableError` when none can give a token, but one may soon */
async function firstPrepared(
  sessions: StoredSession[],
  prepareOne: (candidate: StoredSession) => Promise<StoredSession | undefined>,
): Promise<StoredSession | undefined> {
  let unavailable: unknown;
  for (const candidate of sessions) {
    try {
      const session = await prepareOne(candidate);
      if (session) {
        return session;
      }
    } catch (error) {
      unavailable ??= error;
    }
  }
  if (unavailable) {
    throw unavailable;
  }
  return undefined;
}

/** @returns undefined when the session can't give an ID token */
async function prepareIdToken(
  context: SessionContext,
  candidate: StoredSession,
): Promise<StoredSession | undefined> {
  const session = await freshen(context, candidate, isSession, 'idToken');
  if (!session) {
    return undefined;
  }
  if (!hasLiveIdToken(session, context.now())) {
    if (grantTokenOf(session.tokens) || isUndecided(session)) {
      throw new ServiceUnavailableError(
        'The ID token of the Palette session can’t be renewed at the moment',
      );
    }
    return undefined;
  }
  await noteUse(context, session);
  return session;
}

/** @returns undefined when the session can't give a token */
async function prepare(
  context: SessionContext,
  candidate: StoredSession,
): Promise<StoredSession | undefined> {
  // What may be a refresh token is used for nothing, a renewal included, before that is known.
  const known = isUndecided(candidate)
    ? await confirmSession(context, candidate)
    : candidate;
  const fresh =
    known && (await freshen(context, known, mayBeUsable, 'sessionToken'));
  if (!fresh) {
    return undefined;
  }
  const now = context.now();
  if (!isUsable(fresh, now)) {
    if (mayBeUsable(fresh, now)) {
      throw new ServiceUnavailableError(
        'The Palette session can’t be renewed at the moment',
      );
    }
    return undefined;
  }
  const session = await confirmSession(context, fresh);
  if (session) {
    await noteUse(context, session);
  }
  return session;
}

/** A session that is alive, or is being renewed, with the wanted token as fresh as it can be. */
async function freshen(
  context: SessionContext,
  candidate: StoredSession,
  isAlive: IsAlive,
  wanted: WantedToken,
): Promise<StoredSession | undefined> {
  // Its token may have lapsed while somebody is renewing it.
  const alive = isAlive(candidate, context.now())
    ? candidate
    : await settle(context, candidate);
  if (!alive || !isAlive(alive, context.now())) {
    return undefined;
  }
  const environment = environmentOf(context, alive.environment);
  return isRenewalDue(alive, environment, context.now())
    ? renewSession(context, alive, [wanted])
    : alive;
}

function toAnswer(
  context: SessionContext,
  session: StoredSession,
  sessions: StoredSession[],
  { sealedCookie }: HandOutRequest,
): SpectroCloudSessionToken {
  const { id, environment, identity, tokens } = session;
  const { sessionToken, sessionTokenExpiresAt } = tokens;
  if (!identity || !sessionToken) {
    throw new ReauthenticationRequiredError(environment);
  }
  const settings = environmentOf(context, environment);
  const isCurrent = isCookieCurrent(
    context,
    sealedCookie,
    // The session may have been renewed since they were read.
    sessions.map(known => (known.id === id ? session : known)),
    settings,
  );
  return {
    token: sessionToken,
    expiresAt: sessionTokenExpiresAt,
    sessionId: id,
    environment,
    identity,
    setCookie: isCurrent ? undefined : sealCookie(context, session, settings),
  };
}
