import type {
  ClusterImportManifest,
  ClusterNamespace,
  ClusterRoleBinding,
} from '../../wire';
import type { ApiOptions } from '../ApiOptions';
import { apiPath, type ApiRequester } from '../ApiRequester';

/** What Palette sets up in a cluster for those who use it, and what lets one join Palette. @public */
export interface ClusterAccessApi {
  /** The namespaces that Palette sets up in a cluster. */
  listClusterNamespaces(
    uid: string,
    options?: ApiOptions,
  ): Promise<ClusterNamespace[]>;
  /** Who has which role where in a cluster, as Palette sets it up there. */
  listClusterRoleBindings(
    uid: string,
    options?: ApiOptions,
  ): Promise<ClusterRoleBinding[]>;
  /** What lets a cluster that is being imported join Palette; has a permission of its own. */
  getClusterImportManifest(
    uid: string,
    options?: ApiOptions,
  ): Promise<ClusterImportManifest>;
}

/** The calls of {@link ClusterAccessApi}. */
export const clusterAccessApi = (api: ApiRequester): ClusterAccessApi => ({
  listClusterNamespaces: (uid, options) =>
    api.list(apiPath`/clusters/${uid}/namespaces`, 'namespaces', options),
  listClusterRoleBindings: (uid, options) =>
    api.list(apiPath`/clusters/${uid}/rolebindings`, 'roleBindings', options),
  getClusterImportManifest: (uid, options) =>
    api.json(apiPath`/clusters/${uid}/importmanifest`, options),
});
