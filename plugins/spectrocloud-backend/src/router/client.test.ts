import {
  SpectroCloudClient,
  type SpectroCloudApi,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  answerAll,
  newCluster,
  newVirtualCluster,
} from '../__testUtils__/routeCases';
import {
  DANA,
  startTestApi,
  type TestApi,
} from '../__testUtils__/startTestApi';
import { routes } from './routes';

const scope = { projectUid: 'project-1' };
const PROFILE_CHANGE = { profiles: [{ uid: 'profile-2' }] };
const creation = { ...newCluster, cloudType: 'eks' as const };

/** A call of every method. */
const calls: Record<
  keyof SpectroCloudApi,
  (client: SpectroCloudApi) => Promise<unknown>
> = {
  getMe: client => client.getMe(),
  getMyVisibility: client => client.getMyVisibility(),
  listMyProjects: client => client.listMyProjects(),
  listProjects: client => client.listProjects(),
  listClusters: client => client.listClusters(scope),
  listClusterMeta: client => client.listClusterMeta(scope),
  getClusterState: client => client.getClusterState('cluster-1', scope),
  getCluster: client => client.getCluster('cluster-1', scope),
  listClusterEvents: client => client.listClusterEvents('cluster-1', scope),
  listClusterNodePools: client =>
    client.listClusterNodePools('cluster-1', scope),
  listClusterMetrics: client =>
    client.listClusterMetrics('cluster-1', { ...scope, hours: 6 }),
  getClusterCost: client => client.getClusterCost('cluster-1', scope),
  listClusterWorkloads: client =>
    client.listClusterWorkloads('cluster-1', scope),
  getClusterRepave: client => client.getClusterRepave('cluster-1', scope),
  listClusterCertificates: client =>
    client.listClusterCertificates('cluster-1', scope),
  listProfileUpdates: client => client.listProfileUpdates('cluster-1', scope),
  getClusterBackup: client => client.getClusterBackup('cluster-1', scope),
  listClusterScans: client => client.listClusterScans('cluster-1', scope),
  listClusterNamespaces: client =>
    client.listClusterNamespaces('cluster-1', scope),
  listClusterRoleBindings: client =>
    client.listClusterRoleBindings('cluster-1', scope),
  getClusterImportManifest: client =>
    client.getClusterImportManifest('cluster-1', scope),
  listNotifications: client => client.listNotifications(scope),
  listClusterNotifications: client =>
    client.listClusterNotifications('cluster-1', scope),
  exportProfile: client =>
    client.exportProfile('profile-1', { ...scope, format: 'yaml' }),
  getClusterOidc: client => client.getClusterOidc('cluster-1', scope),
  listClusterProfiles: client => client.listClusterProfiles('cluster-1', scope),
  getPackManifest: client =>
    client.getPackManifest('cluster-1', 'manifest-1', scope),
  getKubeconfig: client => client.getKubeconfig('cluster-1', scope),
  listKubernetesClusters: client => client.listKubernetesClusters(scope),
  rereadKubernetesCluster: client =>
    client.rereadKubernetesCluster('cluster-1', scope),
  listVirtualClusters: client => client.listVirtualClusters(scope),
  getVirtualCluster: client => client.getVirtualCluster('virtual-1', scope),
  getVirtualKubeconfig: client =>
    client.getVirtualKubeconfig('virtual-1', scope),
  listPlacementOptions: client =>
    client.listPlacementOptions(
      { cloudType: 'eks', uid: 'account-1' },
      'regions',
      {},
      scope,
    ),
  estimateCluster: client => client.estimateCluster(creation, scope),
  listClusterGroups: client => client.listClusterGroups(scope),
  getClusterGroup: client => client.getClusterGroup('group-1', scope),
  searchProfiles: client => client.searchProfiles({ name: 'eks' }, scope),
  listProjectProfiles: client => client.listProjectProfiles('project-1'),
  getProfile: client => client.getProfile('profile-1', scope),
  listProfilePacks: client => client.listProfilePacks('profile-1', scope),
  listProfileVariables: client =>
    client.listProfileVariables('profile-1', scope),
  listCloudAccounts: client => client.listCloudAccounts('eks', scope),
  getCloudAccount: client => client.getCloudAccount('aws', 'account-1', scope),
  listVsphereDatacenters: client =>
    client.listVsphereDatacenters('account-2', scope),
  getVsphereResources: client =>
    client.getVsphereResources(
      'account-2',
      { datacenter: 'north', computeCluster: 'cc1' },
      scope,
    ),
  listUsers: client => client.listUsers(),
  getUser: client => client.getUser('palette-dana'),
  listTeams: client => client.listTeams(),
  listSshKeys: client => client.listSshKeys(scope),
  listOverlords: client => client.listOverlords(scope),
  listIpPools: client => client.listIpPools('overlord-1', scope),
  createCluster: client => client.createCluster(creation, scope),
  validateCluster: client => client.validateCluster(creation, scope),
  createVirtualCluster: client =>
    client.createVirtualCluster(newVirtualCluster, scope),
  deleteCluster: client =>
    client.deleteCluster('cluster-1', { name: 'prod' }, scope),
  forceDeleteCluster: client =>
    client.forceDeleteCluster(
      'cluster-1',
      { name: 'prod', reason: 'Its cloud is gone' },
      scope,
    ),
  changeClusterProfiles: client =>
    client.changeClusterProfiles('cluster-1', PROFILE_CHANGE, scope),
  validateClusterProfiles: client =>
    client.validateClusterProfiles('cluster-1', PROFILE_CHANGE, scope),
  removeClusterProfile: client =>
    client.removeClusterProfile(
      'cluster-1',
      { profileUid: 'profile-1', name: 'eks-base' },
      scope,
    ),
  orderClusterLogs: client => client.orderClusterLogs('cluster-1', {}, scope),
  getClusterLogsProgress: client =>
    client.getClusterLogsProgress('cluster-1', 'logs-1', scope),
  downloadClusterLogs: client =>
    client.downloadClusterLogs('cluster-1', 'logs-1', scope),
  approveClusterRepave: client =>
    client.approveClusterRepave('cluster-1', {}, scope),
  changeClusterLifecycle: client =>
    client.changeClusterLifecycle('virtual-1', { pause: true }, scope),
  resizeNodePool: client =>
    client.resizeNodePool('cluster-1', { pool: 'worker-pool', size: 2 }, scope),
  changeClusterMetadata: client =>
    client.changeClusterMetadata('cluster-1', { name: 'prod-2' }, scope),
  listClusterVariables: client =>
    client.listClusterVariables('cluster-1', scope),
  changeClusterVariables: client =>
    client.changeClusterVariables(
      'cluster-1',
      {
        profiles: [
          {
            profileUid: 'profile-1',
            variables: [{ name: 'region', value: 'eu-west-1' }],
          },
        ],
      },
      scope,
    ),
};

describe('the typed client against the routes', () => {
  let api: TestApi;
  let client: SpectroCloudApi;

  beforeAll(async () => {
    api = await startTestApi();
    api.tokens.signIn(DANA);
    answerAll(api.palette);
    client = SpectroCloudClient.create({
      discoveryApi: {
        getBaseUrl: async pluginId =>
          `http://127.0.0.1:${api.address().port}/api/${pluginId}`,
      },
      fetchApi: {
        fetch: (input, init) =>
          fetch(input, {
            ...init,
            headers: {
              ...(init?.headers as Record<string, string>),
              authorization: mockCredentials.user.header(DANA),
            },
          }),
      },
    });
  });

  afterAll(() => api.stop());

  it('has a method for every route', () => {
    expect(Object.keys(calls).sort()).toEqual(
      routes.map(({ operation }) => operation).sort(),
    );
  });

  it.each(Object.entries(calls))('%s', async (_name, call) => {
    const result = await call(client);
    expect(result).toBeDefined();
    // Every list of the fixtures has something in it.
    expect(result).not.toEqual([]);
  });
});
