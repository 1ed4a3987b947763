import { isError } from '@backstage/errors';
import type { ActiveSession } from '../session';
import type { RefreshRequest } from './RefreshRequest';
import {
  backstageTokenRequired,
  sessionEnded,
  sessionUnavailable,
} from './refuseRefresh';

/**
 * Who sends the request, by its Backstage token, which is verified once.
 *
 * @returns undefined when it doesn't say, '' when a plugin calls for the user
 * @throws ServiceUnavailableError when that can't be told now
 */
export async function callerOf(
  request: RefreshRequest,
): Promise<string | undefined> {
  request.caller ??= readCaller(request);
  return request.caller;
}

async function readCaller({
  context,
  req,
}: RefreshRequest): Promise<string | undefined> {
  if (!req.headers.authorization) {
    return undefined;
  }
  try {
    const { principal } = await context.httpAuth.credentials(req, {
      allow: ['user'],
    });
    return principal.actor ? '' : principal.userEntityRef;
  } catch (error) {
    if (isError(error) && error.name === 'ServiceUnavailableError') {
      throw error;
    }
    return undefined;
  }
}

/**
 * A connection is its user's only, whoever holds the cookie.
 *
 * @throws AuthenticationError for anybody else, BackstageTokenRequiredError when the caller doesn't say who they are
 */
export async function requireConnectedUser(
  request: RefreshRequest,
  found: { session: ActiveSession; isPending: boolean },
): Promise<void> {
  const { context, handle } = request;
  const caller = await callerOf(request).catch(error => {
    throw sessionUnavailable(request, error);
  });
  if (caller === undefined) {
    throw backstageTokenRequired(request);
  }
  if (caller !== found.session.userEntityRef) {
    if (found.isPending) {
      await context.pendingConnections.drop(handle);
    }
    throw sessionEnded(request, 'This Palette session belongs to another user');
  }
}

/**
 * Makes a connection that waits the session of its user, who has been recognised.
 *
 * @returns undefined when another tab was faster
 * @throws ServiceUnavailableError when it can't be done now
 */
export async function claimConnection(
  request: RefreshRequest,
  { userEntityRef }: ActiveSession,
): Promise<{ setCookie?: string } | undefined> {
  const { context, environment, handle, req } = request;
  const claimed = await context.pendingConnections
    .claim(handle, userEntityRef)
    .catch(error => {
      throw sessionUnavailable(request, error);
    });
  if (claimed) {
    await context.journal.connected({
      req,
      startedAt: Date.now(),
      environment: environment.config.name,
      binding: 'connect',
      userEntityRef,
    });
  }
  return claimed;
}
