import type { Request } from 'express';
import type { EnvironmentConfig } from '../config/EnvironmentConfig';
import { cookieNames, readCookie } from '../requestCookies';
import {
  apiTokenCookie,
  formerCookies,
  handleCookie,
  sealedSessionCookie,
} from './cookieNames';

const HANDLE = /^[A-Za-z0-9_-]{43}$/;

/**
 * The opaque handle of the browser's session; anything else in its place is as good as none.
 * Its former name counts only where the browser has none of the present one,
 * which nobody can plant over plain http.
 */
export function readHandle(
  req: Request,
  environment: EnvironmentConfig,
): string | undefined {
  const current = handleCookie(environment);
  const former = formerCookies(environment).handle;
  const name =
    former === undefined || cookieNames(req).includes(current)
      ? current
      : former;
  const value = readCookie(req, name);
  return value !== undefined && HANDLE.test(value) ? value : undefined;
}

/** The sealed session token that belongs to the provider's routes. */
export function readSealed(
  req: Request,
  environment: EnvironmentConfig,
): string | undefined {
  return readCookie(req, sealedSessionCookie(environment));
}

/** The sealed session token as earlier versions sent it to every path. */
export function readFormerSealed(
  req: Request,
  environment: EnvironmentConfig,
): string | undefined {
  return readCookie(req, apiTokenCookie(environment));
}
