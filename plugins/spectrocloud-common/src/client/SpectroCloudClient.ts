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
  Kubeconfig,
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
} from '../types';
import {
  apiPath,
  ApiRequester,
  type SpectroCloudClientOptions,
} from './ApiRequester';
import { readKubeconfig } from './kubeconfig';
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
    return new SpectroCloudClient(ApiRequester.create(options));
  }

  async getMe(options?: ApiOptions): Promise<SpectroCloudUser> {
    return this.#api.json('/users/me', options);
  }

  async listMyProjects(options?: ApiOptions): Promise<UserProject[]> {
    return this.#list('/users/me/projects', 'projects', options);
  }

  async listProjects(options?: ApiOptions): Promise<Project[]> {
    return this.#list('/projects', 'projects', options);
  }

  async listClusters(options?: ApiOptions): Promise<ClusterSummary[]> {
    return this.#list('/clusters', 'clusters', options);
  }

  async getCluster(uid: string, options?: ApiOptions): Promise<Cluster> {
    return this.#api.json(apiPath`/clusters/${uid}`, options);
  }

  async listClusterEvents(
    uid: string,
    options?: ApiOptions,
  ): Promise<ClusterEvent[]> {
    return this.#list(apiPath`/clusters/${uid}/events`, 'events', options);
  }

  async listClusterProfiles(
    uid: string,
    options?: ApiOptions,
  ): Promise<ClusterProfileOfCluster[]> {
    return this.#list(apiPath`/clusters/${uid}/profiles`, 'profiles', options);
  }

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

  async getKubeconfig(
    clusterUid: string,
    options?: ApiOptions & { kind?: KubeconfigKind },
  ): Promise<Kubeconfig> {
    return this.#kubeconfig(
      apiPath`/clusters/${clusterUid}/kubeconfig`,
      options,
    );
  }

  async listVirtualClusters(
    options?: ApiOptions,
  ): Promise<VirtualClusterSummary[]> {
    return this.#list('/virtualclusters', 'virtualClusters', options);
  }

  async getVirtualCluster(uid: string, options?: ApiOptions): Promise<Cluster> {
    return this.#api.json(apiPath`/virtualclusters/${uid}`, options);
  }

  async getVirtualKubeconfig(
    uid: string,
    options?: ApiOptions & { kind?: KubeconfigKind },
  ): Promise<Kubeconfig> {
    return this.#kubeconfig(
      apiPath`/virtualclusters/${uid}/kubeconfig`,
      options,
    );
  }

  async listClusterGroups(options?: ApiOptions): Promise<ClusterGroup[]> {
    return this.#list('/clustergroups', 'clusterGroups', options);
  }

  async getClusterGroup(
    uid: string,
    options?: ApiOptions,
  ): Promise<ClusterGroup> {
    return this.#api.json(apiPath`/clustergroups/${uid}`, options);
  }

  async searchProfiles(
    search: ProfileSearch = {},
    options?: ApiOptions,
  ): Promise<ClusterProfile[]> {
    return this.#list('/profiles/search', 'profiles', options, {
      body: search,
    });
  }

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

  async getProfile(uid: string, options?: ApiOptions): Promise<ClusterProfile> {
    return this.#api.json(apiPath`/profiles/${uid}`, options);
  }

  async listProfilePacks(
    uid: string,
    options?: ApiOptions,
  ): Promise<ProfilePack[]> {
    return this.#list(apiPath`/profiles/${uid}/packs`, 'packs', options);
  }

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

  async getCloudAccount(
    cloudType: string,
    uid: string,
    options?: ApiOptions,
  ): Promise<CloudAccount> {
    return this.#api.json(apiPath`/cloudaccounts/${cloudType}/${uid}`, options);
  }

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

  async listSshKeys(options?: ApiOptions): Promise<SshKey[]> {
    return this.#list('/users/sshkeys', 'sshKeys', options);
  }

  async listOverlords(options?: ApiOptions): Promise<Overlord[]> {
    return this.#list('/overlords', 'overlords', options);
  }

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

  async createCluster(
    cluster: ClusterCreation,
    options: ApiOptions & { projectUid: string },
  ): Promise<CreatedCluster> {
    return this.#api.json('/clusters', options, { body: cluster });
  }

  async validateCluster(
    cluster: ClusterCreation,
    options: ApiOptions & { projectUid: string },
  ): Promise<ClusterValidation> {
    return toValidation(
      this.#api.json('/clusters/validate', options, { body: cluster }),
    );
  }

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
