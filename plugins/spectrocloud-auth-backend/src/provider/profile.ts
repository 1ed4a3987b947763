import type { ProfileInfo } from '@backstage/plugin-auth-node';

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
}

/**
 * The profile that the app shows. Never fails: the framework would lose a
 * session that could not be described.
 *
 * @param email - the address that may be used; the claim alone does not tell
 */
export function toProfile(
  claims: Record<string, unknown>,
  email: string | undefined,
): ProfileInfo {
  const fullName = [text(claims.given_name), text(claims.family_name)]
    .filter(Boolean)
    .join(' ');
  const picture = text(claims.picture);
  return {
    email,
    displayName: fullName || text(claims.name) || email,
    // Anything but https could make the app's page load or run what it should not.
    picture: picture && /^https:\/\//i.test(picture) ? picture : undefined,
  };
}
