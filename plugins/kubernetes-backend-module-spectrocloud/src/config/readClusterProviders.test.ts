import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readClusterProviders } from './readClusterProviders';

const read = (clusterProvider?: JsonObject, more: JsonObject = {}) =>
  readClusterProviders(
    mockServices.rootConfig({
      data: {
        auth: {
          environment: 'production',
          providers: {
            spectrocloud: {
              production: { clientId: 'backstage' },
              airgapped: { clientId: 'backstage-air' },
            },
          },
        },
        spectrocloud: {
          environments: [
            {
              name: 'demo',
              url: 'https://palette.example',
              ...(clusterProvider && { clusterProvider }),
            },
          ],
        },
        ...more,
      },
    }),
  );

describe('readClusterProviders', () => {
  it('shows the clusters of every Palette by default', () => {
    expect(read()).toEqual([
      {
        instance: 'demo',
        authEnvironment: 'production',
        clientId: 'backstage',
        oidcTokenProvider: 'spectrocloud',
        names: 'project-and-name',
        includeProjects: undefined,
        excludeProjects: new Set(),
        excludeTenantScopedClusters: false,
        includeTags: undefined,
        excludeTags: new Set(),
        includeStates: undefined,
        unusableClusters: 'hide',
        skipMetricsLookup: true,
        refreshIntervalMs: 60_000,
        clusterTimeoutMs: 10_000,
      },
    ]);
  });

  it('understands the keys of the public plugins that mean the same', () => {
    const [provider] = read({
      authType: 'oidc',
      oidcAuthProviderName: 'palette',
      includeProjects: ['payments'],
      excludeProjects: ['sandbox'],
      excludeTenantScopedClusters: true,
      skipMetricsLookup: false,
      refreshIntervalSeconds: 300,
      clusterTimeoutSeconds: 15,
    });
    expect(provider).toMatchObject({
      oidcTokenProvider: 'palette',
      includeProjects: new Set(['payments']),
      excludeProjects: new Set(['sandbox']),
      excludeTenantScopedClusters: true,
      skipMetricsLookup: false,
      refreshIntervalMs: 300_000,
      clusterTimeoutMs: 15_000,
    });
  });

  it('takes an empty list of projects for all of them, as the public plugins do', () => {
    expect(read({ includeProjects: [] })[0].includeProjects).toBeUndefined();
  });

  it('has a key of its own for each auth environment', () => {
    const providers = read(undefined, {
      spectrocloud: {
        environments: [
          { name: 'saas', url: 'https://one.example' },
          {
            name: 'onsite',
            url: 'https://two.example',
            authEnvironment: 'airgapped',
          },
        ],
      },
    });
    expect(
      providers.map(({ oidcTokenProvider, clientId, names }) => [
        oidcTokenProvider,
        clientId,
        names,
      ]),
    ).toEqual([
      ['spectrocloud', 'backstage', 'instance-project-and-name'],
      ['spectrocloud-airgapped', 'backstage-air', 'instance-project-and-name'],
    ]);
  });

  it('calls clusters as their entities where the catalog has them', () => {
    const catalog = { providers: { spectrocloud: { demo: {} } } };
    expect(read(undefined, { catalog })[0].names).toBe('entity');
  });

  it('leaves out what is switched off', () => {
    expect(read({ enabled: false })).toEqual([]);
  });

  it.each<[JsonObject, RegExp]>([
    [
      { authType: 'serviceAccount' },
      /environments\[0\]\.clusterProvider\.authType: .*service account/,
    ],
    [{ rbac: { namespace: 'x' } }, /clusterProvider\.rbac: .*service account/],
    [{ authType: 'google' }, /authType must be oidc, not 'google'/],
    [{ excludeProject: ['x'] }, /excludeProject means nothing here/],
    [
      { oidcAuthProviderName: 'SpectroCloud' },
      /oidcAuthProviderName must have lower-case letters/,
    ],
    [{ unusableClusters: 'no' }, /unusableClusters must be hide or show/],
    [{ refreshIntervalSeconds: 0 }, /refreshIntervalSeconds must be a number/],
    [{ clusterTimeoutSeconds: -1 }, /clusterTimeoutSeconds must be a number/],
  ])('refuses %j at start', (block, message) => {
    expect(() => read(block)).toThrow(message);
  });
});
