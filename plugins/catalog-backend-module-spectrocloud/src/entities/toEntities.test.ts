import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type {
  ClusterProfile,
  PaletteUser,
  VirtualClusterSummary,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { Kind } from '../config/ProviderConfig';
import { providerConfig } from '../__testUtils__/providerConfig';
import type { Inventory } from '../inventory/readInventory';
import { Owners } from './Owners';
import { toEntities } from './toEntities';
import type { MatchedUsers } from '../people/matchUsers';
import type { PaletteEntityTransformer } from './transformers';

const PROJECT = {
  metadata: { uid: 'p1', name: 'Payments', labels: { owner: 'payments' } },
};

const cluster = (
  uid: string,
  more: Partial<VirtualClusterSummary> = {},
): VirtualClusterSummary => ({
  metadata: { uid, name: `name of ${uid}` },
  spec: { cloudType: 'aws', projectUid: 'p1', projectName: 'Payments' },
  status: { state: 'Running' },
  ...more,
});

const profile = (
  uid: string,
  version: string,
  inUse: string[] = [],
): ClusterProfile => ({
  metadata: { uid, name: 'base', annotations: { scope: 'tenant' } },
  spec: {
    type: 'infra',
    version,
    versions: [
      { uid: 'f10', version: '1.10.0' },
      { uid: 'f9', version: '1.9.0' },
    ],
    packs: [],
  },
  status: { inUseClusters: inUse.map(one => ({ uid: one })) },
});

const INVENTORY: Inventory = {
  tenantUid: 't1',
  projects: [PROJECT],
  allProjects: [PROJECT],
  users: [],
  teams: [],
  clusters: [
    cluster('c1'),
    cluster('v1', {
      virtual: { hostCluster: { uid: 'c1' }, clusterGroup: { uid: 'g1' } },
    }),
    cluster('v2', { virtual: { clusterGroup: { uid: 'g1' } } }),
    cluster('v3', { virtual: { hostCluster: { uid: 'elsewhere' } } }),
  ],
  clusterGroups: [
    {
      metadata: { uid: 'g1', name: 'beehive' },
      spec: { hostClusters: [{ uid: 'c1' }] },
    },
  ],
  profiles: [profile('f9', '1.9.0', ['c1']), profile('f10', '1.10.0', ['v1'])],
};

async function make(
  inventory: Inventory = INVENTORY,
  options: {
    config?: Parameters<typeof providerConfig>[0];
    transformers?: PaletteEntityTransformer[];
    matched?: MatchedUsers;
  } = {},
): Promise<Map<string, Entity>> {
  const config = providerConfig(options.config);
  const entities = await toEntities(inventory, {
    config,
    owners: new Owners({
      config,
      find: async refs => new Set(refs),
      logger: mockServices.logger.mock(),
    }),
    transformers: options.transformers ?? [],
    matched: options.matched ?? { refs: new Map(), ambiguous: new Set() },
  });
  return new Map(entities.map(entity => [entity.metadata.name, entity]));
}

describe('toEntities', () => {
  it('makes a system of a project', async () => {
    const system = (await make()).get('p1');
    expect(system).toMatchObject({
      kind: 'System',
      metadata: {
        title: 'Payments',
        annotations: {
          'spectrocloud.com/project-uid': 'p1',
          'spectrocloud.com/instance': 'demo',
          'spectrocloud.com/tenant-uid': 't1',
          'terasky.backstage.io/project-id': 'p1',
          'backstage.io/managed-by-location': 'spectrocloud:demo',
        },
        labels: { 'spectrocloud.com/owner': 'payments' },
        tags: ['owner-payments'],
      },
      spec: { owner: 'group:default/payments' },
    });
  });

  it('makes a resource of a cluster, which its project’s owner owns', async () => {
    expect((await make()).get('c1')).toMatchObject({
      kind: 'Resource',
      metadata: {
        title: 'name of c1',
        annotations: {
          'spectrocloud.com/cluster-uid': 'c1',
          'backstage.io/kubernetes-cluster': 'c1',
          'spectrocloud.com/project-name': 'Payments',
          'terasky.backstage.io/cluster-id': 'c1',
          'terasky.backstage.io/cluster-profile-refs': 'resource:default/f9',
        },
      },
      spec: {
        type: 'kubernetes-cluster',
        owner: 'group:default/payments',
        system: 'default/p1',
        dependsOn: ['resource:default/f9'],
      },
    });
  });

  it.each([
    ['its host', 'v1', ['resource:default/c1', 'resource:default/f9']],
    ['its group, where no host is known', 'v2', ['resource:default/g1']],
    ['nothing that is no entity', 'v3', []],
  ])('lets a virtual cluster depend on %s', async (_, name, dependsOn) => {
    expect((await make()).get(name)?.spec?.dependsOn).toEqual(dependsOn);
  });

  it('makes one resource of all versions of a profile, named after the oldest', async () => {
    const entities = await make();
    expect(entities.has('f10')).toBe(false);
    expect(entities.get('f9')).toMatchObject({
      metadata: {
        annotations: {
          'spectrocloud.com/profile-uid': 'f10',
          'spectrocloud.com/profile-versions': '1.9.0,1.10.0',
        },
      },
      spec: { type: 'palette-cluster-profile', owner: 'group:default/palette' },
    });
  });

  it('keeps an entity through a rename, and both clusters of one name', async () => {
    const renamed = cluster('c1');
    renamed.metadata.name = 'name of v1';
    const entities = await make({
      ...INVENTORY,
      clusters: [renamed, cluster('v1')],
    });
    expect(entities.get('c1')?.metadata.title).toBe('name of v1');
    expect(entities.get('v1')?.metadata.title).toBe('name of v1');
  });

  it('writes nothing that changes by the minute', async () => {
    const sick = cluster('c1', {
      status: { state: 'Error', health: { state: 'UnHealthy' } },
    });
    sick.metadata.lastModifiedTimestamp = '2026-01-01T00:00:00Z';
    const after = await make({ ...INVENTORY, clusters: [sick] });
    const before = await make({ ...INVENTORY, clusters: [cluster('c1')] });
    expect(after).toEqual(before);
  });

  it('says of a bare tag that it is there', async () => {
    const tagged = cluster('c1');
    tagged.metadata.labels = { gpu: 'spectro__tag', old: '' };
    const entities = await make({ ...INVENTORY, clusters: [tagged] });
    expect(entities.get('c1')?.metadata).toMatchObject({
      labels: {
        'spectrocloud.com/gpu': 'true',
        'spectrocloud.com/old': 'true',
      },
      tags: ['gpu', 'old'],
    });
  });

  it('links to the console where its address is configured', async () => {
    const config = { consoleUrl: 'https://console.example' };
    const entities = await make(INVENTORY, { config });
    expect(entities.get('c1')?.metadata.links?.[0].url).toBe(
      'https://console.example/projects/p1/clusters/c1/overview',
    );
    expect((await make()).get('c1')?.metadata.links).toBeUndefined();
  });

  it('lets transformers change and leave out, one after the other', async () => {
    const seen: string[] = [];
    const entities = await make(INVENTORY, {
      transformers: [
        (entity, source) => (source.kind === 'profile' ? undefined : entity),
        async (entity, { kind, instance }) => {
          seen.push(`${instance} ${kind}`);
          return {
            ...entity,
            metadata: { ...entity.metadata, description: kind },
          };
        },
      ],
    });
    expect(entities.has('f9')).toBe(false);
    expect(entities.get('c1')?.metadata.description).toBe('cluster');
    expect(new Set(seen)).toEqual(
      new Set(['demo project', 'demo cluster', 'demo clusterGroup']),
    );
  });

  describe('of people', () => {
    const user = (uid: string, teams: string[] = []): PaletteUser => ({
      metadata: { uid, name: `account ${uid}` },
      spec: {
        email: `${uid}@acme.example`,
        firstName: 'Dana',
        lastName: uid.toUpperCase(),
        teams: teams.map(team => ({ uid: team })),
      },
      status: {},
    });
    const PEOPLE: Inventory = {
      ...INVENTORY,
      users: [user('dana', ['devs']), user('ada'), user('twice')],
      teams: [
        {
          metadata: { uid: 'devs', name: 'Developers' },
          // One of them has been deleted since.
          spec: { userUids: ['ada', 'gone'] },
        },
      ],
    };
    const config = { kinds: new Set<Kind>(['users', 'teams']) };

    it('makes users and the groups that they are in', async () => {
      const entities = await make(PEOPLE, { config });
      expect(entities.get('dana')).toMatchObject({
        kind: 'User',
        metadata: {
          title: 'Dana DANA',
          annotations: {
            'spectrocloud.com/user-id': 'dana',
            'spectrocloud.com/managed-by': 'demo',
          },
        },
        spec: {
          profile: { displayName: 'Dana DANA', email: 'dana@acme.example' },
          memberOf: ['group:default/devs'],
        },
      });
      expect(entities.get('ada')?.spec?.memberOf).toEqual([
        'group:default/devs',
      ]);
      expect(entities.get('devs')).toMatchObject({
        kind: 'Group',
        metadata: { annotations: { 'spectrocloud.com/team-uid': 'devs' } },
        spec: { profile: { displayName: 'Developers' }, members: [] },
      });
    });

    it('makes nobody twice whom the catalog has, and keeps them in their groups', async () => {
      const entities = await make(PEOPLE, {
        config,
        matched: {
          refs: new Map([['ada', 'user:default/ada']]),
          ambiguous: new Set(['twice']),
        },
      });
      expect(entities.has('ada')).toBe(false);
      expect(entities.has('twice')).toBe(false);
      expect(entities.get('devs')?.spec?.members).toEqual(['user:default/ada']);
    });

    it('makes no users where only teams are wanted', async () => {
      const entities = await make(PEOPLE, {
        config: { kinds: new Set<Kind>(['teams']) },
      });
      expect(entities.has('dana')).toBe(false);
      expect(entities.has('devs')).toBe(true);
    });
  });
});
