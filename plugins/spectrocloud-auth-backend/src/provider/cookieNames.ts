import {
  apiTokenCookieName,
  SPECTROCLOUD_AUTH_PROVIDER_ID,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { EnvironmentConfig } from '../config/EnvironmentConfig';

/** Browsers let nobody set such a cookie over plain http (RFC 6265bis, section 4.1.3.1). */
const SECURE = '__Secure-';

/**
 * Environments share the path of their cookies, so each needs names of its own:
 * or connecting one would sign the other out.
 */
function environmentPrefix({ name, role }: EnvironmentConfig): string {
  return role === 'sign-in'
    ? SPECTROCLOUD_AUTH_PROVIDER_ID
    : `${SPECTROCLOUD_AUTH_PROVIDER_ID}-connect-${name}`;
}

/** What the framework prefixes the names of an environment's cookies with. */
export function cookiePrefix(environment: EnvironmentConfig): string {
  const isSecure = environment.callbackUrl.startsWith('https:');
  return `${isSecure ? SECURE : ''}${environmentPrefix(environment)}`;
}

/** The framework's nonce cookie. */
export function nonceCookie(environment: EnvironmentConfig): string {
  return `${cookiePrefix(environment)}-nonce`;
}

/** The cookie with the opaque handle of the session. */
export function handleCookie(environment: EnvironmentConfig): string {
  return `${cookiePrefix(environment)}-refresh-token`;
}

/** The cookie with the sealed session token, for the spectrocloud plugin. */
export function apiTokenCookie({ name, role }: EnvironmentConfig): string {
  return apiTokenCookieName({
    environment: name,
    isDefault: role === 'sign-in',
  });
}

/** The same sealed token for the provider's own routes, which the other's path leaves out. */
export function sealedSessionCookie(environment: EnvironmentConfig): string {
  return `${cookiePrefix(environment)}-sealed-session`;
}

/** Names under which earlier versions kept things at the provider's path; none of them is of use any more. */
export function formerCookies(environment: EnvironmentConfig): {
  handle?: string;
  others: string[];
} {
  const prefix = environmentPrefix(environment);
  const handle = `${prefix}-refresh-token`;
  return {
    handle: handle === handleCookie(environment) ? undefined : handle,
    others: [`${prefix}-granted-scope`],
  };
}
