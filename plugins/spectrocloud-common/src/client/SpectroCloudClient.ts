import {
  apiPath,
  ApiRequester,
  type SpectroCloudClientOptions,
} from './ApiRequester';
import { type Kubeconfig, readKubeconfig } from './kubeconfig';
import type {
  ApiOptions,
  KubeconfigOptions,
  SpectroCloudApi,
} from './SpectroCloudApi';
import { toValidation } from './validation';

/**
 * Typed client of the `spectrocloud` backend plugin.
 *
 * Plain: it neither re-authenticates nor retries; wrap the `fetchApi` for that.
 * Throws `ResponseError` for every answer that is not a success.
 *
 * @public
 */
export class SpectroCloudClient implements SpectroCloudApi {
  readonly #api: ApiRequester;

  private constructor(api: ApiRequester) {
    this.#api = api;
  }

  /** Makes a client. */
  static create(options: SpectroCloudClientOptions): SpectroCloudClient {
    return new SpectroCloudClient(new ApiRequester(options));
  }

  /** {@inheritDoc SpectroCloudApi.getMe} */
  readonly getMe: SpectroCloudApi['getMe'] = options =>
    this.#api.json('/users/me', options);

  /** {@inheritDoc SpectroCloudApi.getMyVisibility} */
  readonly getMyVisibility: SpectroCloudApi['getMyVisibility'] = options =>
    this.#api.json('/users/me/visibility', options);

  /** {@inheritDoc SpectroCloudApi.listMyProjects} */
  readonly listMyProjects: SpectroCloudApi['listMyProjects'] = options =>
    this.#list('/users/me/projects', 'projects', options);

  /** {@inheritDoc SpectroCloudApi.listProjects} */
  readonly listProjects: SpectroCloudApi['listProjects'] = options =>
    this.#list('/projects', 'projects', options);

  /** {@inheritDoc SpectroCloudApi.listUsers} */
  readonly listUsers: SpectroCloudApi['listUsers'] = options =>
    this.#list('/users', 'users', options);

  /** {@inheritDoc SpectroCloudApi.getUser} */
  readonly getUser: SpectroCloudApi['getUser'] = (uid, options) =>
    this.#api.json(apiPath`/users/${uid}`, options);

  /** {@inheritDoc SpectroCloudApi.listTeams} */
  readonly listTeams: SpectroCloudApi['listTeams'] = options =>
    this.#list('/teams', 'teams', options);

  /** {@inheritDoc SpectroCloudApi.listClusters} */
  readonly listClusters: SpectroCloudApi['listClusters'] = options =>
    this.#list('/clusters', 'clusters', options);

  /** {@inheritDoc SpectroCloudApi.listClusterMeta} */
  readonly listClusterMeta: SpectroCloudApi['listClusterMeta'] = options =>
    this.#list('/clusters/meta', 'clusters', options);

  /** {@inheritDoc SpectroCloudApi.getClusterState} */
  readonly getClusterState: SpectroCloudApi['getClusterState'] = (
    uid,
    options,
  ) => this.#api.json(apiPath`/clusters/${uid}/state`, options);

  /** {@inheritDoc SpectroCloudApi.getCluster} */
  readonly getCluster: SpectroCloudApi['getCluster'] = (uid, options) =>
    this.#api.json(apiPath`/clusters/${uid}`, options);

  /** {@inheritDoc SpectroCloudApi.listClusterEvents} */
  readonly listClusterEvents: SpectroCloudApi['listClusterEvents'] = (
    uid,
    options,
  ) => this.#list(apiPath`/clusters/${uid}/events`, 'events', options);

  /** {@inheritDoc SpectroCloudApi.listClusterNodePools} */
  readonly listClusterNodePools: SpectroCloudApi['listClusterNodePools'] = (
    uid,
    options,
  ) => this.#list(apiPath`/clusters/${uid}/nodepools`, 'nodePools', options);

