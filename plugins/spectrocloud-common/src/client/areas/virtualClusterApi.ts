import type { Cluster, ClusterGroup, VirtualClusterSummary } from '../../wire';
import { apiPath, type ApiRequester } from '../ApiRequester';
import type { ApiOptions } from '../ApiOptions';

/** Virtual clusters, and the groups that host them. @public */
export interface VirtualClusterApi {
  /** The virtual clusters that the caller may see. */
  listVirtualClusters(options?: ApiOptions): Promise<VirtualClusterSummary[]>;
  /** One virtual cluster. */
  getVirtualCluster(uid: string, options?: ApiOptions): Promise<Cluster>;
  /** The cluster groups that the caller may see. */
  listClusterGroups(options?: ApiOptions): Promise<ClusterGroup[]>;
  /** One cluster group. */
  getClusterGroup(uid: string, options?: ApiOptions): Promise<ClusterGroup>;
}

/** The calls of {@link VirtualClusterApi}. */
export const virtualClusterApi = (api: ApiRequester): VirtualClusterApi => ({
  listVirtualClusters: options =>
    api.list('/virtualclusters', 'virtualClusters', options),
  getVirtualCluster: (uid, options) =>
    api.json(apiPath`/virtualclusters/${uid}`, options),
  listClusterGroups: options =>
    api.list('/clustergroups', 'clusterGroups', options),
  getClusterGroup: (uid, options) =>
    api.json(apiPath`/clustergroups/${uid}`, options),
});
