import type {
  BackstageIdentityResponse,
  ClientAuthResponse,
  ProfileInfo,
} from '@backstage/plugin-auth-node';
import type { EnvironmentConfig } from '../config/EnvironmentConfig';

/** Palette's part of what the app is given. */
export interface ProviderInfo {
  idToken?: string;
  /** Palette's session token where `exposeApiToken` is set, else empty. */
  accessToken: string;
  /** The granted ones, separated by spaces. */
  scope: string;
  expiresInSeconds?: number;
  /** How long the session can last, however often it is renewed. */
  sessionEndsInSeconds?: number;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
}

/**
 * The profile that the app shows. Never fails: a session that can't be
 * described is still one.
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

/**
 * What the provider says that it granted, else what was asked for (RFC 6749 section 5.1).
 * `openid` is always among it: some providers leave it out though they send an ID token,
 * and Backstage's own clients would ask for it again, without end.
 */
function grantedScope(
  granted: string | undefined,
  { scopes }: EnvironmentConfig,
): string {
  const names = granted?.split(' ').filter(Boolean) ?? scopes;
  return [...new Set(['openid', ...names])].join(' ');
}

/** What the app is given after a sign-in and after each refresh, as Backstage's OAuth clients expect it. */
export function signInResponse(options: {
  config: EnvironmentConfig;
  claims: Record<string, unknown>;
  email?: string;
  tokens: { idToken?: string; sessionToken?: string; scope?: string };
  expiresInSeconds?: number;
  endsInSeconds?: number;
  /** Absent where Palette only connects. */
  identity?: BackstageIdentityResponse;
}): ClientAuthResponse<ProviderInfo> {
  const { config, claims, email, tokens, expiresInSeconds, identity } = options;
  return {
    profile: toProfile(claims, email),
    providerInfo: {
      idToken: tokens.idToken,
      accessToken: (config.exposeApiToken && tokens.sessionToken) || '',
      scope: grantedScope(tokens.scope, config),
      expiresInSeconds,
      sessionEndsInSeconds: options.endsInSeconds,
    },
    ...(identity && { backstageIdentity: identity }),
  };
}
