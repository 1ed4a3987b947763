import type { Readable } from 'node:stream';
import type {
  CreatableCloudType,
  NewCluster,
} from '@terasky/backstage-plugin-spectrocloud-common';
import {
  type CallShape,
  PaletteRequests,
  type PaletteRequestsOptions,
} from './PaletteRequests';
import { palettePath } from './palettePath';
import { clusterSearch, profileSearch } from './searches';
import type {
  V1Cluster,
  V1ClusterMeta,
  V1ClusterOverview,
  V1ClusterSummary,
  V1ProjectMetadata,
  V1ProjectSummary,
  V1User,
  V1UserInfo,
  V1UserMe,
} from './v1';
import type {
  V1CloudAccountMetadata,
  V1ClusterGroup,
  V1ClusterGroupSummary,
  V1ClusterValidation,
  V1Event,
  V1IpPool,
  V1Overlord,
  V1SshKey,
  V1VsphereDatacenter,
  V1VsphereResources,
} from './v1infrastructure';
import type {
  V1AttachedProfile,
  V1Pack,
  V1Profile,
  V1ProfileFilter,
  V1ProfileSummary,
  V1Variable,
} from './v1profiles';

/** Far more than a kubeconfig has; reading YAML takes more than linear time. */
const MAX_KUBECONFIG_BYTES = 64 * 1024;

/** Palette's API as one caller, one method an endpoint. */
export class PaletteClient {
  readonly #requests: PaletteRequests;

  private constructor(requests: PaletteRequests) {
    this.#requests = requests;
  }

  static create(options: PaletteRequestsOptions): PaletteClient {
    return new PaletteClient(PaletteRequests.create(options));
  }

  async getUserMe(): Promise<V1UserMe> {
    return this.#requests.json({ path: palettePath`/v1/users/me` });
  }

  async getUserInfo(): Promise<V1UserInfo> {
    return this.#requests.json({ path: palettePath`/v1/users/info` });
  }

  async getUser(uid: string): Promise<V1User> {
    return this.#requests.json({ path: palettePath`/v1/users/${uid}` });
  }

