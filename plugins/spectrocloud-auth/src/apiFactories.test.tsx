import {
  ApiFactoryRegistry,
  ApiResolver,
  OAuthRequestManager,
} from '@backstage/core-app-api';
import { createApiFactory } from '@backstage/core-plugin-api';
import { mockApis } from '@backstage/test-utils';
import { SpectroCloudClient } from '@terasky/backstage-plugin-spectrocloud-common';
import { fetchApiRef, oauthRequestApiRef } from './api/coreApiRefs';
import { SpectroCloudAuth } from './api/SpectroCloudAuth';
import { spectroCloudApiRef } from './api/spectroCloudApiRef';
import { spectroCloudAuthApiRef } from './api/SpectroCloudAuthApi';
import { spectroCloudApiFactories } from './apiFactories';

describe('spectroCloudApiFactories', () => {
  it('bring both APIs to an app of the old front-end system', () => {
    const registry = new ApiFactoryRegistry();
    const ofTheApp: typeof spectroCloudApiFactories = [
      mockApis.config.factory(),
      mockApis.discovery.factory(),
      mockApis.identity.factory(),
      createApiFactory(fetchApiRef, { fetch: jest.fn() }),
      createApiFactory(oauthRequestApiRef, new OAuthRequestManager()),
    ];
    ofTheApp.forEach(factory => registry.register('default', factory));
    spectroCloudApiFactories.forEach(factory => {
      registry.register('app', factory);
    });
    const apis = new ApiResolver(registry);
    expect(apis.get(spectroCloudAuthApiRef)).toBeInstanceOf(SpectroCloudAuth);
    expect(apis.get(spectroCloudApiRef)).toBeInstanceOf(SpectroCloudClient);
  });
});