  /** {@inheritDoc SpectroCloudApi.listClusterMetrics} */
  readonly listClusterMetrics: SpectroCloudApi['listClusterMetrics'] = (
    uid,
    options,
  ) =>
    this.#list(apiPath`/clusters/${uid}/metrics`, 'metrics', options, {
      query: { hours: options?.hours?.toString() },
    });

  /** {@inheritDoc SpectroCloudApi.getClusterCost} */
  readonly getClusterCost: SpectroCloudApi['getClusterCost'] = (uid, options) =>
    this.#api.json(apiPath`/clusters/${uid}/cost`, options);

  /** {@inheritDoc SpectroCloudApi.listClusterWorkloads} */
  readonly listClusterWorkloads: SpectroCloudApi['listClusterWorkloads'] = (
    uid,
    options,
  ) => this.#list(apiPath`/clusters/${uid}/workloads`, 'workloads', options);

  /** {@inheritDoc SpectroCloudApi.getClusterRepave} */
  readonly getClusterRepave: SpectroCloudApi['getClusterRepave'] = (
    uid,
    options,
  ) => this.#api.json(apiPath`/clusters/${uid}/repave`, options);

  /** {@inheritDoc SpectroCloudApi.listClusterCertificates} */
  readonly listClusterCertificates: SpectroCloudApi['listClusterCertificates'] =
    (uid, options) =>
      this.#list(
        apiPath`/clusters/${uid}/certificates`,
        'certificates',
        options,
      );

  /** {@inheritDoc SpectroCloudApi.listProfileUpdates} */
  readonly listProfileUpdates: SpectroCloudApi['listProfileUpdates'] = (
    uid,
    options,
  ) => this.#list(apiPath`/clusters/${uid}/updates`, 'updates', options);

  /** {@inheritDoc SpectroCloudApi.getClusterBackup} */
  readonly getClusterBackup: SpectroCloudApi['getClusterBackup'] = (
    uid,
    options,
  ) => this.#api.json(apiPath`/clusters/${uid}/backup`, options);

  /** {@inheritDoc SpectroCloudApi.listClusterScans} */
  readonly listClusterScans: SpectroCloudApi['listClusterScans'] = (
    uid,
    options,
  ) => this.#list(apiPath`/clusters/${uid}/scans`, 'scans', options);

  /** {@inheritDoc SpectroCloudApi.getClusterOidc} */
  readonly getClusterOidc: SpectroCloudApi['getClusterOidc'] = (uid, options) =>
    this.#api.json(apiPath`/clusters/${uid}/oidc`, options);

  /** {@inheritDoc SpectroCloudApi.listClusterProfiles} */
  readonly listClusterProfiles: SpectroCloudApi['listClusterProfiles'] = (
    uid,
    options,
  ) => this.#list(apiPath`/clusters/${uid}/profiles`, 'profiles', options);

  /** {@inheritDoc SpectroCloudApi.getPackManifest} */
  readonly getPackManifest: SpectroCloudApi['getPackManifest'] = (
    clusterUid,
    manifestUid,
    options,
  ) =>
    this.#api.json(
      apiPath`/clusters/${clusterUid}/pack/manifests/${manifestUid}`,
      options,
    );

  /** {@inheritDoc SpectroCloudApi.getKubeconfig} */
  readonly getKubeconfig: SpectroCloudApi['getKubeconfig'] = (
    clusterUid,
    options,
  ) => this.#kubeconfig(apiPath`/clusters/${clusterUid}/kubeconfig`, options);

  /** {@inheritDoc SpectroCloudApi.listKubernetesClusters} */
  readonly listKubernetesClusters: SpectroCloudApi['listKubernetesClusters'] =
    options => this.#list('/kubernetes/clusters', 'clusters', options);

  /** {@inheritDoc SpectroCloudApi.rereadKubernetesCluster} */
  readonly rereadKubernetesCluster: SpectroCloudApi['rereadKubernetesCluster'] =
    (uid, options) =>
      this.#api.json(apiPath`/kubernetes/clusters/${uid}/reread`, options, {
        body: {},
      });

  /** {@inheritDoc SpectroCloudApi.listVirtualClusters} */
  readonly listVirtualClusters: SpectroCloudApi['listVirtualClusters'] =
    options => this.#list('/virtualclusters', 'virtualClusters', options);

  /** {@inheritDoc SpectroCloudApi.getVirtualCluster} */
  readonly getVirtualCluster: SpectroCloudApi['getVirtualCluster'] = (
    uid,
    options,
  ) => this.#api.json(apiPath`/virtualclusters/${uid}`, options);

  /** {@inheritDoc SpectroCloudApi.getVirtualKubeconfig} */
  readonly getVirtualKubeconfig: SpectroCloudApi['getVirtualKubeconfig'] = (
    uid,
    options,
  ) => this.#kubeconfig(apiPath`/virtualclusters/${uid}/kubeconfig`, options);

  /** {@inheritDoc SpectroCloudApi.listClusterGroups} */
  readonly listClusterGroups: SpectroCloudApi['listClusterGroups'] = options =>
    this.#list('/clustergroups', 'clusterGroups', options);

  /** {@inheritDoc SpectroCloudApi.getClusterGroup} */
  readonly getClusterGroup: SpectroCloudApi['getClusterGroup'] = (
    uid,
    options,
  ) => this.#api.json(apiPath`/clustergroups/${uid}`, options);

  /** {@inheritDoc SpectroCloudApi.searchProfiles} */
  readonly searchProfiles: SpectroCloudApi['searchProfiles'] = (
    search = {},
    options,
  ) =>
    this.#list('/profiles/search', 'profiles', options, {
      body: search,
    });

  /** {@inheritDoc SpectroCloudApi.listProjectProfiles} */
  readonly listProjectProfiles: SpectroCloudApi['listProjectProfiles'] = (
    projectUid,
    options,
  ) =>
    this.#list(apiPath`/projects/${projectUid}/profiles`, 'profiles', options);

  /** {@inheritDoc SpectroCloudApi.getProfile} */
  readonly getProfile: SpectroCloudApi['getProfile'] = (uid, options) =>
    this.#api.json(apiPath`/profiles/${uid}`, options);

  /** {@inheritDoc SpectroCloudApi.listProfilePacks} */
  readonly listProfilePacks: SpectroCloudApi['listProfilePacks'] = (
    uid,
    options,
  ) => this.#list(apiPath`/profiles/${uid}/packs`, 'packs', options);

  /** {@inheritDoc SpectroCloudApi.listProfileVariables} */
  readonly listProfileVariables: SpectroCloudApi['listProfileVariables'] = (
    uid,
    options,
  ) => this.#list(apiPath`/profiles/${uid}/variables`, 'variables', options);

  /** {@inheritDoc SpectroCloudApi.listCloudAccounts} */
  readonly listCloudAccounts: SpectroCloudApi['listCloudAccounts'] = (
    cloudType,
    options,
  ) => this.#list(apiPath`/cloudaccounts/${cloudType}`, 'accounts', options);

  /** {@inheritDoc SpectroCloudApi.getCloudAccount} */
  readonly getCloudAccount: SpectroCloudApi['getCloudAccount'] = (
    cloudType,
    uid,
    options,
  ) => this.#api.json(apiPath`/cloudaccounts/${cloudType}/${uid}`, options);

  /** {@inheritDoc SpectroCloudApi.listVsphereDatacenters} */
  readonly listVsphereDatacenters: SpectroCloudApi['listVsphereDatacenters'] = (
    accountUid,
    options,
  ) =>
    this.#list(
      apiPath`/cloudaccounts/vsphere/${accountUid}/metadata`,
      'datacenters',
      options,
    );

  /** {@inheritDoc SpectroCloudApi.getVsphereResources} */
  readonly getVsphereResources: SpectroCloudApi['getVsphereResources'] = (
    accountUid,
    place,
    options,
  ) =>
    this.#api.json(
      apiPath`/cloudaccounts/vsphere/${accountUid}/computecluster/resources`,
      options,
      {
        query: {
          datacenter: place.datacenter,
          computecluster: place.computeCluster,
        },
      },
    );

  /** {@inheritDoc SpectroCloudApi.listSshKeys} */
  readonly listSshKeys: SpectroCloudApi['listSshKeys'] = options =>
    this.#list('/users/sshkeys', 'sshKeys', options);

  /** {@inheritDoc SpectroCloudApi.listOverlords} */
  readonly listOverlords: SpectroCloudApi['listOverlords'] = options =>
    this.#list('/overlords', 'overlords', options);

  /** {@inheritDoc SpectroCloudApi.listIpPools} */
  readonly listIpPools: SpectroCloudApi['listIpPools'] = (
    overlordUid,
    options,
  ) =>
    this.#list(
      apiPath`/overlords/vsphere/${overlordUid}/pools`,
      'pools',
      options,
    );

  /** {@inheritDoc SpectroCloudApi.createCluster} */
  readonly createCluster: SpectroCloudApi['createCluster'] = (
    cluster,
    options,
  ) => this.#api.json('/clusters', options, { body: cluster });

  /** {@inheritDoc SpectroCloudApi.validateCluster} */
  readonly validateCluster: SpectroCloudApi['validateCluster'] = (
    cluster,
    options,
  ) =>
    toValidation(
      this.#api.json('/clusters/validate', options, { body: cluster }),
    );

  /** {@inheritDoc SpectroCloudApi.createVirtualCluster} */
  readonly createVirtualCluster: SpectroCloudApi['createVirtualCluster'] = (
    cluster,
    options,
  ) => this.#api.json('/virtualclusters', options, { body: cluster });

  /** Lists come in an envelope: `{ clusters: [...] }` and so on. */
  async #list<T>(
    path: string,
    envelope: string,
    options?: ApiOptions,
    extra?: { query?: Record<string, string | undefined>; body?: unknown },
  ): Promise<T[]> {
    const answer = await this.#api.json<Record<string, T[]>>(
      path,
      options,
      extra,
    );
    return answer[envelope];
  }

  async #kubeconfig(
    path: string,
    options?: KubeconfigOptions,
  ): Promise<Kubeconfig> {
    const response = await this.#api.send(path, options, {
      query: {
        kind: options?.kind,
        direct: options?.direct ? 'true' : undefined,
      },
    });
    return readKubeconfig(response);
  }
}