  async listSshKeys(projectUid?: string): Promise<V1SshKey[]> {
    return this.#requests.items({
      path: palettePath`/v1/users/assets/sshkeys`,
      projectUid,
    });
  }

  /** Names and uids only: the cheapest list of projects. */
  async listProjectMetadata(): Promise<V1ProjectMetadata[]> {
    return this.#requests.items({
      path: palettePath`/v1/dashboard/projects/metadata`,
    });
  }

  async searchProjects(): Promise<V1ProjectSummary[]> {
    return this.#requests.pages({
      method: 'POST',
      path: palettePath`/v1/dashboard/projects`,
      body: { filter: {}, sort: [{ field: 'name', order: 'asc' }] },
    });
  }

  /** Clusters of a project, or of the whole tenant, virtual ones among them. */
  async searchClusters(projectUid?: string): Promise<V1ClusterSummary[]> {
    return this.#requests.pages({
      method: 'POST',
      path: palettePath`/v1/dashboard/spectroclusters/search`,
      body: clusterSearch(),
      projectUid,
    });
  }

  /** As `searchClusters`, but all at once, and little more than names and uids. */
  async listClusterMeta(projectUid?: string): Promise<V1ClusterMeta[]> {
    return this.#requests.array({
      path: palettePath`/v1/dashboard/spectroclusters/meta`,
      projectUid,
    });
  }

  async getClusterOverview(
    uid: string,
    projectUid?: string,
  ): Promise<V1ClusterOverview> {
    return this.#requests.json({
      path: palettePath`/v1/dashboard/spectroclusters/${uid}`,
      projectUid,
    });
  }

  /** Large: it holds the values of all packs. */
  async getCluster(uid: string, projectUid?: string): Promise<V1Cluster> {
    return this.#requests.json({
      path: palettePath`/v1/spectroclusters/${uid}`,
      projectUid,
    });
  }

  async listClusterEvents(
    uid: string,
    projectUid?: string,
  ): Promise<V1Event[]> {
    // The newest page: a cluster's whole history has no reader. Palette has no
    // order of its own, so without one this would be any page.
    return this.#requests.items({
      path: palettePath`/v1/events/components/spectrocluster/${uid}`,
      query: { limit: '50', orderBy: 'metadata.lastModifiedTimestamp=-1' },
      projectUid,
    });
  }

  async listClusterProfiles(
    uid: string,
    projectUid?: string,
  ): Promise<V1AttachedProfile[]> {
    const { profiles } = await this.#requests.json<{
      profiles?: V1AttachedProfile[];
    }>({ path: palettePath`/v1/spectroclusters/${uid}/profiles`, projectUid });
    return profiles ?? [];
  }

  /** As Palette sends it; not read here. */
  async streamPackManifest(
    clusterUid: string,
    manifestUid: string,
    projectUid?: string,
  ): Promise<Readable> {
    return this.#requests.streamJson({
      path: palettePath`/v1/spectroclusters/${clusterUid}/pack/manifests/${manifestUid}`,
      projectUid,
    });
  }

  /** The kubeconfig that the cluster's users sign in with. */
  async getClientKubeconfig(uid: string, projectUid?: string): Promise<string> {
    return this.#kubeconfig(
      palettePath`/v1/spectroclusters/${uid}/assets/kubeconfigclient`,
      projectUid,
    );
  }

  /** What was called so before there was a {@link getClientKubeconfig}; may sign in as anybody. */
  async getKubeconfig(uid: string, projectUid?: string): Promise<string> {
    return this.#kubeconfig(
      palettePath`/v1/spectroclusters/${uid}/assets/kubeconfig`,
      projectUid,
      { frp: 'true' },
    );
  }

  async getAdminKubeconfig(uid: string, projectUid?: string): Promise<string> {
    return this.#kubeconfig(
      palettePath`/v1/spectroclusters/${uid}/assets/adminKubeconfig`,
      projectUid,
    );
  }

  async listClusterGroups(
    projectUid?: string,
  ): Promise<V1ClusterGroupSummary[]> {
    // `summaries`, not `items`.
    const { summaries } = await this.#requests.json<{
      summaries?: V1ClusterGroupSummary[];
    }>({ path: palettePath`/v1/clustergroups/hostCluster`, projectUid });
    return summaries ?? [];
  }

  async getClusterGroup(
    uid: string,
    projectUid?: string,
  ): Promise<V1ClusterGroup> {
    return this.#requests.json({
      path: palettePath`/v1/clustergroups/${uid}`,
      projectUid,
    });
  }

  async searchProfiles(
    filter: V1ProfileFilter,
    projectUid?: string,
  ): Promise<V1ProfileSummary[]> {
    return this.#requests.pages({
      method: 'POST',
      path: palettePath`/v1/dashboard/clusterprofiles`,
      body: profileSearch(filter),
      projectUid,
    });
  }

  async getProfile(uid: string, projectUid?: string): Promise<V1Profile> {
    return this.#requests.json({
      path: palettePath`/v1/clusterprofiles/${uid}`,
      projectUid,
    });
  }

  async listProfilePacks(uid: string, projectUid?: string): Promise<V1Pack[]> {
    return this.#requests.items({
      path: palettePath`/v1/clusterprofiles/${uid}/packs`,
      projectUid,
    });
  }

  async listProfileVariables(
    uid: string,
    projectUid?: string,
  ): Promise<V1Variable[]> {
    const { variables } = await this.#requests.json<{
      variables?: V1Variable[];
    }>({ path: palettePath`/v1/clusterprofiles/${uid}/variables`, projectUid });
    return variables ?? [];
  }

  /** Of one cloud. The lists under `/v1/cloudaccounts/<cloud>` hold credentials, so they are never called. */
  async listCloudAccounts(
    cloud: string,
    projectUid?: string,
  ): Promise<V1CloudAccountMetadata[]> {
    return this.#requests.items({
      path: palettePath`/v1/dashboard/cloudaccounts/metadata`,
      query: { environment: cloud },
      projectUid,
    });
  }

  async listVsphereDatacenters(
    accountUid: string,
    projectUid?: string,
  ): Promise<V1VsphereDatacenter[]> {
    return this.#requests.items({
      path: palettePath`/v1/cloudaccounts/vsphere/${accountUid}/properties/datacenters`,
      projectUid,
    });
  }

  async getVsphereResources(
    accountUid: string,
    place: { datacenter: string; computecluster: string },
    projectUid?: string,
  ): Promise<V1VsphereResources> {
    return this.#requests.json({
      path: palettePath`/v1/cloudaccounts/vsphere/${accountUid}/properties/computecluster/resources`,
      query: place,
      projectUid,
    });
  }

  async listOverlords(projectUid?: string): Promise<V1Overlord[]> {
    return this.#requests.items({
      path: palettePath`/v1/overlords`,
      projectUid,
    });
  }

  async listIpPools(
    overlordUid: string,
    projectUid?: string,
  ): Promise<V1IpPool[]> {
    return this.#requests.items({
      path: palettePath`/v1/overlords/vsphere/${overlordUid}/pools`,
      projectUid,
    });
  }

  /** Never sent again: Palette might have done it although no answer came. */
  async createCluster(
    cloudType: CreatableCloudType,
    cluster: NewCluster,
    projectUid: string,
  ): Promise<{ uid?: string }> {
    return this.#requests.json({
      method: 'POST',
      path: palettePath`/v1/spectroclusters/${cloudType}`,
      body: cluster,
      projectUid,
      idempotent: false,
      creation: true,
    });
  }

  async validateCluster(
    cloudType: CreatableCloudType,
    cluster: NewCluster,
    projectUid: string,
  ): Promise<V1ClusterValidation> {
    return this.#requests.json({
      method: 'POST',
      path: palettePath`/v1/spectroclusters/${cloudType}/validate`,
      body: cluster,
      projectUid,
      creation: true,
    });
  }

  async #kubeconfig(
    path: CallShape['path'],
    projectUid?: string,
    query?: CallShape['query'],
  ): Promise<string> {
    return this.#requests.text(
      { path, projectUid, query },
      MAX_KUBECONFIG_BYTES,
    );
  }
}
