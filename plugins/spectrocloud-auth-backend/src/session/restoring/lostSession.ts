import { hash } from 'node:crypto';
import {
  type NewSession,
  type StoredSession,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { SessionContext } from '../SessionContext';

/** What is there under the id, from this cookie or because another request was faster, if a key opens it. */
export async function readOwn(
  { stores }: SessionContext,
  { id, userEntityRef, environment }: NewSession,
): Promise<StoredSession | undefined> {
  const found = await stores.tokens.getSession(id);
  return found?.userEntityRef === userEntityRef &&
    found.environment === environment
    ? found
    : undefined;
}

/** The end of this cookie only: a newer one of the session may hold a token that lives. */
export async function endCookie(
  context: SessionContext,
  session: NewSession,
): Promise<void> {
  log(context, session, 'not restored: Palette refuses the token');
  const { sessionTokenExpiresAt: until = session.expiresAt } = session.tokens;
  await context.stores.ends.removeSessionToken({
    id: cookieIdOf(session),
    // The refresh grant outlives the session token.
    until: until > session.expiresAt ? until : session.expiresAt,
  });
}

/** What tells the cookies of a session apart: each token makes another one. */
export function cookieIdOf({ id, tokens }: NewSession): string {
  return hash(
    'sha256',
    JSON.stringify(['cookie', id, tokens.sessionToken]),
    'base64url',
  );
}

export function log(
  context: SessionContext,
  session: NewSession,
  what: string,
): void {
  context.logger.debug(
    `Palette session ${session.id} of ${session.userEntityRef} (${session.environment}) ${what}`,
  );
}
