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
 * Auth API and typed client of Palette, for the `apis` of an app of the old front-end system.
 *
 * @public
 */
export const spectroCloudApiFactories: ApiFactory<
  unknown,
  unknown,
  { [name in string]: unknown }
>[] = [
  createApiFactory({
    api: spectroCloudAuthApiRef,
    deps: {
      configApi: configApiRef,
      discoveryApi: discoveryApiRef,
      fetchApi: fetchApiRef,
      identityApi: identityApiRef,
      oauthRequestApi: oauthRequestApiRef,
    },
    factory: deps => SpectroCloudAuth.create(deps),
  }),
  createApiFactory({
    api: spectroCloudApiRef,
    deps: {
      configApi: configApiRef,
      discoveryApi: discoveryApiRef,
      fetchApi: fetchApiRef,
      authApi: spectroCloudAuthApiRef,
    },
    factory: deps => createSpectroCloudApi(deps),
  }),
];
