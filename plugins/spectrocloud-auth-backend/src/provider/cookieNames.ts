import { parse } from 'cookie';
import type { Request, Response } from 'express';
import {
  apiTokenCookieName,
  SPECTROCLOUD_AUTH_PROVIDER_ID,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { EnvironmentConfig } from '../config/EnvironmentConfig';

const HANDLE = /^[A-Za-z0-9_-]{43}$/;

/**
 * What the framework prefixes the names of an environment's cookies with.
 *
 * Environments share the path of their cookies, so each needs names of its own:
 * or connecting one would sign the other out.
 */
export function cookiePrefix({ name, role }: EnvironmentConfig): string {
  return role === 'sign-in'
    ? SPECTROCLOUD_AUTH_PROVIDER_ID
    : `${SPECTROCLOUD_AUTH_PROVIDER_ID}-connect-${name}`;
}

/** The framework's nonce cookie. */
export function nonceCookie(environment: EnvironmentConfig): string {
  return `${cookiePrefix(environment)}-nonce`;
}

/** The cookie with the sealed session token. */
export function apiTokenCookie({ name, role }: EnvironmentConfig): string {
  return apiTokenCookieName({
    environment: name,
    isDefault: role === 'sign-in',
  });
}

function handleCookie(environment: EnvironmentConfig): string {
  return `${cookiePrefix(environment)}-refresh-token`;
}

/** The opaque handle of the browser's session; anything else in its place is as good as none. */
export function readHandle(
  req: Request,
  environment: EnvironmentConfig,
): string | undefined {
  // Routes that a module adds come before the auth plugin's cookie parser.
  const cookies: Record<string, unknown> =
    req.cookies ?? parse(req.headers.cookie ?? '');
  const value = cookies[handleCookie(environment)];
  return typeof value === 'string' && HANDLE.test(value) ? value : undefined;
}

/** Removes the session's cookies that belong to the auth plugin. */
export function clearSessionCookies(
  res: Response,
  environment: EnvironmentConfig,
  attributes: { path: string; secure: boolean; sameSite: 'lax' | 'none' },
): void {
  const options = { httpOnly: true, ...attributes };
  res.clearCookie(handleCookie(environment), options);
  res.clearCookie(`${cookiePrefix(environment)}-granted-scope`, options);
}
