import {
  type BackstageIdentityResponse,
  prepareBackstageIdentityResponse,
} from '@backstage/plugin-auth-node';
import { SIGN_IN_FAILURES } from '@terasky/backstage-plugin-spectrocloud-common';
import type { Login } from '../login/LoginCookies';
import { LoginFailure } from '../login/LoginFailure';
import type { VerifiedLogin } from '../oidc/logins';
import { isMissing } from './MissingUsers';
import type { ProviderContext, ServedEnvironment } from './ProviderContext';

/** Whose a login is, with their Backstage identity where it signs them in. */
export interface LoginUser {
  userEntityRef: string;
  identity?: BackstageIdentityResponse;
}

interface BegunLogin {
  environment: ServedEnvironment;
  login: Login;
}

/**
 * The user whom a connect ticket names.
 *
 * @returns undefined where a resolver names the user
 * @throws LoginFailure where there is no such ticket
 */
export async function redeemConnectTicket(
  { connectTickets }: ProviderContext,
  { environment, login }: BegunLogin,
): Promise<LoginUser | undefined> {
  if (environment.binding !== 'connect') {
    return undefined;
  }
  const owner = await connectTickets.redeem({
    ticket: login.connectTicket ?? '',
    environment: environment.config.name,
  });
  if (!owner) {
    throw new LoginFailure('connect_only');
  }
  return owner;
}

/**
 * The user whom the resolvers name.
 *
 * @throws LoginFailure where they name none, or another one than who asked for the login
 */
export async function resolveUser(
  context: ProviderContext,
  begun: BegunLogin,
  verified: VerifiedLogin,
): Promise<LoginUser> {
  const { environment } = begun;
  if (!environment.resolveUser) {
    throw new LoginFailure('connect_only');
  }
  const { config, resolveUser: findUser } = environment;
  const ask = async () => findUser(verified, context.resolverContext);
  const resolved = await ask()
    .catch(error => {
      if (!isMissing(error) || !config.addMissingUsers) {
        throw error;
      }
      return context.missingUsers.waitFor(ask, {
        missing: error,
        environment: config.name,
        login: verified,
      });
    })
    .catch(error => {
      throw explainMissed(error, verified);
    });
  const identity = prepareBackstageIdentityResponse(resolved);
  const { userEntityRef } = identity.identity;
  requireExpectedUser(context, begun, userEntityRef);
  return { userEntityRef, identity };
}

/** Nobody can be said not to be in the catalog while it isn't known who they are. */
function explainMissed(error: unknown, { missed }: VerifiedLogin): unknown {
  return missed !== undefined &&
    error instanceof LoginFailure &&
    error.reason === 'user_not_found'
    ? new LoginFailure('palette_unavailable', missed)
    : error;
}

/**
 * Another user's session would be of no use to who asks for it, so that none is opened
 * and the browser keeps the one that it has.
 */
function requireExpectedUser(
  { environments }: ProviderContext,
  { environment, login }: BegunLogin,
  userEntityRef: string,
): void {
  const { expectedUser = userEntityRef } = login;
  if (expectedUser.toLowerCase() === userEntityRef.toLowerCase()) {
    return;
  }
  const connecting = [...environments.values()]
    .filter(
      ({ binding, config }) =>
        binding === 'connect' && config.issuer === environment.config.issuer,
    )
    .map(({ config }) => config.name);
  const [sentence] = SIGN_IN_FAILURES.other_user.split(/\.$/);
  throw new LoginFailure(
    'other_user',
    undefined,
    connecting.length > 0
      ? `${sentence}, or connect Palette in your settings (${connecting.join(', ')}).`
      : undefined,
  );
}
