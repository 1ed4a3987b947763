import { isError, ServiceUnavailableError } from '@backstage/errors';
import {
  type AuthResolverContext,
  prepareBackstageIdentityResponse,
} from '@backstage/plugin-auth-node';
import type { PaletteIdentity } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { readEmail } from '../oidc/verifyTokenResponse';
import { LoginFailure } from '../login/LoginFailure';
import type { ResolveOwner } from '../session/SessionEnvironment';
import type { UserResolver } from './findUser';

type Resolve = (identity: PaletteIdentity) => Promise<string | undefined>;

/** What a resolver makes of a Palette user who isn't signing in: Palette's word for them, and no claim of theirs. */
function toResolve(
  resolver: UserResolver,
  context: AuthResolverContext,
): Resolve {
  return async ({ email: stated, userUid }) => {
    const email = readEmail({ email: stated }, false);
    try {
      const found = await resolver(
        { email, subject: userUid, claims: {} },
        context,
      );
      return prepareBackstageIdentityResponse(found).identity.userEntityRef;
    } catch (error) {
      if (error instanceof LoginFailure && !error.transient) {
        return undefined;
      }
      throw new ServiceUnavailableError(
        `The catalog can’t be asked whose the Palette session is (${isError(error) ? error.name : 'unknown error'})`,
      );
    }
  };
}

/**
 * Names the Backstage users of Palette users outside of a sign-in. The auth plugin
 * gives what resolvers need only when it builds the routes, after the sessions.
 */
export class OwnerResolvers {
  readonly #byEnvironment = new Map<string, Resolve>();

  /** Makes the resolver of an environment known. */
  add(
    environment: string,
    resolver: UserResolver,
    context: AuthResolverContext,
  ): void {
    this.#byEnvironment.set(environment, toResolve(resolver, context));
  }

  /** Asks the resolver of the owner's environment. */
  readonly resolve: ResolveOwner = async ({ environment, identity }) => {
    const resolve = this.#byEnvironment.get(environment);
    if (!resolve) {
      throw new ServiceUnavailableError('The auth plugin is still starting');
    }
    return resolve(identity);
  };
}
