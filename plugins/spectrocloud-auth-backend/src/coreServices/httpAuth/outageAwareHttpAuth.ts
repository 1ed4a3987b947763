import { DefaultHttpAuthService } from '@backstage/backend-defaults/httpAuth';
import {
  type AuthService,
  coreServices,
  createServiceFactory,
  type HttpAuthService,
} from '@backstage/backend-plugin-api';
import { isError, ServiceUnavailableError } from '@backstage/errors';
import type { Request } from 'express';
import { TokenKeys } from './TokenKeys';

const BEARER = /^Bearer +(\S+)$/i;

function withOutages(
  httpAuth: HttpAuthService,
  auth: AuthService,
  keys: TokenKeys,
): HttpAuthService {
  // The keys may have come since: then only a second try tells a bad token.
  const isBad = async (token: string) =>
    (await keys.areAvailable(token)) &&
    auth.authenticate(token).then(
      () => false,
      () => true,
    );

  async function judged<T>(req: Request, result: Promise<T>): Promise<T> {
    try {
      return await result;
    } catch (error) {
      const isRefusal = isError(error) && error.name === 'AuthenticationError';
      const token = req.headers.authorization?.match(BEARER)?.[1];
      if (isRefusal && token && !(await isBad(token))) {
        throw new ServiceUnavailableError(
          "Your Backstage token can't be verified at the moment; try again in a few seconds",
        );
      }
      throw error;
    }
  }
  return {
    credentials: (req, options) =>
      judged(req, httpAuth.credentials(req, options)),
    issueUserCookie: (res, options) =>
      judged(res.req, httpAuth.issueUserCookie(res, options)),
  };
}

/**
 * The framework's authentication of requests, which answers 401 to a user or a
 * plugin whose token it can't verify for want of keys (those of users are the auth
 * plugin's, those of a plugin its own), as to one whose token is bad. The error
 * says nothing of the cause, so only asking for the keys tells; while they can't
 * be fetched, this answers 503.
 *
 * @public
 */
export const outageAwareHttpAuth = createServiceFactory({
  service: coreServices.httpAuth,
  deps: {
    auth: coreServices.auth,
    discovery: coreServices.discovery,
    plugin: coreServices.pluginMetadata,
  },
  factory: ({ auth, discovery, plugin }) =>
    withOutages(
      DefaultHttpAuthService.create({
        auth,
        discovery,
        pluginId: plugin.getId(),
      }),
      auth,
      new TokenKeys({ discovery }),
    ),
});
