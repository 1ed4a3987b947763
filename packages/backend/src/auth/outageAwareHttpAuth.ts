import { DefaultHttpAuthService } from '@backstage/backend-defaults/httpAuth';
import {
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
  keys: TokenKeys,
): HttpAuthService {
  async function judged<T>(req: Request, result: Promise<T>): Promise<T> {
    try {
      return await result;
    } catch (error) {
      const isRefusal = isError(error) && error.name === 'AuthenticationError';
      const token = req.headers.authorization?.match(BEARER)?.[1];
      if (isRefusal && token && !(await keys.areAvailable(token))) {
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
      TokenKeys.create({ discovery }),
    ),
});
