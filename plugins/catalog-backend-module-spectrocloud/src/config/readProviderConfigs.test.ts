import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { isServed, readProviderConfigs } from './readProviderConfigs';

const ENVIRONMENT = { name: 'demo', url: 'https://palette.example' };

function read(
  provider: JsonObject | undefined,
  options: { environment?: JsonObject; spectrocloud?: JsonObject } = {},
) {
  const { environment, spectrocloud } = options;
  return readProviderConfigs(
    new ConfigReader({
      spectrocloud: {
        environments: [{ ...ENVIRONMENT, apiToken: 'key', ...environment }],
        ...spectrocloud,
      },
      ...(provider && {
        catalog: { providers: { spectrocloud: provider } },
      }),
    }),
  );
}

describe('readProviderConfigs', () => {
  it('makes nothing of a Palette that no key names', () => {
    expect(read(undefined)).toEqual([]);
  });

  it('makes nothing while the plugins are switched off', () => {
    expect(read({ demo: {} }, { spectrocloud: { enabled: false } })).toEqual(
      [],
    );
  });

  it('has a default for everything', () => {
    expect(read({ demo: {} })).toEqual([
      {
        instance: 'demo',
        authEnvironment: 'development',
        consoleUrl: undefined,
        annotationPrefix: 'terasky.backstage.io',
        schedule: {
          frequency: { minutes: 10 },
          timeout: { minutes: 5 },
          initialDelay: { seconds: 15 },
        },
        namespace: 'default',
        owners: {
          tag: 'owner',
          namespace: 'default',
          default: 'group:default/palette',
        },
        projects: { include: undefined, exclude: [] },
        tags: { include: undefined, exclude: [] },
        users: { include: undefined, exclude: [] },
        tenantScope: true,
        kinds: new Set(['projects', 'clusters', 'clusterGroups', 'profiles']),
        maxRemovedShare: 0.5,
        notifications: new Set(),
      },
    ]);
  });

  it('reads what is given', () => {
    const [config] = read(
      {
        demo: {
          schedule: { frequency: { hours: 1 }, timeout: { minutes: 2 } },
          namespace: 'palette',
          owners: { tag: 'team', namespace: 'people', default: 'ops' },
          projects: { include: ['a'], exclude: ['b'] },
          tags: { include: ['env:prod'] },
          users: { exclude: ['Robot@ACME.example'] },
          tenantScope: false,
          kinds: { profiles: false, users: true },
          maxRemovedShare: 1,
          notifications: { update: true, repave: false },
        },
      },
      {
        environment: { consoleUrl: 'https://console.example/' },
        spectrocloud: { annotationPrefix: 'acme.example/' },
      },
    );
    expect(config).toMatchObject({
      consoleUrl: 'https://console.example',
      annotationPrefix: 'acme.example',
      namespace: 'palette',
      owners: {
        tag: 'team',
        namespace: 'people',
        default: 'group:people/ops',
      },
      projects: { include: ['a'], exclude: ['b'] },
      tags: { include: ['env:prod'], exclude: [] },
      users: { exclude: ['robot@acme.example'] },
      tenantScope: false,
      kinds: new Set(['projects', 'clusters', 'clusterGroups', 'users']),
      maxRemovedShare: 1,
      notifications: new Set(['update']),
    });
  });

  it.each<[string, JsonObject, string]>([
    [
      'an unknown Palette',
      { prod: {} },
      "spectrocloud.prod: spectrocloud.environments has no entry of this name (it has 'demo')",
    ],
    [
      'a misspelt key',
      { demo: { owner: 'x' } },
      'spectrocloud.demo.owner is no key',
    ],
    [
      'a misspelt kind',
      { demo: { kinds: { cluster: true } } },
      'kinds.cluster is no kind',
    ],
    [
      'a misspelt notification',
      { demo: { notifications: { updates: true } } },
      'spectrocloud.demo.notifications.updates is nothing that owners are told of; there are unhealthy, repave, update',
    ],
    [
      'an owner that is none',
      { demo: { owners: { default: 'group:' } } },
      'owners.default must be the reference',
    ],
    [
      'a share above 1',
      { demo: { maxRemovedShare: 50 } },
      'maxRemovedShare must be above 0',
    ],
    [
      'a share of 0',
      { demo: { maxRemovedShare: 0 } },
      'maxRemovedShare must be above 0',
    ],
  ])('refuses %s, and names the key', (_, provider, message) => {
    expect(() => read(provider)).toThrow(message);
  });

  it('refuses a Palette without an API key, and says which one it takes', () => {
    expect(() =>
      read({ demo: {} }, { environment: { apiToken: undefined } }),
    ).toThrow(
      'catalog.providers.spectrocloud.demo needs spectrocloud.environments[0].apiToken',
    );
  });

  it('lets other providers come first, unless it is told when to begin', () => {
    const delayOf = (schedule: JsonObject) =>
      read({ demo: { schedule } })[0].schedule.initialDelay;
    const schedule = { frequency: { hours: 6 }, timeout: { minutes: 1 } };
    expect(delayOf(schedule)).toEqual({ seconds: 15 });
    expect(delayOf({ ...schedule, initialDelay: { seconds: 0 } })).toEqual({
      seconds: 0,
    });
  });

  describe('with keys of other Palette plugins', () => {
    const former = (catalogProvider: JsonObject) =>
      read(undefined, { environment: { catalogProvider } });

    it('reads those that mean the same', () => {
      const [config] = former({
        enabled: true,
        refreshIntervalSeconds: 60,
        defaultOwner: 'ops',
        ownerNamespace: 'people',
        includeProjects: ['a'],
        excludeProjects: ['b'],
        excludeTenantScopedResources: true,
        resources: { projects: false, clusterProfiles: false },
      });
      expect(config).toMatchObject({
        schedule: {
          frequency: { seconds: 60 },
          timeout: { seconds: 300 },
          initialDelay: { seconds: 15 },
        },
        owners: { default: 'group:people/ops' },
        projects: { include: ['a'], exclude: ['b'] },
        tenantScope: false,
        kinds: new Set(['clusters', 'clusterGroups']),
      });
    });

    it('makes nothing where they switch it off', () => {
      expect(former({ enabled: false })).toEqual([]);
    });

    it.each<[JsonObject, string]>([
      [
        { useMockOwner: true },
        'catalogProvider.useMockOwner means nothing here',
      ],
      [
        { resources: { pods: true } },
        'catalogProvider.resources.pods means nothing',
      ],
    ])('refuses others', (keys, message) => {
      expect(() => former(keys)).toThrow(message);
    });

    it('refuses both at once', () => {
      expect(() =>
        read({ demo: {} }, { environment: { catalogProvider: {} } }),
      ).toThrow('keep the former');
    });
  });
});

describe('isServed', () => {
  it.each<[JsonObject, boolean]>([
    [{}, false],
    [{ serviceTokenFor: ['scaffolder'] }, false],
    [{ serviceTokenFor: ['scaffolder', 'catalog'] }, true],
    [{ allowServiceTokenFallback: true }, true],
  ])('is told by the keys of the spectrocloud plugin', (spectrocloud, is) => {
    expect(isServed(new ConfigReader({ spectrocloud }))).toBe(is);
  });
});
