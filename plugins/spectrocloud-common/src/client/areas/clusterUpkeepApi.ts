import type {
  ClusterBackup,
  ClusterCertificate,
  ClusterRepave,
  ClusterScan,
  ProfileUpdate,
} from '../../wire';
import { apiPath, type ApiRequester } from '../ApiRequester';
import type { ApiOptions } from '../ApiOptions';

/** What keeps a cluster in order. @public */
export interface ClusterUpkeepApi {
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
}

/** The calls of {@link ClusterUpkeepApi}. */
export const clusterUpkeepApi = (api: ApiRequester): ClusterUpkeepApi => ({
  getClusterRepave: (uid, options) =>
    api.json(apiPath`/clusters/${uid}/repave`, options),
  listClusterCertificates: (uid, options) =>
    api.list(apiPath`/clusters/${uid}/certificates`, 'certificates', options),
  listProfileUpdates: (uid, options) =>
    api.list(apiPath`/clusters/${uid}/updates`, 'updates', options),
  getClusterBackup: (uid, options) =>
    api.json(apiPath`/clusters/${uid}/backup`, options),
  listClusterScans: (uid, options) =>
    api.list(apiPath`/clusters/${uid}/scans`, 'scans', options),
});
