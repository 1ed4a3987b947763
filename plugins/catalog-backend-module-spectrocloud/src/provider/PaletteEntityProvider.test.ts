import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { EntityProviderConnection } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { providerConfig } from '../__testUtils__/providerConfig';
import { testApi, testCluster, testUser } from '../__testUtils__/testApi';
import type { Kind, ProviderConfig } from '../config/ProviderConfig';
import { UserIds } from '../people/UserIds';
import { PaletteEntityProvider } from './PaletteEntityProvider';

const USER: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'ada', namespace: 'default' },
  spec: { profile: { email: 'ada@acme.example' } },
};
const HELD: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: {
    name: 'p1',
    namespace: 'default',
    annotations: { 'backstage.io/managed-by-location': 'spectrocloud:demo' },
  },
};
const EVENT = { environment: 'development', tenantUid: 't1' };
const CHANGE = {
  instance: 'demo',
  projectUid: 'p1',
  change: 'created' as const,
};

describe('PaletteEntityProvider', () => {
  const applyMutation = jest.fn();
  const notify = jest.fn();
  const connection = {
    applyMutation,
    refresh: jest.fn(),
  } satisfies EntityProviderConnection;
  const logger = mockServices.logger.mock();

  /** What an answer of Palette becomes in a catalog that has some entities already. */
  async function setUp(
    options: {
      config?: Partial<ProviderConfig>;
      catalog?: Entity[];
      sleep?: (ms: number) => Promise<unknown>;
      now?: () => number;
    } = {},
  ) {
    const palette = testApi();
    const catalog = catalogServiceMock({ entities: options.catalog ?? [] });
    let runTask: () => Promise<unknown> = async () => {};
    const provider = new PaletteEntityProvider({
      config: providerConfig(options.config),
      api: palette.api,
      auth: mockServices.auth(),
      catalog,
      sleep: options.sleep ?? (async () => {}),
      now: options.now ?? (() => 0),
      logger,
      transformers: [],
      notifier: { notify },
      userIds: new UserIds({ read: async () => [], logger, freshMs: 1 }),
      taskRunner: {
        run: async ({ fn }) => {
          runTask = async () => fn(new AbortController().signal);
        },
      },
    });
    await provider.connect(connection);
    const bring = (entity: Entity) => {
      const fuller = catalogServiceMock({ entities: [entity] });
      jest
        .spyOn(catalog, 'queryEntities')
        .mockImplementation((...asked) => fuller.queryEntities(...asked));
    };
    return { ...palette, bring, provider, runTask: async () => runTask() };
  }

  const namesOf = (list: Array<{ entity: Entity }>) =>
    list.map(({ entity }) => entity.metadata.name).sort();
  const kinds = (...list: Kind[]) => ({ kinds: new Set(list) });

  beforeEach(() => jest.clearAllMocks());

  it('replaces what the catalog has', async () => {
    const { runTask } = await setUp();
    await runTask();
    const [[mutation]] = applyMutation.mock.calls;
    expect(mutation.type).toBe('full');
    expect(namesOf(mutation.entities)).toEqual(['c1', 'p1']);
    expect(notify).toHaveBeenCalledWith(
      [expect.objectContaining({ metadata: { uid: 'c1', name: 'c1' } })],
      mutation.entities.map(({ entity }: { entity: Entity }) => entity),
    );
  });

  it('changes nothing where something can’t be read, and says so', async () => {
    const { api, runTask } = await setUp();
    api.listClusterGroups.mockRejectedValue(new Error('broken off'));
    await runTask();
    expect(applyMutation).not.toHaveBeenCalled();
    expect(logger.error.mock.calls[0][0]).toContain('keeps its entities');
  });

  it('changes nothing where thousands were and nothing is now', async () => {
    const held = Array.from({ length: 3_000 }, (_, index) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: {
        name: `c${index}`,
        namespace: 'default',
        annotations: {
          'backstage.io/managed-by-location': 'spectrocloud:demo',
        },
      },
      spec: { type: 'kubernetes-cluster' },
    }));
    const { has, runTask } = await setUp({ catalog: held });
    has.clusters = [];
    await runTask();
    expect(applyMutation).not.toHaveBeenCalled();
    expect(logger.error.mock.calls[0][0]).toMatch(
      /3000 of 3000 .*catalog\.providers\.spectrocloud\.demo\.maxRemovedShare/,
    );
  });

  describe('when another provider brings a User a little later', () => {
    it('takes its own back soon', async () => {
      let sleeps = 0;
      const { bring, has, runTask } = await setUp({
        config: kinds('users'),
        sleep: async () => {
          sleeps += 1;
          if (sleeps === 2) bring(USER);
        },
      });
      has.users = [testUser('ada')];
      await runTask();
      const names = applyMutation.mock.calls.map(([{ entities }]) =>
        namesOf(entities),
      );
      expect(names).toEqual([['ada'], []]);
      expect(sleeps).toBe(2);
    });

    it('leaves it to the next run where that comes sooner', async () => {
      const sleep = jest.fn(async () => {});
      const { has, runTask } = await setUp({
        config: {
          ...kinds('users'),
          schedule: {
            ...providerConfig().schedule,
            frequency: { seconds: 10 },
          },
        },
        sleep,
      });
      has.users = [testUser('ada')];
      await runTask();
      expect(sleep.mock.calls).toEqual([[5_000, expect.anything()]]);
    });

    it('gives up where the run has no more time', async () => {
      const { has, runTask } = await setUp({
        config: kinds('users'),
        sleep: async () => {
          throw new Error('aborted');
        },
      });
      has.users = [testUser('ada')];
      await runTask();
      expect(applyMutation).toHaveBeenCalledTimes(1);
      expect(logger.error).not.toHaveBeenCalled();
    });
  });

  describe('told of a user', () => {
    it('adds that one', async () => {
      const { has, api, provider } = await setUp({
        config: kinds('users', 'teams'),
      });
      has.users = [testUser('olga', ['devs']), testUser('other')];
      await provider.addUser({ ...EVENT, userUid: 'olga' });
      const [[mutation]] = applyMutation.mock.calls;
      expect(mutation).toMatchObject({ type: 'delta', removed: [] });
      expect(namesOf(mutation.added)).toEqual(['olga']);
      expect(mutation.added[0].entity.spec.memberOf).toEqual([
        'group:default/devs',
      ]);
      expect(api.listUsers).not.toHaveBeenCalled();
    });

    it.each([
      ['of another tenant', { tenantUid: 't2' }, kinds('users'), []],
      ['of another sign-in', { environment: 'x' }, kinds('users'), []],
      ['where users are not wanted', {}, kinds('teams'), []],
      ['whom the catalog has', {}, kinds('users'), [USER]],
      [
        'who is not wanted',
        {},
        { ...kinds('users'), users: { exclude: ['ada'] } },
        [],
      ],
    ])('adds nobody %s', async (_, changed, config, catalog) => {
      const { has, provider } = await setUp({ config, catalog });
      has.users = [testUser('ada')];
      await provider.addUser({ ...EVENT, userUid: 'ada', ...changed });
      expect(applyMutation).not.toHaveBeenCalled();
    });

    it('waits, where the catalog is new, for those whom another provider brings', async () => {
      const sleep = jest.fn(async () => {});
      const { bring, has, provider } = await setUp({
        config: kinds('users'),
        sleep,
      });
      sleep.mockImplementation(async () => bring(USER));
      has.users = [testUser('ada')];
      await provider.addUser({ ...EVENT, userUid: 'ada' });
      expect(applyMutation).not.toHaveBeenCalled();
      expect(sleep).toHaveBeenCalledWith(15_000);
    });

    it.each([
      ['some time after the start', 15_000, []],
      ['where the catalog isn’t new', 0, [HELD]],
    ])('adds them at once %s', async (_, passedMs, catalog) => {
      let time = 0;
      const sleep = jest.fn(async () => {});
      const { has, provider } = await setUp({
        config: kinds('users'),
        catalog,
        sleep,
        now: () => time,
      });
      has.users = [testUser('olga')];
      time = passedMs;
      await provider.addUser({ ...EVENT, userUid: 'olga' });
      expect(sleep).not.toHaveBeenCalled();
      expect(applyMutation).toHaveBeenCalledTimes(1);
    });

    it('keeps them through a run that had begun before', async () => {
      const { has, api, provider, runTask } = await setUp({
        config: kinds('users'),
      });
      api.listUsers.mockImplementationOnce(async () => {
        has.users = [testUser('olga')];
        await provider.addUser({ ...EVENT, userUid: 'olga' });
        return [];
      });
      await runTask();
      const [[delta], [full]] = applyMutation.mock.calls;
      expect(delta.type).toBe('delta');
      expect(namesOf(full.entities)).toEqual(['olga']);
    });
  });

  describe('told of a cluster', () => {
    it('adds what was created, related to what the catalog has', async () => {
      const host: Entity = {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Resource',
        metadata: { name: 'c1', namespace: 'default' },
      };
      const { has, api, provider } = await setUp({ catalog: [host] });
      has.virtualClusters = [
        testCluster('v1', { virtual: { hostCluster: { uid: 'c1' } } }),
      ];
      await provider.updateCluster({ ...CHANGE, clusterUid: 'v1' });
      const [[mutation]] = applyMutation.mock.calls;
      expect(namesOf(mutation.added)).toEqual(['v1']);
      expect(mutation.added[0].entity.spec).toMatchObject({
        system: 'default/p1',
        dependsOn: ['resource:default/c1'],
      });
      expect(api.listClusters).toHaveBeenCalledWith({
        instance: 'demo',
        projectUid: 'p1',
        fresh: true,
      });
    });

    it.each([
      ['is gone', []],
      ['is going', [testCluster('c1', { status: { state: 'Deleting' } })]],
      [
        'is not wanted',
        [testCluster('c1', { spec: { projectUid: 'unwanted' } })],
      ],
    ])('removes what %s', async (_, clusters) => {
      const { has, provider } = await setUp();
      has.clusters = clusters;
      await provider.updateCluster({
        ...CHANGE,
        clusterUid: 'c1',
        change: 'deleted',
      });
      expect(applyMutation).toHaveBeenCalledWith({
        type: 'delta',
        added: [],
        removed: [
          {
            entityRef: 'resource:default/c1',
            locationKey: 'spectrocloud:demo',
          },
        ],
      });
    });

    it('does nothing at another Palette, or where clusters are not wanted', async () => {
      const { provider } = await setUp();
      await provider.updateCluster({
        ...CHANGE,
        instance: 'prod',
        clusterUid: 'c1',
      });
      const other = await setUp({ config: kinds('projects') });
      await other.provider.updateCluster({ ...CHANGE, clusterUid: 'c1' });
      expect(applyMutation).not.toHaveBeenCalled();
    });
  });
});
