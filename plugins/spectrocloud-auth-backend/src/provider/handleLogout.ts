import { isError } from '@backstage/errors';
import type { Request, Response } from 'express';
import { requestedEnvironment, requireAppScript } from '../readRequest';
import type { ProviderContext } from './ProviderContext';
import { SessionCookies } from './SessionCookies';

/**
 * Ends the browser's session in one environment, and tells the app where that at the
 * provider is ended, as Backstage's OAuth providers do.
 *
 * Once the request has been found to be the app's, the cookies go whatever
 * else can be done: nobody stays signed in because a database is down.
 *
 * @throws InputError, NotFoundError, AuthenticationError or NotAllowedError
 */
export async function handleLogout(
  context: ProviderContext,
  req: Request,
  res: Response,
): Promise<void> {
  const {
    binding,
    config,
    cookies: settings,
    relyingParty,
  } = requestedEnvironment(context, req);
  const appOrigin = requireAppScript(context.app, req);
  const { logger, pendingConnections, sessions } = context;
  const environment = config.name;
  const reason = 'sign-out';

  const cookies = new SessionCookies(settings, { req, res, appOrigin });
  const { handle } = cookies;
  const sealedCookie = cookies.sealed ?? cookies.formerSealed;

  cookies.clear();
  logger.debug(`Cookies cleared (${config.key}), since the user signed out`);

  let idToken: string | undefined;
  const attempt = async (step: () => Promise<void>) => {
    try {
      await step();
    } catch (error) {
      logger.error(
        `A session with Palette could not be ended: ${isError(error) ? error.name : 'unknown error'}`,
      );
    }
  };
  if (handle === undefined) {
    await attempt(() =>
      sessions.endByCookie({ environment, sealedCookie, reason }),
    );
  } else {
    if (binding === 'connect') {
      await attempt(async () => {
        if (await pendingConnections.find({ handle, environment })) {
          await pendingConnections.drop(handle);
        }
      });
    }
    await attempt(async () => {
      idToken = await sessions.end({ handle, sealedCookie, reason });
    });
  }
  // A connection is its user's only, and whoever has the cookie need not be that.
  const hint = binding === 'sign-in' ? idToken : undefined;
  const logoutUrl = await relyingParty.logoutUrl(hint);
  if (logoutUrl) {
    res.status(200).json({ logoutUrl });
  } else {
    res.status(200).end();
  }
}
