import type {
  CloudAccount,
  Cluster,
  ClusterCreation,
  ClusterEvent,
  ClusterGroup,
  ClusterProfile,
  ClusterProfileOfCluster,
  ClusterSummary,
  ClusterValidation,
  CreatedCluster,
  IpPool,
  KubeconfigKind,
  NewCluster,
  Overlord,
  PackManifest,
  ProfilePack,
  ProfileSearch,
  ProfileVariable,
  Project,
  SpectroCloudUser,
  SshKey,
  UserProject,
  VirtualClusterSummary,
  VsphereComputeClusterResources,
  VsphereDatacenter,
} from '../wire';
import {
  apiPath,
  ApiRequester,
  type SpectroCloudClientOptions,
} from './ApiRequester';
import { type Kubeconfig, readKubeconfig } from './kubeconfig';
import type { ApiOptions, SpectroCloudApi } from './SpectroCloudApi';
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
  async getMe(options?: ApiOptions): Promise<SpectroCloudUser> {
    return this.#api.json('/users/me', options);
  }

  /** {@inheritDoc SpectroCloudApi.listMyProjects} */
  async listMyProjects(options?: ApiOptions): Promise<UserProject[]> {
    return this.#list('/users/me/projects', 'projects', options);
  }

  /** {@inheritDoc SpectroCloudApi.listProjects} */
  async listProjects(options?: ApiOptions): Promise<Project[]> {
    return this.#list('/projects', 'projects', options);
  }

  /** {@inheritDoc SpectroCloudApi.listClusters} */
  async listClusters(options?: ApiOptions): Promise<ClusterSummary[]> {
    return this.#list('/clusters', 'clusters', options);
  }

  /** {@inheritDoc SpectroCloudApi.getCluster} */
  async getCluster(uid: string, options?: ApiOptions): Promise<Cluster> {
    return this.#api.json(apiPath`/clusters/${uid}`, options);
  }

  /** {@inheritDoc SpectroCloudApi.listClusterEvents} */
  async listClusterEvents(
    uid: string,
    options?: ApiOptions,
  ): Promise<ClusterEvent[]> {
    return this.#list(apiPath`/clusters/${uid}/events`, 'events', options);
  }

  /** {@inheritDoc SpectroCloudApi.listClusterProfiles} */
  async listClusterProfiles(
    uid: string,
    options?: ApiOptions,
  ): Promise<ClusterProfileOfCluster[]> {
    return this.#list(apiPath`/clusters/${uid}/profiles`, 'profiles', options);
  }

  /** {@inheritDoc SpectroCloudApi.getPackManifest} */
  async getPackManifest(
    clusterUid: string,
    manifestUid: string,
    options?: ApiOptions,
  ): Promise<PackManifest> {
    return this.#api.json(
      apiPath`/clusters/${clusterUid}/pack/manifests/${manifestUid}`,
      options,
    );
  }

  /** {@inheritDoc SpectroCloudApi.getKubeconfig} */
  async getKubeconfig(
    clusterUid: string,
    options?: ApiOptions & { kind?: KubeconfigKind },
  ): Promise<Kubeconfig> {
    return this.#kubeconfig(
      apiPath`/clusters/${clusterUid}/kubeconfig`,
      options,
    );
  }

  /** {@inheritDoc SpectroCloudApi.listVirtualClusters} */
  async listVirtualClusters(
    options?: ApiOptions,
  ): Promise<VirtualClusterSummary[]> {
    return this.#list('/virtualclusters', 'virtualClusters', options);
  }

  /** {@inheritDoc SpectroCloudApi.getVirtualCluster} */
  async getVirtualCluster(uid: string, options?: ApiOptions): Promise<Cluster> {
    return this.#api.json(apiPath`/virtualclusters/${uid}`, options);
  }

  /** {@inheritDoc SpectroCloudApi.getVirtualKubeconfig} */
  async getVirtualKubeconfig(
    uid: string,
    options?: ApiOptions & { kind?: KubeconfigKind },
  ): Promise<Kubeconfig> {
    return this.#kubeconfig(
      apiPath`/virtualclusters/${uid}/kubeconfig`,
      options,
    );
  }

  /** {@inheritDoc SpectroCloudApi.listClusterGroups} */
  async listClusterGroups(options?: ApiOptions): Promise<ClusterGroup[]> {
    return this.#list('/clustergroups', 'clusterGroups', options);
  }

  /** {@inheritDoc SpectroCloudApi.getClusterGroup} */
  async getClusterGroup(
    uid: string,
    options?: ApiOptions,
  ): Promise<ClusterGroup> {
    return this.#api.json(apiPath`/clustergroups/${uid}`, options);
  }

  /** {@inheritDoc SpectroCloudApi.searchProfiles} */
  async searchProfiles(
    search: ProfileSearch = {},
    options?: ApiOptions,
  ): Promise<ClusterProfile[]> {
    return this.#list('/profiles/search', 'profiles', options, {
      body: search,
    });
  }

  /** {@inheritDoc SpectroCloudApi.listProjectProfiles} */
  async listProjectProfiles(
    projectUid: string,
    options?: ApiOptions,
  ): Promise<ClusterProfile[]> {
    return this.#list(
      apiPath`/projects/${projectUid}/profiles`,
      'profiles',
      options,
    );
  }

  /** {@inheritDoc SpectroCloudApi.getProfile} */
  async getProfile(uid: string, options?: ApiOptions): Promise<ClusterProfile> {
    return this.#api.json(apiPath`/profiles/${uid}`, options);
  }

  /** {@inheritDoc SpectroCloudApi.listProfilePacks} */
  async listProfilePacks(
    uid: string,
    options?: ApiOptions,
  ): Promise<ProfilePack[]> {
    return this.#list(apiPath`/profiles/${uid}/packs`, 'packs', options);
  }

  /** {@inheritDoc SpectroCloudApi.listProfileVariables} */
  async listProfileVariables(
    uid: string,
    options?: ApiOptions,
  ): Promise<ProfileVariable[]> {
    return this.#list(
      apiPath`/profiles/${uid}/variables`,
      'variables',
      options,
    );
  }

  /** {@inheritDoc SpectroCloudApi.listCloudAccounts} */
  async listCloudAccounts(
    cloudType: string,
    options?: ApiOptions,
  ): Promise<CloudAccount[]> {
    return this.#list(
      apiPath`/cloudaccounts/${cloudType}`,
      'accounts',
      options,
    );
  }

  /** {@inheritDoc SpectroCloudApi.getCloudAccount} */
  async getCloudAccount(
    cloudType: string,
    uid: string,
    options?: ApiOptions,
  ): Promise<CloudAccount> {
    return this.#api.json(apiPath`/cloudaccounts/${cloudType}/${uid}`, options);
  }

  /** {@inheritDoc SpectroCloudApi.listVsphereDatacenters} */
  async listVsphereDatacenters(
    accountUid: string,
    options?: ApiOptions,
  ): Promise<VsphereDatacenter[]> {
    return this.#list(
      apiPath`/cloudaccounts/vsphere/${accountUid}/metadata`,
      'datacenters',
      options,
    );
  }

  /** {@inheritDoc SpectroCloudApi.getVsphereResources} */
  async getVsphereResources(
    accountUid: string,
    place: { datacenter: string; computeCluster: string },
    options?: ApiOptions,
  ): Promise<VsphereComputeClusterResources> {
    return this.#api.json(
      apiPath`/cloudaccounts/vsphere/${accountUid}/computecluster/resources`,
      options,
      {
        query: {
          datacenter: place.datacenter,
          computecluster: place.computeCluster,
        },
      },
    );
  }

  /** {@inheritDoc SpectroCloudApi.listSshKeys} */
  async listSshKeys(options?: ApiOptions): Promise<SshKey[]> {
    return this.#list('/users/sshkeys', 'sshKeys', options);
  }

  /** {@inheritDoc SpectroCloudApi.listOverlords} */
  async listOverlords(options?: ApiOptions): Promise<Overlord[]> {
    return this.#list('/overlords', 'overlords', options);
  }

  /** {@inheritDoc SpectroCloudApi.listIpPools} */
  async listIpPools(
    overlordUid: string,
    options?: ApiOptions,
  ): Promise<IpPool[]> {
    return this.#list(
      apiPath`/overlords/vsphere/${overlordUid}/pools`,
      'pools',
      options,
    );
  }

  /** {@inheritDoc SpectroCloudApi.createCluster} */
  async createCluster(
    cluster: ClusterCreation,
    options: ApiOptions & { projectUid: string },
  ): Promise<CreatedCluster> {
    return this.#api.json('/clusters', options, { body: cluster });
  }

  /** {@inheritDoc SpectroCloudApi.validateCluster} */
  async validateCluster(
    cluster: ClusterCreation,
    options: ApiOptions & { projectUid: string },
  ): Promise<ClusterValidation> {
    return toValidation(
      this.#api.json('/clusters/validate', options, { body: cluster }),
    );
  }

  /** {@inheritDoc SpectroCloudApi.createVirtualCluster} */
  async createVirtualCluster(
    cluster: NewCluster,
    options: ApiOptions & { projectUid: string },
  ): Promise<CreatedCluster> {
    return this.#api.json('/virtualclusters', options, { body: cluster });
  }

  /** Lists come in an envelope: `{ clusters: [...] }` and so on. */
  async #list<T>(
    path: string,
    envelope: string,
    options?: ApiOptions,
    extra?: { body: unknown },
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
    options: (ApiOptions & { kind?: KubeconfigKind }) | undefined,
  ): Promise<Kubeconfig> {
    const response = await this.#api.send(path, options, {
      query: { kind: options?.kind },
    });
    return readKubeconfig(response);
  }
}
