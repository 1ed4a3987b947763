import type { NewSession } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { sha256 } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { endSession, endSessionsOf, findEndable } from '../ending/endSession';
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
  const sharesToken =
    replaced.tokens.sessionToken === session.tokens.sessionToken;
  await endSession(context, replaced, sharesToken ? 'handed-over' : 'replaced');
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
      .map(session => session.tokens.sessionToken),
  );
  const sharing = sessions
    .filter(session => inUse.has(session.tokens.sessionToken))
    .map(session => session.id);
  await endSessionsOf(context, userEntityRef, 'over-limit', {
    ids: surplus.filter(ended => sharing.includes(ended)),
    sparesTokens: true,
  });
  await endSessionsOf(context, userEntityRef, 'over-limit', {
    ids: surplus.filter(ended => !sharing.includes(ended)),
  });
}
