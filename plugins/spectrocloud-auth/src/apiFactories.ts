import { type ApiFactory, createApiFactory } from '@backstage/core-plugin-api';
import {
  configApiRef,
  discoveryApiRef,
  fetchApiRef,
  identityApiRef,
  oauthRequestApiRef,
} from './api/coreApiRefs';
import { createSpectroCloudApi } from './api/createSpectroCloudApi';
import { SpectroCloudAuth } from './api/SpectroCloudAuth';
import { spectroCloudApiRef } from './api/spectroCloudApiRef';
import { spectroCloudAuthApiRef } from './api/SpectroCloudAuthApi';

/**
 * Auth API of Palette, by itself, for app shells that load one factory by its name.
 *
 * @public
 */
export const spectroCloudAuthApiFactory = createApiFactory({
  api: spectroCloudAuthApiRef,
  deps: {
    configApi: configApiRef,
    discoveryApi: discoveryApiRef,
    fetchApi: fetchApiRef,
    identityApi: identityApiRef,
    oauthRequestApi: oauthRequestApiRef,
  },
  factory: deps => SpectroCloudAuth.create(deps),
});

/**
 * Typed client of Palette, by itself, for app shells that load one factory by its name.
 *
 * @public
 */
export const spectroCloudApiFactory = createApiFactory({
  api: spectroCloudApiRef,
  deps: {
    configApi: configApiRef,
    discoveryApi: discoveryApiRef,
    fetchApi: fetchApiRef,
    authApi: spectroCloudAuthApiRef,
  },
  factory: deps => createSpectroCloudApi(deps),
});

/**
 * Auth API and typed client of Palette, for the `apis` of an app of the old front-end system.
 *
 * @public
 */
export const spectroCloudApiFactories: ApiFactory<
  unknown,
  unknown,
  { [name in string]: unknown }
>[] = [spectroCloudAuthApiFactory, spectroCloudApiFactory];
