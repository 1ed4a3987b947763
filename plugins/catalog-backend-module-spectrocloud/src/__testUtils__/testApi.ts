import type {
  PaletteTeam,
  PaletteUser,
  Project,
  VirtualClusterSummary,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { InventoryApi } from '../inventory/readInventory';

/** A user whose e-mail address is of their uid. */
export const testUser = (uid: string, teams: string[] = []): PaletteUser => ({
  metadata: { uid, name: uid },
  spec: {
    email: `${uid}@acme.example`,
    firstName: uid,
    teams: teams.map(team => ({ uid: team, name: `name of ${team}` })),
  },
  status: {},
});

/** A cluster of the project `p1`. */
export const testCluster = (
  uid: string,
  more: Partial<VirtualClusterSummary> = {},
): VirtualClusterSummary => ({
  metadata: { uid, name: uid },
  spec: { projectUid: 'p1', cloudType: 'aws' },
  status: { state: 'Running' },
  ...more,
});

/** What a small Palette answers; what it has may be changed. */
export function testApi() {
  const has = {
    projects: [{ metadata: { uid: 'p1', name: 'Payments' } }] as Project[],
    clusters: [testCluster('c1')],
    virtualClusters: [] as VirtualClusterSummary[],
    users: [] as PaletteUser[],
    teams: [] as PaletteTeam[],
  };
  const api = {
    getMe: jest.fn(async () => ({
      instance: 'demo',
      name: 'catalog',
      userUid: 'service',
      tenantUid: 't1',
      tenantPermissions: [],
      projectPermissions: {},
      session: { environment: 'development' },
    })),
    listProjects: jest.fn(async () => has.projects),
    listClusters: jest.fn(async () => has.clusters),
    listVirtualClusters: jest.fn(async () => has.virtualClusters),
    listClusterGroups: jest.fn(async () => []),
    searchProfiles: jest.fn(async () => []),
    listUsers: jest.fn(async () => has.users),
    listTeams: jest.fn(async () => has.teams),
    getUser: jest.fn(async (uid: string) => {
      const user = has.users.find(({ metadata }) => metadata.uid === uid);
      if (!user) throw new Error('Palette did not find what was requested');
      return user;
    }),
  } satisfies InventoryApi;
  return { has, api };
}
