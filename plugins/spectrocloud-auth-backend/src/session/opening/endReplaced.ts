import type { NewSession } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { decodeJwt } from 'jose';
import {
  endSession,
  findEndable,
  type EndableSession,
} from '../ending/endSession';
import { revokesSessionTokens } from '../ending/revokeTokens';
import { revokeOrphaned } from '../ending/TokenRevoker';
import type { SessionContext } from '../SessionContext';
import { sessionIdOf } from '../sessionState';

/** Ends the session that a browser had before: nobody holds its handle any more, so no sign-out would reach it. */
export async function endReplaced(
  context: SessionContext,
  handle: string,
  session: NewSession,
): Promise<void> {
  const replaced = await findEndable(context, sessionIdOf(handle));
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
  await revokeOrphaned(context, {
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
