import type {
  ClusterProfile,
  PaletteUser,
  Project,
  VirtualClusterSummary,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { Kind } from '../config/ProviderConfig';
import { providerConfig } from '../__testUtils__/providerConfig';
import { type InventoryApi, readInventory } from './readInventory';

const project = (uid: string): Project => ({
  metadata: { uid, name: `${uid}-name` },
});
const cluster = (
  uid: string,
  projectUid: string,
  labels: Record<string, string> = {},
): VirtualClusterSummary => ({
  metadata: { uid, name: uid, labels },
  spec: { projectUid },
  status: {},
});
const profile = (
  uid: string,
  annotations: Record<string, string>,
): ClusterProfile => ({
  metadata: { uid, name: uid, annotations },
  spec: { versions: [], packs: [] },
  status: {},
});

const user = (uid: string): PaletteUser => ({
  metadata: { uid, name: uid },
  spec: { email: `${uid}@acme.example`, teams: [] },
  status: {},
});

describe('readInventory', () => {
  const api = {
    getMe: jest.fn(async () => ({
      instance: 'demo',
      name: 'catalog',
      userUid: 'u1',
      tenantUid: 't1',
      tenantPermissions: [],
      projectPermissions: {},
      session: { environment: 'production' },
    })),
    listProjects: jest.fn(async () => [project('p1'), project('p2')]),
    listClusters: jest.fn(async () => [
      cluster('c1', 'p1', { env: 'prod', gpu: 'spectro__tag' }),
      cluster('c2', 'p2'),
    ]),
    listVirtualClusters: jest.fn(async () => [cluster('v1', 'p1')]),
    listClusterGroups: jest.fn(async () => []),
    searchProfiles: jest.fn(async () => [
      profile('tenant', { scope: 'tenant', projectUid: '' }),
      profile('of-p1', { scope: 'project', projectUid: 'p1' }),
      profile('of-p2', { scope: 'project', projectUid: 'p2' }),
    ]),
    listUsers: jest.fn(async () => [user('u1')]),
    getUser: jest.fn(async (uid: string) => user(uid)),
    listTeams: jest.fn(async () => [
      { metadata: { uid: 't1', name: 'ops' }, spec: { userUids: ['u1'] } },
    ]),
  } satisfies InventoryApi;

  const read = async (changed?: Parameters<typeof providerConfig>[0]) => {
    const found = await readInventory(api, providerConfig(changed));
    const uids = (list: Array<{ metadata: { uid: string } }>) =>
      list.map(({ metadata }) => metadata.uid);
    return {
      projects: uids(found.projects),
      clusters: uids(found.clusters),
      profiles: uids(found.profiles),
    };
  };

  beforeEach(() => jest.clearAllMocks());

  it('reads all of it, at the instance that is configured', async () => {
    expect(await read()).toEqual({
      projects: ['p1', 'p2'],
      clusters: ['c1', 'c2', 'v1'],
      profiles: ['tenant', 'of-p1', 'of-p2'],
    });
    expect(api.listClusters).toHaveBeenCalledWith(
      expect.objectContaining({ instance: 'demo' }),
    );
  });

  it.each([
    ['by name', { include: ['p1-name'], exclude: [] }],
    ['by uid', { include: ['p1'], exclude: [] }],
    ['by exclusion', { exclude: ['p2'] }],
  ])('reads chosen projects only, %s', async (_, projects) => {
    expect(await read({ projects })).toEqual({
      projects: ['p1'],
      clusters: ['c1', 'v1'],
      profiles: ['tenant', 'of-p1'],
    });
  });

  it('leaves out the tenant’s own', async () => {
    const { profiles } = await read({ tenantScope: false });
    expect(profiles).toEqual(['of-p1', 'of-p2']);
  });

  it.each([
    ['env:prod', ['c1']],
    ['gpu', ['c1']],
    ['env', []],
  ])('reads clusters with the tag %s', async (tag, wanted) => {
    const tags = { include: [tag], exclude: [] };
    expect((await read({ tags })).clusters).toEqual(wanted);
  });

  it('reads clusters without a tag', async () => {
    const tags = { exclude: ['env:prod'] };
    expect((await read({ tags })).clusters).toEqual(['c2', 'v1']);
  });

  it('leaves out what is being deleted', async () => {
    api.listClusters.mockResolvedValueOnce([
      { ...cluster('c1', 'p1'), status: { state: 'Deleting' } },
    ]);
    expect((await read()).clusters).toEqual(['v1']);
  });

  it('asks for nothing of what is switched off', async () => {
    expect(await read({ kinds: new Set(['clusters']) })).toEqual({
      projects: [],
      clusters: ['c1', 'c2', 'v1'],
      profiles: [],
    });
    expect(api.searchProfiles).not.toHaveBeenCalled();
    expect(api.listClusterGroups).not.toHaveBeenCalled();
  });

  it('asks for people only where they are wanted', async () => {
    const people = async (kinds: Kind[]) => {
      const { users, teams } = await readInventory(
        api,
        providerConfig({ kinds: new Set(kinds) }),
      );
      return [users.length, teams.length];
    };
    expect(await people(['clusters'])).toEqual([0, 0]);
    expect(api.listUsers).not.toHaveBeenCalled();
    expect(await people(['users'])).toEqual([1, 0]);
    const { users } = await readInventory(
      api,
      providerConfig({
        kinds: new Set(['users']),
        users: { exclude: ['u1@acme.example'] },
      }),
    );
    expect(users).toEqual([]);
    // Without them it could not be told who is in a team.
    expect(await people(['teams'])).toEqual([1, 1]);
  });

  it('fails as a whole where a part can’t be read, and names the right', async () => {
    api.listClusterGroups.mockRejectedValueOnce(new Error('Request failed'));
    await expect(read()).rejects.toThrow(
      "Palette's clusterGroups can't be read (its right 'clusterGroup.list')",
    );
  });

  it('says what the spectrocloud plugin said', async () => {
    const refused = Object.assign(new Error('Request failed with 403'), {
      name: 'ResponseError',
      cause: new Error('spectrocloud.serviceTokenFor has to name the plugin'),
    });
    api.getMe.mockRejectedValueOnce(refused);
    await expect(read()).rejects.toThrow(
      "Palette can't be read; caused by Error: spectrocloud.serviceTokenFor has to name the plugin",
    );
  });
});
