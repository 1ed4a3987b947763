import * as fixtures from '../__fixtures__/palette';
import type { FakePalette } from './FakePalette';

/** A route with everything that a test needs to call it. */
export interface RouteCase {
  operation: string;
  method: 'get' | 'post';
  path: string;
  body?: object;
  /** The same route with something wrong, and what the 400 has to name. */
  bad: { path?: string; body?: object; names: string };
  /** The Palette endpoint that the answer comes from. */
  endpoint: string;
  /** A creation: Palette's 4xx are findings. */
  creation?: boolean;
  /** Skips those Palette statuses that mean something special here. */
  notFoundIsEmpty?: boolean;
}

const SCOPE = 'projectUid=project-1';
/** A project whose clusters have no Kubernetes API yet, so that nothing is read behind the answer. */
const NEW_PROJECT = 'project-9';
const NOTHING_TO_READ = `projectUid=${NEW_PROJECT}`;
const BAD_PROJECT = 'projectUid=..%2Fx';
const badQuery = (path: string) => ({
  path: `${path}?${BAD_PROJECT}`,
  names: 'query.projectUid',
});

export const newCluster = {
  cloudType: 'eks',
  metadata: { name: 'new-cluster' },
  spec: {
    cloudAccountUid: 'account-1',
    cloudConfig: { region: 'eu-west-1' },
    machinepoolconfig: [{ cloudConfig: { instanceType: 't3.large' } }],
  },
};

export const newVirtualCluster = {
  metadata: { name: 'new-virtual' },
  spec: {
    clusterConfig: { hostClusterConfig: { clusterGroup: { uid: 'group-1' } } },
  },
};

function get(
  operation: string,
  path: string,
  endpoint: string,
  bad: RouteCase['bad'] = badQuery(path),
): RouteCase {
  return {
    operation,
    method: 'get',
    path: `${path}${path.includes('?') ? '&' : '?'}${SCOPE}`,
    bad,
    endpoint,
  };
}

const badUid = (path: string) => ({ path, names: 'path.uid' });

const PROFILE_CHANGE = {
  profiles: [{ uid: 'profile-2', replaces: 'profile-1' }],
};

/** A change of cluster-1, with a field of its body that is wrong. */
function change(
  operation: string,
  path: string,
  endpoint: string,
  bodies: { good: object; bad: object; names: string },
): RouteCase {
  return {
    operation,
    method: 'post',
    path: `/clusters/cluster-1/${path}?${SCOPE}`,
    body: bodies.good,
    bad: { body: bodies.bad, names: bodies.names },
    endpoint,
    creation: true,
  };
}

const changeCases = [
  change('deleteCluster', 'delete', 'DELETE /v1/spectroclusters/*', {
    good: { name: 'prod', reason: 'No longer needed' },
    bad: { name: 'prod', reason: 'two\nlines' },
    names: 'body.reason',
  }),
  change('forceDeleteCluster', 'force-delete', 'DELETE /v1/spectroclusters/*', {
    good: { name: 'prod', reason: 'Its cloud is gone' },
    bad: { name: 'prod' },
    names: 'body.reason',
  }),
  change(
    'changeClusterProfiles',
    'profiles',
    'PATCH /v1/spectroclusters/*/profiles',
    {
      good: PROFILE_CHANGE,
      bad: { profiles: [{ uid: '../x' }] },
      names: 'body.profiles.0.uid',
    },
  ),
  change(
    'validateClusterProfiles',
    'profiles/validate',
    'POST /v1/spectroclusters/*/validate/packs',
    { good: PROFILE_CHANGE, bad: { profiles: [] }, names: 'body.profiles' },
  ),
  change(
    'removeClusterProfile',
    'profiles/remove',
    'DELETE /v1/spectroclusters/*/profiles',
    {
      good: { profileUid: 'profile-1', name: 'eks-base' },
      bad: { profileUid: '../x', name: 'eks-base' },
      names: 'body.profileUid',
    },
  ),
  change(
    'changeClusterVariables',
    'variables',
    'PATCH /v1/spectroclusters/*/variables',
    {
      good: {
        profiles: [
          {
            profileUid: 'profile-1',
            variables: [{ name: 'region', value: 'eu-west-1' }],
          },
        ],
      },
      bad: { profiles: [{ profileUid: 'profile-1', variables: [{}] }] },
      names: 'body.profiles.0.variables.0.name',
    },
  ),
  change(
    'approveClusterRepave',
    'repave/approve',
    'PATCH /v1/spectroclusters/*/repave/approve',
    { good: {}, bad: { reason: '' }, names: 'body.reason' },
  ),
  {
    ...change(
      'changeClusterLifecycle',
      'lifecycle',
      'PATCH /v1/spectroclusters/*/clusterConfig/lifecycleConfig',
      { good: { pause: true }, bad: { pause: 'yes' }, names: 'body.pause' },
    ),
    path: `/clusters/virtual-1/lifecycle?${SCOPE}`,
  },
  change(
    'resizeNodePool',
    'nodepools',
    'PUT /v1/cloudconfigs/eks/*/machinePools/*',
    {
      good: { pool: 'worker-pool', size: 2 },
      bad: { pool: 'worker-pool', size: 2, minSize: 3, maxSize: 1 },
      names: 'body.minSize',
    },
  ),
  change(
    'changeClusterMetadata',
    'metadata',
    'PATCH /v1/spectroclusters/*/metadata',
    {
      good: { labels: { team: 'a' } },
      bad: { name: 'Not A Name' },
      names: 'body.name',
    },
  ),
];

