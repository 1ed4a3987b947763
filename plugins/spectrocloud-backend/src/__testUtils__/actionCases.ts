import type { JsonObject } from '@backstage/types';

/** An action with everything that a test needs to invoke it. */
export interface ActionCase {
  name: string;
  input: JsonObject;
  /** The same with something wrong. */
  bad: JsonObject;
  /** The Palette endpoint without which it has no answer. */
  endpoint: string;
  permission: string;
  output: object;
  /** Whether what Palette refuses there is its answer, and no failure. */
  answersRefusals?: boolean;
}

const PROJECT = { projectUid: 'project-1' };
const CLUSTER = { uid: 'cluster-1', ...PROJECT };
const PROFILE = { uid: 'profile-1', ...PROJECT };

const SEARCH = 'POST /v1/dashboard/spectroclusters/search';
const ONE_CLUSTER = 'GET /v1/dashboard/spectroclusters/*';
const VIEW_CLUSTERS = 'spectrocloud.cluster.view-info';
const VIEW_PROFILES = 'spectrocloud.profile.view-info';

export const actionCases: ActionCase[] = [
  {
    name: 'who-am-i-at-palette',
    input: {},
    bad: { instance: 7 },
    endpoint: 'GET /v1/users/me',
    permission: VIEW_CLUSTERS,
    output: { email: 'dana@acme.example', tenantName: 'demo' },
  },
  {
    name: 'list-palette-projects',
    input: {},
    bad: { limit: 0 },
    endpoint: 'POST /v1/dashboard/projects',
    permission: VIEW_CLUSTERS,
    output: { projects: [{ uid: 'project-1', name: 'Payments' }], total: 1 },
  },
  {
    name: 'list-palette-access',
    input: { clusterUid: 'cluster-1', ...PROJECT },
    bad: { clusterUid: '../x' },
    endpoint: 'POST /v1/dashboard/projects',
    permission: VIEW_CLUSTERS,
    output: { projectUid: 'project-1', project: 'Payments' },
  },
  {
    name: 'get-palette-fleet-health',
    input: PROJECT,
    bad: { limit: 0 },
    endpoint: SEARCH,
    permission: VIEW_CLUSTERS,
    output: {
      clusters: 3,
      byState: { Running: 3 },
      troubled: [{ name: 'prod' }, { name: 'stage' }, { name: 'sandbox' }],
    },
  },
  {
    name: 'get-palette-cost-by-project',
    input: PROJECT,
    bad: { projectUid: 'a/b' },
    endpoint: SEARCH,
    permission: VIEW_CLUSTERS,
    output: { projects: [{ clusters: 2 }] },
  },
  {
    name: 'list-palette-clusters',
    input: PROJECT,
    bad: { health: 'healthy' },
    endpoint: SEARCH,
    permission: VIEW_CLUSTERS,
    output: {
      clusters: [{ uid: 'cluster-1' }, { uid: 'cluster-2' }],
      total: 2,
    },
  },
  {
    name: 'get-palette-cluster',
    input: CLUSTER,
    bad: { uid: '../../users/me' },
    endpoint: ONE_CLUSTER,
    permission: VIEW_CLUSTERS,
    output: { name: 'prod', health: 'Healthy', kubernetesVersion: '1.30.4' },
  },
  {
    name: 'diagnose-palette-cluster',
    input: CLUSTER,
    bad: { uid: '' },
    endpoint: ONE_CLUSTER,
    permission: VIEW_CLUSTERS,
    output: { name: 'prod', events: [{ reason: 'Provisioned' }] },
  },
  {
    name: 'get-palette-cluster-events',
    input: CLUSTER,
    bad: {},
    endpoint: 'GET /v1/events/components/spectrocluster/*',
    permission: VIEW_CLUSTERS,
    output: { events: [{ reason: 'Provisioned' }], total: 1 },
  },
  {
    name: 'preview-palette-upgrade',
    input: CLUSTER,
    bad: { uid: 'a b' },
    endpoint: ONE_CLUSTER,
    permission: VIEW_CLUSTERS,
    output: { name: 'prod' },
  },
  {
    name: 'list-palette-cluster-profiles',
    input: CLUSTER,
    bad: { uid: 'a b' },
    endpoint: 'GET /v1/spectroclusters/*/profiles',
    permission: VIEW_CLUSTERS,
    output: { profiles: [{ packs: [{}] }] },
  },
  {
    name: 'get-palette-pack-manifest',
    input: { ...CLUSTER, manifestUid: 'manifest-1' },
    bad: { ...CLUSTER, manifestUid: '../x' },
    endpoint: 'GET /v1/spectroclusters/*/pack/manifests/*',
    permission: 'spectrocloud.cluster.view-pack-manifests',
    output: { content: expect.any(String) },
  },
  {
    name: 'get-palette-kubeconfig-link',
    input: CLUSTER,
    bad: {},
    endpoint: ONE_CLUSTER,
    permission: 'spectrocloud.cluster.download-kubeconfig',
    output: {
      url: expect.stringMatching(
        /\/api\/spectrocloud\/clusters\/cluster-1\/kubeconfig\?instance=demo&projectUid=project-1$/,
      ),
    },
  },
  {
    name: 'list-palette-profiles',
    input: PROJECT,
    bad: { projectUid: 'a/b' },
    endpoint: 'POST /v1/dashboard/clusterprofiles',
    permission: VIEW_PROFILES,
    output: { profiles: [{ name: 'eks-base', inUseClusters: ['prod'] }] },
  },
  {
    name: 'list-palette-profile-packs',
    input: PROFILE,
    bad: { uid: 'a b' },
    endpoint: 'GET /v1/clusterprofiles/*/packs',
    permission: VIEW_PROFILES,
    output: { packs: [{ name: expect.any(String) }] },
  },
  {
    name: 'list-palette-profile-variables',
    input: PROFILE,
    bad: { uid: 'a b' },
    endpoint: 'GET /v1/clusterprofiles/*/variables',
    permission: VIEW_PROFILES,
    output: { variables: expect.any(Array) },
  },
  {
    name: 'list-palette-profile-clusters',
    input: PROFILE,
    bad: { uid: 'a b' },
    endpoint: 'GET /v1/clusterprofiles/profile-1',
    permission: 'spectrocloud.profile.view-clusters',
    output: { clusters: expect.any(Array) },
  },
  {
    name: 'list-palette-cluster-groups',
    input: PROJECT,
    bad: { limit: 1000 },
    endpoint: 'GET /v1/clustergroups/hostCluster',
    permission: VIEW_CLUSTERS,
    output: { groups: [{ uid: 'group-1' }] },
  },
  {
    name: 'get-palette-cluster-group',
    input: { uid: 'group-1', ...PROJECT },
    bad: { uid: 'a b' },
    endpoint: 'GET /v1/clustergroups/group-1',
    permission: VIEW_CLUSTERS,
    output: { uid: 'group-1' },
  },
  {
    name: 'list-palette-cloud-accounts',
    input: { cloud: 'aws', ...PROJECT },
    bad: { cloud: '../x' },
    endpoint: 'GET /v1/dashboard/cloudaccounts/metadata',
    permission: 'spectrocloud.cluster.create',
    output: { accounts: [{ name: 'aws-prod' }, { name: 'aws-stage' }] },
  },
];
