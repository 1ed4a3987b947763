import {
  AuthenticationError,
  CustomErrorBase,
  ServiceUnavailableError,
  isError,
} from '@backstage/errors';
import { BACKSTAGE_TOKEN_REQUIRED_ERROR } from '@terasky/backstage-plugin-spectrocloud-common';
import { setRetryAfter } from '../retryAfter';
import type { RefreshRequest } from './RefreshRequest';

/** The session belongs to a Backstage user, so the caller has to say who they are. */
class BackstageTokenRequiredError extends CustomErrorBase {
  name = BACKSTAGE_TOKEN_REQUIRED_ERROR;
  readonly statusCode = 401;
}

/** The session has ended for good: 401, and the cookies are removed. Returns the error to throw. */
export function sessionEnded(
  { context, cookies, environment }: RefreshRequest,
  message: string = 'Your Palette session has ended, sign in again',
): Error {
  cookies.clear();
  context.logger.debug(
    `Cookies cleared (${environment.config.key}), since the session has ended`,
  );
  return new AuthenticationError(message);
}

/**
 * The browser itself ended the session, or began another one, since the request left
 * it: 503, and the cookies stay, since they may be the other's by now. Returns the error to throw.
 */
export function sessionReplaced({ res }: RefreshRequest): Error {
  setRetryAfter(res);
  return new ServiceUnavailableError(
    'The Palette session of this browser is another one by now, try again',
  );
}

/** It can't be told now: 503, and nothing changes. Returns the error to throw. */
export function sessionUnavailable(
  { context, environment, res }: RefreshRequest,
  error: unknown,
): Error {
  setRetryAfter(res);
  context.logger.warn(
    `A Palette session (environment ${environment.config.name}) could not be refreshed for now: ${isError(error) ? error.name : 'unknown error'}`,
  );
  return new ServiceUnavailableError(
    'Your Palette session can’t be refreshed at the moment, try again in a few seconds',
  );
}

/**
 * The session is shown only to its user, who has not said who they are: 401,
 * and nothing changes. Returns the error to throw.
 */
export function backstageTokenRequired({ res }: RefreshRequest): Error {
  res.setHeader('WWW-Authenticate', 'Bearer realm="backstage"');
  return new BackstageTokenRequiredError(
    'This Palette session is connected to a Backstage user; repeat the request with the Backstage token of that user',
  );
}