const LOGS = '/clusters/cluster-1/logs/logs-1';

const logCases = [
  change(
    'orderClusterLogs',
    'logs',
    'POST /v1/spectroclusters/*/features/logFetcher',
    {
      good: { lines: 500, namespaces: ['kube-system'] },
      bad: { namespaces: ['Not A Name'] },
      names: 'body.namespaces.0',
    },
  ),
  get(
    'downloadClusterLogs',
    `${LOGS}/download`,
    'GET /v1/spectroclusters/features/logFetcher/*/download',
    badQuery(`${LOGS}/download`),
  ),
  get(
    'getClusterLogsProgress',
    LOGS,
    'GET /v1/spectroclusters/*/features/logFetcher',
    { path: '/clusters/cluster-1/logs/..%2f..', names: 'path.orderUid' },
  ),
];

export const routeCases: RouteCase[] = [
  get('getMe', '/users/me', 'GET /v1/users/me'),
  get('getMyVisibility', '/users/me/visibility', 'GET /v1/users/me'),
  get(
    'listMyProjects',
    '/users/me/projects',
    'GET /v1/dashboard/projects/metadata',
  ),
  get('listProjects', '/projects', 'POST /v1/dashboard/projects'),
  get('listUsers', '/users', 'POST /v1/users/summary'),
  get(
    'getUser',
    '/users/palette-dana',
    'GET /v1/users/palette-dana',
    badUid('/users/a%20b'),
  ),
  get('listTeams', '/teams', 'POST /v1/teams/summary'),
  get(
    'listPlacementOptions',
    '/cloudaccounts/eks/account-1/placement/regions',
    'GET /v1/clouds/aws/regions',
    {
      path: '/cloudaccounts/eks/account-1/placement/zones',
      names: 'query.region',
    },
  ),
  {
    operation: 'estimateCluster',
    method: 'post',
    path: `/clusters/rate?${SCOPE}`,
    body: newCluster,
    bad: {
      path: '/clusters/rate',
      body: newCluster,
      names: 'query.projectUid',
    },
    endpoint: 'POST /v1/spectroclusters/eks/rate',
    creation: true,
  },
  get('listSshKeys', '/users/sshkeys', 'GET /v1/users/assets/sshkeys'),
  get('listClusters', '/clusters', 'POST /v1/dashboard/spectroclusters/search'),
  get(
    'listClusterMeta',
    '/clusters/meta',
    'GET /v1/dashboard/spectroclusters/meta',
  ),
  get(
    'getClusterState',
    '/clusters/cluster-1/state',
    'GET /v1/spectroclusters/*',
    badUid('/clusters/a%20b/state'),
  ),
  get(
    'getCluster',
    '/clusters/cluster-1',
    'GET /v1/dashboard/spectroclusters/*',
    badUid('/clusters/..%2f..'),
  ),
  get(
    'listClusterEvents',
    '/clusters/cluster-1/events',
    'GET /v1/events/components/spectrocluster/*',
    badUid('/clusters/a%20b/events'),
  ),
  get(
    'listClusterNodePools',
    '/clusters/cluster-1/nodepools',
    'GET /v1/cloudconfigs/eks/*',
    badUid('/clusters/a%20b/nodepools'),
  ),
  get(
    'listClusterMetrics',
    '/clusters/cluster-1/metrics',
    'GET /v1/metrics/spectrocluster/*/values',
    { path: '/clusters/cluster-1/metrics?hours=0', names: 'query.hours' },
  ),
  get(
    'getClusterCost',
    '/clusters/cluster-1/cost',
    'GET /v1/dashboard/spectroclusters/*/cost',
    badUid('/clusters/a%20b/cost'),
  ),
  get(
    'listClusterNamespaces',
    '/clusters/cluster-1/namespaces',
    'GET /v1/spectroclusters/*/config/namespaces',
    badUid('/clusters/a%20b/namespaces'),
  ),
  get(
    'listClusterRoleBindings',
    '/clusters/cluster-1/rolebindings',
    'GET /v1/spectroclusters/*/config/rbacs',
    badUid('/clusters/a%20b/rolebindings'),
  ),
  get(
    'getClusterImportManifest',
    '/clusters/cluster-1/importmanifest',
    'GET /v1/spectroclusters/*/import/manifest',
    badUid('/clusters/a%20b/importmanifest'),
  ),
  get('listNotifications', '/notifications', 'GET /v1/notifications/'),
  get(
    'listClusterNotifications',
    '/clusters/cluster-1/notifications',
    'GET /v1/notifications/spectrocluster/*',
    badUid('/clusters/a%20b/notifications'),
  ),
  get(
    'exportProfile',
    '/profiles/profile-1/export',
    'GET /v1/clusterprofiles/*/export',
    { path: '/profiles/profile-1/export?format=xml', names: 'query.format' },
  ),
  get(
    'listClusterWorkloads',
    '/clusters/cluster-1/workloads',
    'POST /v1/dashboard/spectroclusters/*/workloads',
    badUid('/clusters/a%20b/workloads'),
  ),
  get(
    'getClusterOidc',
    '/clusters/cluster-1/oidc',
    'GET /v1/spectroclusters/*/oidc',
    badUid('/clusters/a%20b/oidc'),
  ),
  get(
    'getClusterRepave',
    '/clusters/cluster-1/repave',
    'GET /v1/spectroclusters/*/repave/status',
    badUid('/clusters/a%20b/repave'),
  ),
  get(
    'listClusterCertificates',
    '/clusters/cluster-1/certificates',
    'GET /v1/spectroclusters/*/k8certificates',
    badUid('/clusters/a%20b/certificates'),
  ),
  get(
    'listProfileUpdates',
    '/clusters/cluster-1/updates',
    'GET /v1/spectroclusters/*/profileUpdates',
    badUid('/clusters/a%20b/updates'),
  ),
  get(
    'getClusterBackup',
    '/clusters/cluster-1/backup',
    'GET /v1/spectroclusters/*/features/backup',
    badUid('/clusters/a%20b/backup'),
  ),
  get(
    'listClusterScans',
    '/clusters/cluster-1/scans',
    'GET /v1/spectroclusters/*/features/complianceScan',
    badUid('/clusters/a%20b/scans'),
  ),
  get(
    'listClusterProfiles',
    '/clusters/cluster-1/profiles',
    'GET /v1/spectroclusters/*/profiles',
    badUid('/clusters/%00/profiles'),
  ),
  get(
    'getPackManifest',
    '/clusters/cluster-1/pack/manifests/manifest-1',
    'GET /v1/spectroclusters/*/pack/manifests/*',
    {
      path: '/clusters/cluster-1/pack/manifests/..%2f',
      names: 'path.manifestUid',
    },
  ),
  get(
    'getKubeconfig',
    '/clusters/cluster-1/kubeconfig',
    'GET /v1/spectroclusters/*/assets/kubeconfigclient',
    { path: '/clusters/cluster-1/kubeconfig?kind=root', names: 'query.kind' },
  ),
  get(
    'getVirtualKubeconfig',
    '/virtualclusters/virtual-1/kubeconfig',
    'GET /v1/spectroclusters/*/assets/kubeconfigclient',
    {
      path: '/virtualclusters/virtual-1/kubeconfig?kind=root',
      names: 'query.kind',
    },
  ),
  {
    operation: 'listKubernetesClusters',
    method: 'get',
    path: `/kubernetes/clusters?${NOTHING_TO_READ}`,
    bad: badQuery('/kubernetes/clusters'),
    endpoint: 'POST /v1/dashboard/spectroclusters/search',
  },
  {
    operation: 'rereadKubernetesCluster',
    method: 'post',
    path: `/kubernetes/clusters/cluster-1/reread?${NOTHING_TO_READ}`,
    bad: {
      path: `/kubernetes/clusters/a%20b/reread?${SCOPE}`,
      names: 'path.uid',
    },
    endpoint: 'POST /v1/dashboard/spectroclusters/search',
  },
  get(
    'listVirtualClusters',
    '/virtualclusters',
    'POST /v1/dashboard/spectroclusters/search',
  ),
  get(
    'getVirtualCluster',
    '/virtualclusters/virtual-1',
    'GET /v1/dashboard/spectroclusters/*',
    badUid('/virtualclusters/-x'),
  ),
  get(
    'listClusterGroups',
    '/clustergroups',
    'GET /v1/clustergroups/hostCluster',
  ),
  get(
    'getClusterGroup',
    '/clustergroups/group-1',
    'GET /v1/clustergroups/*',
    badUid('/clustergroups/a.b'),
  ),
  {
    operation: 'searchProfiles',
    method: 'post',
    path: `/profiles/search?${SCOPE}`,
    body: { name: 'eks', types: ['cluster'] },
    bad: {
      path: '/profiles/search',
      body: { types: ['x'] },
      names: 'body.types.0',
    },
    endpoint: 'POST /v1/dashboard/clusterprofiles',
  },
  get(
    'listProjectProfiles',
    '/projects/project-1/profiles',
    'POST /v1/dashboard/clusterprofiles',
    badUid('/projects/a%2Fb/profiles'),
  ),
  get(
    'getProfile',
    '/profiles/profile-1',
    'GET /v1/clusterprofiles/*',
    badUid('/profiles/a%3Fb'),
  ),
  get(
    'listProfilePacks',
    '/profiles/profile-1/packs',
    'GET /v1/clusterprofiles/*/packs',
    badUid('/profiles/a%23b/packs'),
  ),
  get(
    'listProfileVariables',
    '/profiles/profile-1/variables',
    'GET /v1/clusterprofiles/*/variables',
    badUid('/profiles/é/variables'),
  ),
  get(
    'listCloudAccounts',
    '/cloudaccounts/eks',
    'GET /v1/dashboard/cloudaccounts/metadata',
    { path: '/cloudaccounts/E%2FKS', names: 'path.cloudType' },
  ),
  get(
    'getCloudAccount',
    '/cloudaccounts/aws/account-1',
    'GET /v1/dashboard/cloudaccounts/metadata',
    badUid('/cloudaccounts/aws/a;b'),
  ),
  get(
    'listVsphereDatacenters',
    '/cloudaccounts/vsphere/account-2/metadata',
    'GET /v1/cloudaccounts/vsphere/*/properties/datacenters',
    badUid('/cloudaccounts/vsphere/$/metadata'),
  ),
  get(
    'getVsphereResources',
    '/cloudaccounts/vsphere/account-2/computecluster/resources?datacenter=north&computecluster=cc1',
    'GET /v1/cloudaccounts/vsphere/*/properties/computecluster/resources',
    {
      path: '/cloudaccounts/vsphere/account-2/computecluster/resources?datacenter=north',
      names: 'query.computecluster',
    },
  ),
  get('listOverlords', '/overlords', 'GET /v1/overlords'),
  get(
    'listIpPools',
    '/overlords/vsphere/overlord-1/pools',
    'GET /v1/overlords/vsphere/*/pools',
    badUid('/overlords/vsphere/@/pools'),
  ),
  {
    operation: 'createCluster',
    method: 'post',
    path: `/clusters?${SCOPE}`,
    body: newCluster,
    bad: {
      path: `/clusters?${SCOPE}`,
      body: { ...newCluster, spec: { ...newCluster.spec, cloudConfig: {} } },
      names: 'body.spec.cloudConfig.region',
    },
    endpoint: 'POST /v1/spectroclusters/eks',
    creation: true,
  },
  {
    operation: 'validateCluster',
    method: 'post',
    path: `/clusters/validate?${SCOPE}`,
    body: newCluster,
    bad: {
      path: '/clusters/validate',
      body: newCluster,
      names: 'query.projectUid',
    },
    endpoint: 'POST /v1/spectroclusters/eks/validate',
    creation: true,
  },
  {
    operation: 'createVirtualCluster',
    method: 'post',
    path: `/virtualclusters?${SCOPE}`,
    body: newVirtualCluster,
    bad: {
      path: `/virtualclusters?${SCOPE}`,
      body: { ...newVirtualCluster, metadata: { name: 'Not A Name' } },
      names: 'body.metadata.name',
    },
    endpoint: 'POST /v1/spectroclusters/virtual',
    creation: true,
  },
  ...changeCases,
  ...logCases,
  get(
    'listClusterVariables',
    '/clusters/cluster-1/variables',
    'GET /v1/spectroclusters/*/variables',
    badUid('/clusters/a%20b/variables'),
  ),
];

