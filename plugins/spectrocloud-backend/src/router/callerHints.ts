import { InputError } from '@backstage/errors';
import {
  SESSION_TOKEN_HEADER,
  USER_EMAIL_HEADER,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import type { CallerHints } from '../caller/resolveCaller';

const TOKEN_PATTERN = /^[A-Za-z0-9._~+/=-]{1,8192}$/;
const MAX_EMAIL_LENGTH = 320;

/**
 * What the request's headers and cookies say about the caller.
 *
 * @throws `InputError` for a header that can't be what it should be.
 */
export function readCallerHints(
  request: Request,
  response: Response,
): CallerHints {
  const userEmail = request.header(USER_EMAIL_HEADER)?.trim() || undefined;
  const ownToken = request.header(SESSION_TOKEN_HEADER)?.trim() || undefined;
  if (userEmail && userEmail.length > MAX_EMAIL_LENGTH) {
    throw new InputError(`Header ${USER_EMAIL_HEADER} is too long`);
  }
  if (ownToken && !TOKEN_PATTERN.test(ownToken)) {
    throw new InputError(
      `Header ${SESSION_TOKEN_HEADER} does not hold a token`,
    );
  }
  return {
    userEmail,
    ownToken,
    cookies: parseCookie(request.header('cookie') ?? ''),
    onSetCookie: cookie => {
      if (!response.headersSent) response.append('Set-Cookie', cookie);
    },
  };
}
