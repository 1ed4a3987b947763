import { stringifyError } from '@backstage/errors';
import {
  type NewSession,
  type PaletteIdentity,
  type PaletteTokens,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { arrivedExpired } from '../../login/LoginFailure';
import { endForGood } from '../ending/endSession';
import { endSessionsOf } from '../ending/endSessionsOf';
import { askOwner, isSamePaletteUser } from '../paletteOwner';
import { expiresInSeconds, sessionEnd } from '../renewing/renewalRule';
import { sealCookie } from '../sealedCookie';
import type { SessionContext } from '../SessionContext';
import type { OpenedSession, SessionManager } from '../SessionManager';
import {
  endsInSeconds,
  environmentOf,
  readTokenTimes,
  sessionIdOf,
  withoutCandidate,
} from '../sessionState';
import { endReplaced } from './endReplaced';

type OpenOptions = Parameters<SessionManager['open']>[0];

/**
 * Opens a session after a login: confirms whose its token is, stores it, and ends what it replaces.
 *
 * @throws `NotAllowedError` when Palette says that the session token belongs to another user or tenant,
 *   `LoginFailure` when it has expired by our clock
 */
export async function openSession(
  context: SessionContext,
  options: OpenOptions,
): Promise<OpenedSession> {
  const { userEntityRef, subject, claims, binding, device, waitsUntil } =
    options;
  const environment = environmentOf(context, options.environment);
  const now = context.now();
  const { identity, tokens } = await confirmTokens(context, options);
  const begun = { createdAt: now, tokens };
  const session: NewSession = {
    id: sessionIdOf(options.handle),
    userEntityRef: waitsUntil ? '' : userEntityRef,
    waiting: waitsUntil && { userEntityRef, until: waitsUntil },
    environment: environment.name,
    ...subject,
    identity,
    binding,
    device,
    claims,
    ...begun,
    usedAt: now,
    expiresAt: sessionEnd(begun, environment),
    idleExpiresAt:
      waitsUntil ?? new Date(now.getTime() + environment.sessionIdleTimeoutMs),
  };
  try {
    await context.stores.tokens.storeSessionToken(session);
    context.logger.debug(
      `Palette session ${session.id} of ${userEntityRef} (${environment.name}) stored`,
    );
    for (const handle of options.replaces ?? []) {
      await endReplaced(context, handle, session);
    }
    if (!session.waiting) {
      await endOthers(context, session);
    }
  } catch (error) {
    // The sign-in fails, so nobody will ever hold this handle. A write that
    // took too long may still come, and the token lives in any case.
    await endForGood(context, session.id, 'revoked', () => session);
    throw error;
  }
  const renewIn = expiresInSeconds(
    { ...session, version: 1 },
    environment,
    now,
  );
  return {
    setCookie: sealCookie(context, session, environment),
    sessionToken: identity && tokens.sessionToken,
    expiresInSeconds: renewIn,
    endsInSeconds: endsInSeconds(session, environment, {
      at: now,
      isRenewable: renewIn !== undefined,
    }),
  };
}

function toSeconds(time: Date): number {
  return Math.floor(time.getTime() / 1000);
}

/** The candidate is the session token only if Palette says so, and that it is this user's. */
async function confirmTokens(
  context: SessionContext,
  options: Pick<OpenOptions, 'environment' | 'subject' | 'tokens'>,
): Promise<{ identity?: PaletteIdentity; tokens: PaletteTokens }> {
  const { environment, subject, tokens } = options;
  const { sessionToken, sessionTokenFoundIn } = tokens;
  if (!sessionToken) {
    return { tokens };
  }
  const answer = await askOwner(context, environment, sessionToken, subject);
  if (answer.kind === 'refused') {
    if (context.palettes.has(environment)) {
      context.logger.info(
        `Palette (${environment}) does not know what came as ${sessionTokenFoundIn} at sign-in; its API can't be used with this session`,
      );
    }
    return { tokens: withoutCandidate(tokens) };
  }
  if (answer.kind === 'unknown') {
    context.logger.warn(
      `Palette (${environment}) can't be asked whose session token came at sign-in, which is tried again when it is needed: ${stringifyError(answer.error)}`,
    );
  }
  const { issuedAt, expiresAt } = readTokenTimes(sessionToken);
  const now = context.now();
  if (expiresAt && expiresAt <= now) {
    // It would be used for nothing, and the user asked to sign in again and again.
    throw arrivedExpired('session token', {
      iat: issuedAt && toSeconds(issuedAt),
      exp: toSeconds(expiresAt),
      now: toSeconds(now),
    });
  }
  return {
    identity: answer.kind === 'confirmed' ? answer.identity : undefined,
    tokens: { ...tokens, sessionTokenExpiresAt: expiresAt },
  };
}

/** Ends what a user may not have beside a session that has begun: those of another Palette user, and the oldest of too many. */
export async function endOthers(
  context: SessionContext,
  session: NewSession,
): Promise<void> {
  const { userEntityRef, environment } = session;
  const owner = { userEntityRef, environment };
  const others = (await context.stores.tokens.listSessions(owner)).filter(
    ({ id }) => id !== session.id,
  );
  const { maxSessionsPerUser } = environmentOf(context, environment);
  const strangers = others.filter(
    other =>
      // Of two sign-ins at the same time each would else end the other.
      other.createdAt <= session.createdAt &&
      !isSamePaletteUser(other, session),
  );
  const surplus = others
    .filter(other => !strangers.includes(other))
    .slice(maxSessionsPerUser - 1);
  if (strangers.length > 0) {
    await endSessionsOf(context, userEntityRef, 'other-identity', {
      ids: strangers.map(({ id }) => id),
    });
  }
  if (surplus.length > 0) {
    await endSurplus(
      context,
      owner,
      surplus.map(({ id }) => id),
    );
  }
}

/** Palette may have given one token to several sessions, and it stays while one of them does. */
async function endSurplus(
  context: SessionContext,
  owner: { userEntityRef: string; environment: string },
  surplus: string[],
): Promise<void> {
  const { userEntityRef } = owner;
  const { sessions } = await context.stores.tokens.readSessions(owner);
  const inUse = new Set(
    sessions
      .filter(session => !surplus.includes(session.id))
      .flatMap(session => session.tokens.sessionToken ?? []),
  );
  const sharing = sessions
    .filter(session => inUse.has(session.tokens.sessionToken ?? ''))
    .map(session => session.id);
  await endSessionsOf(context, userEntityRef, 'over-limit', {
    ids: surplus.filter(id => sharing.includes(id)),
    sparesSessionTokens: true,
  });
  await endSessionsOf(context, userEntityRef, 'over-limit', {
    ids: surplus.filter(id => !sharing.includes(id)),
  });
}
