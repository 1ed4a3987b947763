import type {
  CloudAccount,
  Cluster,
  ClusterBackup,
  ClusterCertificate,
  ClusterCost,
  ClusterCreation,
  ClusterEvent,
  ClusterGroup,
  ClusterMeta,
  ClusterMetric,
  ClusterOidc,
  ClusterProfile,
  ClusterProfileOfCluster,
  ClusterRepave,
  ClusterScan,
  ClusterState,
  ClusterSummary,
  ClusterValidation,
  ClusterWorkload,
  CreatedCluster,
  IpPool,
  KubeconfigKind,
  KubernetesCluster,
  NewCluster,
  NodePool,
  Overlord,
  PackManifest,
  PaletteTeam,
  PaletteUser,
  PaletteVisibility,
  ProfilePack,
  ProfileSearch,
  ProfileUpdate,
  ProfileVariable,
  Project,
  SpectroCloudUser,
  SshKey,
  UserProject,
  VirtualClusterSummary,
  VsphereComputeClusterResources,
  VsphereDatacenter,
} from '../wire';
import type { Kubeconfig } from './kubeconfig';

/** What every call takes. @public */
export interface ApiOptions {
  /** Name of the Palette (`spectrocloud.environments[].name`); the first one by default. */
  instance?: string;
  /** The project to look in; everything that the user may see by default. */
  projectUid?: string;
  /** Ask Palette again, whatever the backend still holds. */
  fresh?: boolean;
  /** Gives the call up. */
  signal?: AbortSignal;
}

/** Which kubeconfig. @public */
export interface KubeconfigOptions extends ApiOptions {
  /** `oidc` by default. */
  kind?: KubeconfigKind;
  /** Of kind `oidc`: one that leads to the cluster itself, never through Palette's proxy. */
  direct?: boolean;
}

/** The Palette API of the backend plugin, called as the signed-in user. @public */
export interface SpectroCloudApi {
  /** Who the caller is at Palette. */
  getMe(options?: ApiOptions): Promise<SpectroCloudUser>;
  /** What the caller may see, by its uids alone. */
  getMyVisibility(options?: ApiOptions): Promise<PaletteVisibility>;
  /** The caller's own projects and permissions. */
  listMyProjects(options?: ApiOptions): Promise<UserProject[]>;
  /** The projects that the caller may see. */
  listProjects(options?: ApiOptions): Promise<Project[]>;

  /** The users of the tenant. */
  listUsers(options?: ApiOptions): Promise<PaletteUser[]>;
  /** One user of the tenant. */
  getUser(uid: string, options?: ApiOptions): Promise<PaletteUser>;
  /** The teams of the tenant. */
  listTeams(options?: ApiOptions): Promise<PaletteTeam[]>;

  /** The clusters that the caller may see, virtual ones excluded. */
  listClusters(options?: ApiOptions): Promise<ClusterSummary[]>;
  /** Region and type of all clusters that the caller may see, virtual ones among them. */
  listClusterMeta(options?: ApiOptions): Promise<ClusterMeta[]>;
  /** How far Palette is with a cluster; cheap, for those that change. */
  getClusterState(uid: string, options?: ApiOptions): Promise<ClusterState>;
  /** One cluster. */
  getCluster(uid: string, options?: ApiOptions): Promise<Cluster>;
  /** What happened to a cluster lately, newest first. */
  listClusterEvents(uid: string, options?: ApiOptions): Promise<ClusterEvent[]>;
  /** A cluster's node pools with their machines. */
  listClusterNodePools(uid: string, options?: ApiOptions): Promise<NodePool[]>;
  /** How much a cluster used over the last hours. */
  listClusterMetrics(
    uid: string,
    options?: ApiOptions & { hours?: number },
  ): Promise<ClusterMetric[]>;
  /** What a cluster cost lately, by Palette's estimate. */
  getClusterCost(uid: string, options?: ApiOptions): Promise<ClusterCost>;
  /** What runs on a cluster, as Palette's agent reported it. */
  listClusterWorkloads(
    uid: string,
    options?: ApiOptions,
  ): Promise<ClusterWorkload[]>;
  /** Whether nodes of a cluster have to be replaced, and why. */
  getClusterRepave(uid: string, options?: ApiOptions): Promise<ClusterRepave>;
  /** The certificates of a cluster's control plane. */
  listClusterCertificates(
    uid: string,
    options?: ApiOptions,
  ): Promise<ClusterCertificate[]>;
  /** The profiles of a cluster with newer packs that can be applied. */
  listProfileUpdates(
    uid: string,
    options?: ApiOptions,
  ): Promise<ProfileUpdate[]>;
  /** How a cluster is backed up; not found where it isn't. */
  getClusterBackup(uid: string, options?: ApiOptions): Promise<ClusterBackup>;
  /** The compliance scans of a cluster; not found where none was set up. */
  listClusterScans(uid: string, options?: ApiOptions): Promise<ClusterScan[]>;
  /** The OpenID provider that a cluster trusts. */
  getClusterOidc(uid: string, options?: ApiOptions): Promise<ClusterOidc>;
  /** The profiles attached to a cluster, with their packs. */
  listClusterProfiles(
    uid: string,
    options?: ApiOptions,
  ): Promise<ClusterProfileOfCluster[]>;
  /** A manifest of a pack of a cluster. */
  getPackManifest(
    clusterUid: string,
    manifestUid: string,
    options?: ApiOptions,
  ): Promise<PackManifest>;
  /** A cluster's kubeconfig; `admin` has a permission of its own. */
  getKubeconfig(
    clusterUid: string,
    options?: KubeconfigOptions,
  ): Promise<Kubeconfig>;

