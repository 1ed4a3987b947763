import type { AuthProviderFactory } from '@backstage/plugin-auth-node';
import type { EnvironmentConfig } from '../config/EnvironmentConfig';
import type { RelyingParty } from '../oidc/RelyingParty';
import { EnvironmentHandlers } from './EnvironmentHandlers';
import type { ProviderDependencies } from './ProviderDependencies';
import type { RedemptionQueue } from './RedemptionQueue';
import { SpectroCloudProvider } from './SpectroCloudProvider';

/** One served environment with its relying party. */
export interface ServedEnvironment {
  environment: EnvironmentConfig;
  relyingParty: RelyingParty;
  redemptions?: RedemptionQueue;
}

/** Creates what the auth plugin is given to build the provider's routes with. */
export function createProviderFactory(
  served: ServedEnvironment[],
  dependencies: ProviderDependencies,
): AuthProviderFactory {
  return ({ appUrl, baseUrl, isOriginAllowed, resolverContext }) => {
    const app = { appUrl, baseUrl, isOriginAllowed };
    const environments = new Map(
      served.map(one => [
        one.environment.name,
        EnvironmentHandlers.create({
          ...one,
          app,
          dependencies,
          resolverContext,
        }),
      ]),
    );
    return SpectroCloudProvider.create({ environments, app, dependencies });
  };
}
