import { findMember } from '../organisations';
import type { SimulatorContext } from '../SimulatorContext';
import { userClaims } from './claims';
import { OAuthError } from './OAuthError';

/** `GET /userinfo` for a bearer access token; throws {@link OAuthError}. */
export function handleUserinfo(
  context: SimulatorContext,
  tenant: string,
  authorization: string | undefined,
): Record<string, unknown> {
  const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  const grant = token && context.tokens.byAccessToken(token);
  if (!grant || grant.tenant !== tenant || grant.session.ended) {
    throw new OAuthError(401, 'invalid_token', 'The access token is not valid');
  }
  const member = findMember(context, grant.session);
  if (!member) {
    throw new OAuthError(401, 'invalid_token', 'The user is gone');
  }
  return userClaims(member.user, grant.scope, context.settings);
}