  /**
   * All clusters that the caller may see, with endpoint, CA and OIDC client of their
   * Kubernetes API as far as the backend knows them yet.
   */
  listKubernetesClusters(options?: ApiOptions): Promise<KubernetesCluster[]>;
  /** Has the backend read anew how a cluster's Kubernetes API is reached, since it isn't any more as it was. */
  rereadKubernetesCluster(
    uid: string,
    options?: ApiOptions,
  ): Promise<KubernetesCluster>;
  /** The virtual clusters that the caller may see. */
  listVirtualClusters(options?: ApiOptions): Promise<VirtualClusterSummary[]>;
  /** One virtual cluster. */
  getVirtualCluster(uid: string, options?: ApiOptions): Promise<Cluster>;
  /** A virtual cluster's kubeconfig. */
  getVirtualKubeconfig(
    uid: string,
    options?: KubeconfigOptions,
  ): Promise<Kubeconfig>;
  /** The cluster groups that the caller may see. */
  listClusterGroups(options?: ApiOptions): Promise<ClusterGroup[]>;
  /** One cluster group. */
  getClusterGroup(uid: string, options?: ApiOptions): Promise<ClusterGroup>;

  /** Profiles that match, in a project or in the tenant. */
  searchProfiles(
    search?: ProfileSearch,
    options?: ApiOptions,
  ): Promise<ClusterProfile[]>;
  /** The profiles that can be used in a project. */
  listProjectProfiles(
    projectUid: string,
    options?: ApiOptions,
  ): Promise<ClusterProfile[]>;
  /** One profile. */
  getProfile(uid: string, options?: ApiOptions): Promise<ClusterProfile>;
  /** A profile's packs. */
  listProfilePacks(uid: string, options?: ApiOptions): Promise<ProfilePack[]>;
  /** What a profile asks for at cluster creation. */
  listProfileVariables(
    uid: string,
    options?: ApiOptions,
  ): Promise<ProfileVariable[]>;

  /** Cloud accounts of a cloud; never their credentials. */
  listCloudAccounts(
    cloudType: string,
    options?: ApiOptions,
  ): Promise<CloudAccount[]>;
  /** One cloud account. */
  getCloudAccount(
    cloudType: string,
    uid: string,
    options?: ApiOptions,
  ): Promise<CloudAccount>;
  /** Data centres that a vSphere account can place clusters in. */
  listVsphereDatacenters(
    accountUid: string,
    options?: ApiOptions,
  ): Promise<VsphereDatacenter[]>;
  /** What a vSphere compute cluster offers. */
  getVsphereResources(
    accountUid: string,
    place: { datacenter: string; computeCluster: string },
    options?: ApiOptions,
  ): Promise<VsphereComputeClusterResources>;
  /** SSH keys of the caller's organisation. */
  listSshKeys(options?: ApiOptions): Promise<SshKey[]>;
  /** Private cloud gateways. */
  listOverlords(options?: ApiOptions): Promise<Overlord[]>;
  /** Address pools of a vSphere gateway. */
  listIpPools(overlordUid: string, options?: ApiOptions): Promise<IpPool[]>;

  /** Creates a cluster in the project of the options. Never retried. */
  createCluster(
    cluster: ClusterCreation,
    options: ApiOptions & { projectUid: string },
  ): Promise<CreatedCluster>;
  /** Asks Palette whether a cluster could be created. */
  validateCluster(
    cluster: ClusterCreation,
    options: ApiOptions & { projectUid: string },
  ): Promise<ClusterValidation>;
  /** Creates a virtual cluster. Never retried. */
  createVirtualCluster(
    cluster: NewCluster,
    options: ApiOptions & { projectUid: string },
  ): Promise<CreatedCluster>;
}