function newClusters() {
  const list = structuredClone(fixtures.clusterSearch);
  for (const { status } of list.items) status.state = 'Provisioning';
  return list;
}

/** A Palette where everything works. */
export function answerAll(palette: FakePalette): void {
  palette
    .on('GET /v1/users/me', { body: fixtures.userMe })
    .on('GET /v1/users/info', { body: fixtures.userInfo })
    .on('GET /v1/users/palette-dana', { body: fixtures.user })
    .on('POST /v1/users/summary', { body: fixtures.userSummaries })
    .on('POST /v1/teams/summary', { body: fixtures.teamSummaries })
    .on('GET /v1/teams', { body: fixtures.teams })
    .on('GET /v1/dashboard/projects/metadata', {
      body: fixtures.projectsMetadata,
    })
    .on('POST /v1/dashboard/projects', { body: fixtures.projects })
    .on('GET /v1/users/assets/sshkeys', { body: fixtures.sshKeys })
    .on('POST /v1/dashboard/spectroclusters/search', ({ headers }) => ({
      body:
        headers.projectuid === NEW_PROJECT
          ? newClusters()
          : fixtures.clusterSearch,
    }))
    .on('GET /v1/dashboard/spectroclusters/*', ({ path }) => ({
      body: path.endsWith('virtual-1')
        ? fixtures.virtualOverview
        : fixtures.clusterOverview,
    }))
    .on('GET /v1/dashboard/spectroclusters/meta', {
      body: fixtures.clusterMeta,
    })
    .on('GET /v1/events/components/spectrocluster/*', { body: fixtures.events })
    .on('GET /v1/spectroclusters/*', ({ path }) => ({
      body: path.endsWith('virtual-1')
        ? fixtures.wholeVirtualCluster
        : fixtures.wholeCluster,
    }))
    .on('GET /v1/cloudconfigs/eks/*', { body: fixtures.cloudConfig })
    .on('GET /v1/cloudconfigs/eks/*/machinePools/*/machines', {
      body: fixtures.machines,
    })
    .on('GET /v1/metrics/spectrocluster/*/values', { body: fixtures.metrics })
    .on('GET /v1/dashboard/spectroclusters/*/cost', {
      body: fixtures.clusterCost,
    })
    .on('POST /v1/dashboard/spectroclusters/*/workloads', {
      body: fixtures.workloads,
    })
    .on('GET /v1/spectroclusters/*/oidc', { body: fixtures.clusterOidc })
    .on('GET /v1/spectroclusters/*/repave/status', { body: fixtures.repave })
    .on('GET /v1/spectroclusters/*/k8certificates', {
      body: fixtures.certificates,
    })
    .on('GET /v1/spectroclusters/*/profileUpdates', {
      body: fixtures.profileUpdates,
    })
    .on('GET /v1/spectroclusters/*/features/backup', { body: fixtures.backup })
    .on('GET /v1/spectroclusters/*/features/complianceScan', {
      body: fixtures.complianceScan,
    })
    .on('GET /v1/spectroclusters/*/features/complianceScan/logs/drivers', {
      body: fixtures.complianceScanLogs,
    })
    .on('GET /v1/spectroclusters/*/config/namespaces', {
      body: fixtures.namespaces,
    })
    .on('GET /v1/spectroclusters/*/config/rbacs', { body: fixtures.rbacs })
    .on('GET /v1/spectroclusters/*/import/manifest', {
      body: fixtures.importManifest,
    })
    .on('GET /v1/notifications/', { body: fixtures.notifications })
    .on('GET /v1/notifications/spectrocluster/*', {
      body: fixtures.notifications,
    })
    .on('GET /v1/spectroclusters/*/profiles', {
      body: fixtures.clusterProfilesOfCluster,
    })
    .on('GET /v1/spectroclusters/*/pack/manifests/*', {
      body: fixtures.packManifest,
    })
    .on('GET /v1/spectroclusters/*/assets/kubeconfigclient', {
      body: fixtures.kubeconfig,
    })
    .on('GET /v1/spectroclusters/*/assets/adminKubeconfig', {
      body: fixtures.adminKubeconfig,
    })
    .on('GET /v1/spectroclusters/*/oidc', { body: fixtures.clusterOidc })
    .on('GET /v1/clustergroups/*', { body: fixtures.clusterGroup })
    .on('GET /v1/clustergroups/hostCluster', { body: fixtures.clusterGroups })
    .on('POST /v1/dashboard/clusterprofiles', { body: fixtures.profileSearch })
    .on('GET /v1/clusterprofiles/*', { body: fixtures.profile })
    .on('GET /v1/clusterprofiles/*/packs', { body: fixtures.profilePacks })
    .on('GET /v1/clusterprofiles/*/variables', {
      body: fixtures.profileVariables,
    })
    .on('GET /v1/clusterprofiles/*/export', { body: fixtures.exportedProfile })
    .on('GET /v1/clusterprofiles/*/export/terraform', {
      body: 'resource "spectrocloud_cluster_profile" "profile" {}',
    })
    .on('GET /v1/dashboard/cloudaccounts/metadata', {
      body: fixtures.cloudAccounts,
    })
    .on('GET /v1/cloudaccounts/vsphere/*/properties/datacenters', {
      body: fixtures.vsphereDatacenters,
    })
    .on('GET /v1/cloudaccounts/vsphere/*/properties/computecluster/resources', {
      body: fixtures.vsphereResources,
    })
    .on('GET /v1/clouds/aws/regions', { body: fixtures.awsRegions })
    .on('POST /v1/spectroclusters/*/rate', { body: fixtures.clusterRate })
    .on('GET /v1/overlords', { body: fixtures.overlords })
    .on('GET /v1/overlords/vsphere/*/pools', { body: fixtures.ipPools })
    .on('POST /v1/spectroclusters/*', { status: 201, body: fixtures.created })
    .on('POST /v1/spectroclusters/*/validate', { body: fixtures.validationOk })
    .on('DELETE /v1/spectroclusters/*', { status: 204 })
    .on('PATCH /v1/spectroclusters/*/profiles', { status: 204 })
    .on('POST /v1/spectroclusters/*/features/logFetcher', {
      status: 201,
      body: { uid: 'logs-1' },
    })
    .on('GET /v1/spectroclusters/*/features/logFetcher', {
      body: fixtures.logFetcher,
    })
    .on('GET /v1/spectroclusters/features/logFetcher/*/download', {
      body: fixtures.logs,
    })
    .on('DELETE /v1/spectroclusters/*/profiles', { status: 204 })
    .on('PATCH /v1/spectroclusters/*/variables', { status: 204 })
    .on('PATCH /v1/spectroclusters/*/repave/approve', { status: 204 })
    .on('PATCH /v1/spectroclusters/*/clusterConfig/lifecycleConfig', {
      status: 204,
    })
    .on('PATCH /v1/spectroclusters/*/metadata', { status: 204 })
    .on('PUT /v1/cloudconfigs/eks/*/machinePools/*', { status: 204 })
    .on('GET /v1/spectroclusters/*/variables', {
      body: fixtures.clusterVariables,
    })
    .on('POST /v1/spectroclusters/*/validate/packs', {
      body: fixtures.validationOk,
    })
    .on('POST /v1/spectroclusters/*/validate/repave', {
      body: fixtures.repaveValidation,
    });
}
