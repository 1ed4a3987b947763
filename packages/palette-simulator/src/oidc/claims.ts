import type { Organisation, User } from '../seed/types';
import { fullNameOf } from '../seed/users';
import type { SimulatorSettings } from '../settings';

type Claims = Record<string, unknown>;

/** The claims about a user that ID tokens and userinfo share. */
export function userClaims(
  user: User,
  scope: string,
  settings: SimulatorSettings,
): Claims {
  const scopes = scope.split(' ');
  const claims: Claims = {
    sub: settings.subject === 'email' ? user.email : user.uid,
    ...(scopes.includes('email') && emailClaims(user, settings)),
    ...(scopes.includes('profile') && {
      name: fullNameOf(user),
      given_name: user.firstName,
      family_name: user.lastName,
      preferred_username: user.email,
    }),
  };
  for (const omitted of settings.omitClaims) {
    delete claims[omitted];
  }
  return claims;
}

function emailClaims(user: User, settings: SimulatorSettings): Claims {
  return settings.emailVerified === 'absent'
    ? { email: user.email }
    : {
        email: user.email,
        email_verified: settings.emailVerified === 'true',
      };
}

/** Palette's `groups` are the names of the user's teams; userinfo has none. */
export function groupsOf(organisation: Organisation, user: User): string[] {
  return organisation.teams
    .filter(({ userUids }) => userUids.includes(user.uid))
    .map(({ name }) => name);
}
