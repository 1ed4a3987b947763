import type {
  Cluster,
  ClusterCost,
  ClusterEvent,
  ClusterMeta,
  ClusterMetric,
  ClusterProfileOfCluster,
  ClusterState,
  ClusterSummary,
  ClusterWorkload,
  NodePool,
  PackManifest,
} from '../../wire';
import { apiPath, type ApiRequester } from '../ApiRequester';
import type { ApiOptions } from '../ApiOptions';

/** Clusters: what they are, do, use and cost. @public */
export interface ClusterApi {
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
}

/** The calls of {@link ClusterApi}. */
export const clusterApi = (api: ApiRequester): ClusterApi => ({
  listClusters: options => api.list('/clusters', 'clusters', options),
  listClusterMeta: options => api.list('/clusters/meta', 'clusters', options),
  getClusterState: (uid, options) =>
    api.json(apiPath`/clusters/${uid}/state`, options),
  getCluster: (uid, options) => api.json(apiPath`/clusters/${uid}`, options),
  listClusterEvents: (uid, options) =>
    api.list(apiPath`/clusters/${uid}/events`, 'events', options),
  listClusterNodePools: (uid, options) =>
    api.list(apiPath`/clusters/${uid}/nodepools`, 'nodePools', options),
  listClusterMetrics: (uid, options) =>
    api.list(apiPath`/clusters/${uid}/metrics`, 'metrics', options, {
      query: { hours: options?.hours?.toString() },
    }),
  getClusterCost: (uid, options) =>
    api.json(apiPath`/clusters/${uid}/cost`, options),
  listClusterWorkloads: (uid, options) =>
    api.list(apiPath`/clusters/${uid}/workloads`, 'workloads', options),
  listClusterProfiles: (uid, options) =>
    api.list(apiPath`/clusters/${uid}/profiles`, 'profiles', options),
  getPackManifest: (clusterUid, manifestUid, options) =>
    api.json(
      apiPath`/clusters/${clusterUid}/pack/manifests/${manifestUid}`,
      options,
    ),
});
