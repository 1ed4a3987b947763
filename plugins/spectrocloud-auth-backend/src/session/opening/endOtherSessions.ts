import type { NewSession } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { sha256 } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { decodeJwt } from 'jose';
import {
  endSession,
  endSessionsOf,
  findEndable,
  revokesSessionTokens,
  revokeToken,
  type EndableSession,
} from '../ending/endSession';
import { isSamePaletteUser } from '../paletteOwner';
import type { SessionContext } from '../SessionContext';

/** Ends the session that a browser had before: nobody holds its handle any more, so no sign-out would reach it. */
export async function endReplaced(
  context: SessionContext,
  handle: string,
  session: NewSession,
): Promise<void> {
  const replaced = await findEndable(context, sha256(handle));
  if (!replaced || replaced.id === session.id) {
    return;
  }
  const { refreshToken, sessionToken } = replaced.tokens;
  const sharesSessionToken =
    sessionToken !== undefined && sessionToken === session.tokens.sessionToken;
  // A provider may end the whole session that it has with the browser along with a refresh token.
  const sharesGrant =
    refreshToken !== undefined &&
    (refreshToken === session.tokens.refreshToken ||
      isSameProviderSession(replaced, session));
  if (!sharesSessionToken && !sharesGrant) {
    await endSession(context, replaced, 'replaced');
    return;
  }
  await endSession(context, replaced, 'handed-over');
  const sparesSessionToken =
    sharesSessionToken || !revokesSessionTokens(context, replaced.environment);
  await revokeToken(context, {
    ...replaced,
    tokens: {
      ...(!sparesSessionToken && { sessionToken }),
      ...(!sharesGrant && { refreshToken }),
    },
  });
}

/** Whether the ID tokens of two sessions name one session of the provider (`sid`, OpenID Connect Front-Channel Logout 1.0 section 3). */
function isSameProviderSession(
  a: Pick<EndableSession, 'issuer' | 'tokens'>,
  b: Pick<EndableSession, 'issuer' | 'tokens'>,
): boolean {
  const sid = sidOf(a.tokens);
  return sid !== undefined && a.issuer === b.issuer && sid === sidOf(b.tokens);
}

function sidOf({ idToken = '' }: EndableSession['tokens']): unknown {
  try {
    return decodeJwt(idToken).sid;
  } catch {
    return undefined;
  }
}

/** Ends what a user may not have beside a session that has begun: those of another Palette user, and the oldest of too many. */
export async function endOthers(
  context: SessionContext,
  session: NewSession,
): Promise<void> {
  const { userEntityRef, environment } = session;
  const sessions = await context.stores.tokens.listSessions({
    userEntityRef,
    environment,
  });
  const others = sessions.filter(
    other =>
      // Of two sign-ins at the same time each would else end the other.
      other.createdAt <= session.createdAt &&
      !isSamePaletteUser(other, session),
  );
  await endSessionsOf(context, userEntityRef, 'other-identity', {
    ids: others.map(({ id }) => id),
  });
  await endSurplus(context, session);
}

/** Ends the oldest sessions of a user who has more than they may; Palette may have given one token to several, and it stays while one of them does. */
async function endSurplus(
  context: SessionContext,
  begun: NewSession,
): Promise<void> {
  const { id, userEntityRef, environment } = begun;
  const keep = context.environments.get(environment)?.maxSessionsPerUser;
  if (keep === undefined) {
    return;
  }
  const { ends, tokens } = context.stores;
  const owner = { userEntityRef, environment };
  const surplus = await ends.surplusOf({ owner, keep, besides: id });
  if (surplus.length === 0) {
    return;
  }
  const { sessions } = await tokens.readSessions(owner);
  const inUse = new Set(
    sessions
      .filter(session => !surplus.includes(session.id))
      .flatMap(session => session.tokens.sessionToken ?? []),
  );
  const sharing = sessions
    .filter(session => inUse.has(session.tokens.sessionToken ?? ''))
    .map(session => session.id);
  await endSessionsOf(context, userEntityRef, 'over-limit', {
    ids: surplus.filter(ended => sharing.includes(ended)),
    sparesSessionTokens: true,
  });
  await endSessionsOf(context, userEntityRef, 'over-limit', {
    ids: surplus.filter(ended => !sharing.includes(ended)),
  });
}
