import { hash } from 'node:crypto';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  type NewSession,
  type PaletteIdentity,
  type StoredSession,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { endSession } from '../ending/endSession';
import {
  isOfIssuersTenant,
  isOwnedBy,
  isRefusal,
  isSamePaletteUser,
  paletteOf,
  tenantOf,
} from '../paletteOwner';
import { sessionEnd } from '../renewing/renewalRule';
import { openCookie, type CookieSession } from '../sealedCookie';
import type { SessionContext } from '../SessionContext';
import { environmentOf, grantTokenOf } from '../sessionState';
import { cookieIdOf, endCookie, log, readOwn } from './lostSession';
import { restoreLapsed } from './restoreLapsed';

/** What a request brought that a lost row may be restored from. */
export interface RestoreRequest {
  sealedCookie?: string;
  environment: string;
  /** For whom: the proven caller of a request, the browser that holds the handle of a row id, or both. */
  owner:
    | { userEntityRef: string; id?: string }
    | { userEntityRef?: string; id: string };
  refusedTokenSha256?: string;
}

/**
 * Puts the lost row of a session back from its sealed cookie: of the same user and
 * environment, without a tombstone, and with a session token that Palette accepts now as
 * the user's, or one that has lapsed and brings others by the refresh grant.
 *
 * @returns undefined when there is nothing to restore
 * @throws `ServiceUnavailableError` when it can't be told now
 */
export async function restoreSession(
  context: SessionContext,
  request: RestoreRequest,
): Promise<StoredSession | undefined> {
  const session = openFor(context, request);
  if (!session || !context.palettes.has(session.environment)) {
    return undefined;
  }
  const { ends, tokens } = context.stores;
  const cookieId = cookieIdOf(session);
  if (
    context.pendingEnds.ids.has(session.id) ||
    (await ends.isEnded(session)) ||
    (await ends.isEnded({ ...session, id: cookieId }))
  ) {
    log(context, session, 'not restored: it has ended');
    return undefined;
  }
  const isRefused = (found: NewSession) =>
    hash('sha256', found.tokens.sessionToken ?? '', 'base64url') ===
    request.refusedTokenSha256;
  if (await tokens.getSummary(session.id)) {
    const own = await readOwn(context, session);
    return own && !isRefused(own) ? own : undefined;
  }
  if (isRefused(session)) {
    await endCookie(context, session);
    return undefined;
  }
  const isCaller = request.owner.userEntityRef !== undefined;
  return context.flights.restorations.run(
    JSON.stringify([cookieId, isCaller]),
    async () => restore(context, session, isCaller),
  );
}

/** The session of the request's cookie, if it is of the environment and the owner, and lasts. */
function openFor(
  context: SessionContext,
  request: RestoreRequest,
): CookieSession | undefined {
  const session = openCookie(context, request.sealedCookie);
  if (!session || session.environment !== request.environment) {
    return undefined;
  }
  const { id = session.id, userEntityRef = session.userEntityRef } =
    request.owner;
  return session.id === id && session.userEntityRef === userEntityRef
    ? withinLimits(context, session)
    : undefined;
}

function withinLimits(
  context: SessionContext,
  session: CookieSession,
): CookieSession | undefined {
  const now = context.now();
  const environment = environmentOf(context, session.environment);
  const { sessionTokenExpiresAt } = session.tokens;
  const expiresAt = sessionEnd(session, environment);
  const { sessionIdleTimeoutMs } = environment;
  const isLapsed = (sessionTokenExpiresAt ?? expiresAt) <= now;
  if (
    expiresAt <= now ||
    (isLapsed && !mayBeRenewed(session)) ||
    session.usedAt.getTime() + sessionIdleTimeoutMs <= now.getTime()
  ) {
    return undefined;
  }
  return {
    ...session,
    usedAt: now,
    expiresAt,
    idleExpiresAt: new Date(now.getTime() + sessionIdleTimeoutMs),
  };
}

/** Whether the refresh grant may bring other tokens for a session whose session token has lapsed. */
function mayBeRenewed({ mayLapse, tokens }: CookieSession): boolean {
  return mayLapse && grantTokenOf(tokens) !== undefined;
}

async function restore(
  context: SessionContext,
  session: NewSession,
  isCaller: boolean,
): Promise<StoredSession | undefined> {
  const { tokens } = context.stores;
  const { sessions } = await tokens.readSessions(session);
  if (sessions.some(other => !isSamePaletteUser(other, session))) {
    // The user has connected another Palette identity since.
    log(context, session, 'not restored: another Palette user is connected');
    await endSession(context, session, 'other-identity');
    return undefined;
  }
  const { sessionTokenExpiresAt } = session.tokens;
  if (sessionTokenExpiresAt && sessionTokenExpiresAt <= context.now()) {
    return restoreLapsed(context, session, { sessions, isCaller });
  }
  const identity = await whoAmI(context, session);
  if (!identity || !isOwnedBy(session, identity)) {
    await endCookie(context, session);
    return undefined;
  }
  const isUsers = sessions.length
    ? sessions.every(stored => isOwnedBy(stored, identity))
    : await isUsersOwn(context, session, identity, isCaller);
  if (!isUsers) {
    log(context, session, 'not restored: its token is another user’s');
    return undefined;
  }
  const restored = await tokens.restoreSession(session);
  log(context, session, restored ? 'restored' : 'not restored: it has ended');
  return restored ? readOwn(context, session) : undefined;
}

/**
 * Whether a Palette user is the Backstage user of a cookie where no row says so: whoever
 * has a key may have sealed the cookie, so its own word for it counts for nothing.
 */
async function isUsersOwn(
  context: SessionContext,
  { environment, userEntityRef }: NewSession,
  identity: PaletteIdentity,
  isCaller: boolean,
): Promise<boolean> {
  const { hasResolvers } = environmentOf(context, environment);
  if (!(await isOfKnownTenant(context, environment, identity))) {
    // In a tenant of their own at the same Palette, anybody has whatever address they like.
    return false;
  }
  if (!hasResolvers) {
    // A connection says nothing of who its user is; it is theirs if they ask themselves.
    return isCaller;
  }
  const user = await context.resolveOwner({ environment, identity });
  return user === userEntityRef;
}

/** Whether a Palette user is of the environment's tenant: of the issuer's where its path names one, else of one that others have sessions in, if any do. */
async function isOfKnownTenant(
  context: SessionContext,
  environment: string,
  identity: PaletteIdentity,
): Promise<boolean> {
  const { issuer } = environmentOf(context, environment);
  if (tenantOf(issuer) !== undefined) {
    return isOfIssuersTenant(identity, issuer);
  }
  const known = await context.stores.tokens.tenantsOf(environment);
  return known.length === 0 || known.includes(identity.tenantUid);
}

/** @returns undefined when Palette refuses the token */
async function whoAmI(
  context: SessionContext,
  session: NewSession,
): Promise<PaletteIdentity | undefined> {
  try {
    const palette = paletteOf(context, session.environment);
    return await palette.whoAmI(session.tokens.sessionToken ?? '');
  } catch (error) {
    if (isRefusal(error)) {
      return undefined;
    }
    throw new ServiceUnavailableError(
      'Palette can’t be asked at the moment whose the session token is',
      error,
    );
  }
}
