import { DefaultHttpAuthService } from '@backstage/backend-defaults/httpAuth';
import {
  coreServices,
  createServiceFactory,
  type HttpAuthService,
} from '@backstage/backend-plugin-api';
import { isError, ServiceUnavailableError } from '@backstage/errors';
import type { Request } from 'express';
import { UserTokenKeys } from './UserTokenKeys';

const BEARER = /^Bearer /i;

function withOutages(
  httpAuth: HttpAuthService,
  keys: UserTokenKeys,
): HttpAuthService {
  async function judged<T>(req: Request, result: Promise<T>): Promise<T> {
    try {
      return await result;
    } catch (error) {
      const isRefusal = isError(error) && error.name === 'AuthenticationError';
      const hasToken = BEARER.test(req.headers.authorization ?? '');
      if (isRefusal && hasToken && !(await keys.areAvailable())) {
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
 * The framework's authentication of requests, which answers 401 to a user whose
 * token it can't verify for want of the auth plugin's keys, as to one whose
 * token is bad. The error says nothing of the cause, so only asking for the
 * keys tells; while they can't be fetched, this answers 503.
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
      UserTokenKeys.create({ discovery }),
    ),
});
