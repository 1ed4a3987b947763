import {
  type ApiRef,
  type ConfigApi,
  createApiRef,
  type DiscoveryApi,
  type FetchApi,
  type IdentityApi,
  type StorageApi,
} from '@backstage/frontend-plugin-api';

/*
 * The framework's own APIs by the ids under which every supported release has
 * them: 1.57 deprecates the constants of the older ones.
 */

export const configApiRef: ApiRef<ConfigApi> = createApiRef<ConfigApi>().with({
  id: 'core.config',
  pluginId: 'app',
});

export const discoveryApiRef: ApiRef<DiscoveryApi> =
  createApiRef<DiscoveryApi>().with({ id: 'core.discovery', pluginId: 'app' });

export const fetchApiRef: ApiRef<FetchApi> = createApiRef<FetchApi>().with({
  id: 'core.fetch',
  pluginId: 'app',
});

export const identityApiRef: ApiRef<IdentityApi> =
  createApiRef<IdentityApi>().with({ id: 'core.identity', pluginId: 'app' });

export const storageApiRef: ApiRef<StorageApi> =
  createApiRef<StorageApi>().with({ id: 'core.storage', pluginId: 'app' });
