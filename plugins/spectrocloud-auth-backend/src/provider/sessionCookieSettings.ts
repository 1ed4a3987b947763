import {
  apiTokenCookieName,
  SPECTROCLOUD_AUTH_PROVIDER_ID,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { EnvironmentConfig } from '../config/EnvironmentConfig';
import { CALLBACK_PATH } from '../config/readCallbackUrl';

const HANDLER_PATH = CALLBACK_PATH.replace(/^\/[^/]+/, '');
/** Browsers let nobody set such a cookie over plain http (RFC 6265bis, section 4.1.3.1). */
const SECURE = '__Secure-';

/** How the cookies of an environment's sessions are named and set. */
export interface SessionCookieSettings {
  /** The opaque handle of the session. */
  handleName: string;
  /** The sealed session token for the provider's own routes. */
  sealedName: string;
  /** The sealed session token for the spectrocloud plugin. */
  apiTokenName: string;
  /** Where the spectrocloud plugin is, as the browser sees it. */
  apiTokenPath: string;
  /** Of the cookie for the spectrocloud plugin alone. */
  apiTokenDomain?: string;
  /** The handle's name in earlier versions, where that was another one. */
  formerHandleName?: string;
  /** Cookies of earlier versions, which are removed where a browser still sends them. */
  formerNames: string[];
  /** Where the provider's routes are, as the browser sees them. */
  path: string;
  /** The backend's host, as the browser sees it. */
  hostname: string;
  secure: boolean;
  maxAgeMs: number;
}

/** Where the provider's routes are, as the browser sees them, and whether by https. */
export function callbackAttributes(callbackUrl: string): {
  path: string;
  hostname: string;
  secure: boolean;
} {
  const { hostname, pathname, protocol } = new URL(callbackUrl);
  return {
    path: pathname.slice(0, -HANDLER_PATH.length),
    hostname,
    secure: protocol === 'https:',
  };
}

/**
 * Names and attributes of an environment's session cookies. Environments share
 * the cookies' path, so each needs names of its own: or connecting one would
 * sign the other out.
 */
export function sessionCookieSettings(
  environment: EnvironmentConfig,
  apiTokenPath: string,
): SessionCookieSettings {
  const { callbackUrl, cookieDomain, name, role } = environment;
  const isDefault = role === 'sign-in';
  const attributes = callbackAttributes(callbackUrl);
  const former = isDefault
    ? SPECTROCLOUD_AUTH_PROVIDER_ID
    : `${SPECTROCLOUD_AUTH_PROVIDER_ID}-connect-${name}`;
  const prefix = `${attributes.secure ? SECURE : ''}${former}`;
  return {
    ...attributes,
    handleName: `${prefix}-refresh-token`,
    sealedName: `${prefix}-sealed-session`,
    apiTokenName: apiTokenCookieName({ environment: name, isDefault }),
    apiTokenPath,
    apiTokenDomain: cookieDomain,
    formerHandleName: attributes.secure ? `${former}-refresh-token` : undefined,
    formerNames: [
      `${former}-granted-scope`,
      ...(attributes.secure ? [`${former}-refresh-token`] : []),
    ],
    maxAgeMs: environment.sessionDurationMs,
  };
}
