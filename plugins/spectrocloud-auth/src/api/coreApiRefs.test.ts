import { coreApis } from '@backstage/frontend-plugin-api';
import {
  configApiRef,
  discoveryApiRef,
  fetchApiRef,
  identityApiRef,
  oauthRequestApiRef,
} from './coreApiRefs';

describe('the references to the framework’s own APIs', () => {
  it('have the ids under which the framework registers them', () => {
    expect(configApiRef.id).toBe(coreApis.config.id);
    expect(discoveryApiRef.id).toBe(coreApis.discovery.id);
    expect(fetchApiRef.id).toBe(coreApis.fetch.id);
    expect(identityApiRef.id).toBe(coreApis.identity.id);
    expect(oauthRequestApiRef.id).toBe(coreApis.internal.oauthRequest.id);
  });
});
