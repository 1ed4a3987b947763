import { AuthenticationError } from '@backstage/errors';
import {
  type BackstageIdentityResponse,
  prepareBackstageIdentityResponse,
} from '@backstage/plugin-auth-node';
import type { Request, Response } from 'express';
import { LoginFailure } from '../login/LoginFailure';
import {
  readDevice,
  requestedEnvironment,
  requireAppScript,
} from '../readRequest';
import type { ActiveSession } from '../session';
import type { ProviderContext } from './ProviderContext';
import type { RefreshRequest } from './RefreshRequest';
import { SessionCookies } from './SessionCookies';
import { signInResponse } from './appResponse';
import { callerOf, claimConnection, requireConnectedUser } from './connections';
import {
  sessionEnded,
  sessionReplaced,
  sessionUnavailable,
} from './refuseRefresh';

/** What is found under a handle: a session, or a connection that waits for its user. */
interface Found {
  session?: ActiveSession;
  isPending: boolean;
}

/**
 * Tells the app about the browser's session, renewed if its time is near.
 *
 * @throws InputError, NotFoundError, AuthenticationError or NotAllowedError
 *   when the request is not in order; AuthenticationError, with the cookies
 *   removed, when the session has ended; ServiceUnavailableError when that
 *   can't be told now: the app takes a 401 for a sign-out
 */
export async function handleRefresh(
  context: ProviderContext,
  req: Request,
  res: Response,
): Promise<void> {
  const environment = requestedEnvironment(context, req);
  const appOrigin = requireAppScript(context.app, req);
  const cookies = new SessionCookies(environment.cookies, {
    req,
    res,
    appOrigin,
  });
  const { handle } = cookies;
  if (handle === undefined) {
    throw new AuthenticationError(
      'There is no session with Palette in this browser',
    );
  }
  const request = { context, environment, cookies, handle, req, res };
  const { session, setCookie } = await requireSession(request);
  cookies.setSealed(setCookie);
  cookies.renameHandle(handle);
  cookies.removeFormer();
  const identity = await resolveUserAgain(request, session);
  res.set('Cache-Control', 'no-store');
  res.status(200).json(
    signInResponse({
      config: environment.config,
      claims: session.claims,
      email: session.subject.email,
      tokens: session.tokens,
      expiresInSeconds: session.expiresInSeconds,
      endsInSeconds: session.endsInSeconds,
      identity,
    }),
  );
}

/** The session of the browser, which the caller may have, and its cookie if that is out of date. */
async function requireSession(
  request: RefreshRequest,
): Promise<{ session: ActiveSession; setCookie?: string }> {
  const { environment } = request;
  const { isPending, session } = await findSession(request);
  if (!session) {
    throw await refusal(request);
  }
  if (session.binding === 'connect' || environment.binding === 'connect') {
    await requireConnectedUser(request, { session, isPending });
  }
  if (!isPending) {
    return { session, setCookie: session.setCookie };
  }
  const claimed = await claimConnection(request, session);
  if (claimed) {
    return { session, setCookie: claimed.setCookie };
  }
  // Another tab was faster.
  const theirs = await findSession(request);
  if (!theirs.session || theirs.isPending) {
    throw await refusal(request);
  }
  return { session, setCookie: theirs.session.setCookie };
}

async function findSession(request: RefreshRequest): Promise<Found> {
  const { context, cookies, environment, handle, req } = request;
  const { pendingConnections, sessions } = context;
  const { name } = environment.config;
  try {
    const caller =
      environment.binding === 'connect'
        ? (await callerOf(request)) || undefined
        : undefined;
    const findBy = (sealedCookie: string | undefined) =>
      sessions.refresh({
        handle,
        environment: name,
        sealedCookie,
        caller,
        device: readDevice(req),
      });
    const { formerSealed } = cookies;
    // Only at last by the former one, which would need no replacement otherwise.
    const find = async () =>
      (await findBy(cookies.sealed)) ??
      (formerSealed === undefined ? undefined : findBy(formerSealed));
    const session = await find();
    if (session || environment.binding === 'sign-in') {
      return { session, isPending: false };
    }
    const waiting = await pendingConnections.find({
      handle,
      environment: name,
    });
    return waiting
      ? { session: waiting, isPending: true }
      : // Another tab may have claimed it in between.
        { session: await find(), isPending: false };
  } catch (error) {
    throw sessionUnavailable(request, error);
  }
}

/** What to say of a session that is gone. The answer may reach a browser that has the cookies of a newer one by now. */
async function refusal(request: RefreshRequest): Promise<Error> {
  const { context, environment, handle } = request;
  try {
    const wasReplaced =
      (await context.sessions.wasReplaced(handle)) ||
      (environment.binding === 'connect' &&
        (await context.pendingConnections.wasReplaced(handle)));
    return wasReplaced ? sessionReplaced(request) : sessionEnded(request);
  } catch (error) {
    return sessionUnavailable(request, error);
  }
}

/** The catalog has to name the session's user again; where nobody signs in, there is nothing to resolve. */
async function resolveUserAgain(
  request: RefreshRequest,
  session: ActiveSession,
): Promise<BackstageIdentityResponse | undefined> {
  const { context, cookies, environment, handle } = request;
  const { claims, subject, userEntityRef, userMissingSince } = session;
  try {
    const result = await environment.resolveUser?.(
      { claims, ...subject },
      context.resolverContext,
    );
    const identity = result && prepareBackstageIdentityResponse(result);
    if (identity && identity.identity.userEntityRef !== userEntityRef) {
      throw new LoginFailure('user_changed');
    }
    if (userMissingSince) {
      await context.sessions.noteUser({ handle, isMissing: false });
    }
    return identity;
  } catch (error) {
    if (
      !(error instanceof LoginFailure) ||
      error.transient ||
      (error.reason === 'user_not_found' && (await isWithinGrace(request)))
    ) {
      throw sessionUnavailable(request, error);
    }
    context.logger.info(
      `The catalog no longer names ${userEntityRef} for their Palette account, their session ends (${error.reason})`,
    );
    await context.sessions.end({
      handle,
      reason: 'user-changed',
      sealedCookie: cookies.sealed ?? cookies.formerSealed,
    });
    throw sessionEnded(request, error.message);
  }
}

/** A catalog that is being filled again has no user for a moment: that is no end of the session yet. */
async function isWithinGrace(request: RefreshRequest): Promise<boolean> {
  const { context, environment, handle } = request;
  const { missingUserGraceMs } = environment.config;
  try {
    const since = await context.sessions.noteUser({ handle, isMissing: true });
    return (
      since !== undefined && Date.now() - since.getTime() < missingUserGraceMs
    );
  } catch (error) {
    throw sessionUnavailable(request, error);
  }
}
