import type {
  ClusterLogsOrder,
  ClusterLogsProgress,
  OrderedClusterLogs,
} from '../../wire';
import { apiPath, type ApiRequester } from '../ApiRequester';
import type { ApiOptions } from '../ApiOptions';
import { type PaletteFile, readFile } from '../file';

/** Logs of clusters: asked for, waited for, downloaded. They may hold secrets. @public */
export interface ClusterLogsApi {
  /** Has Palette collect a cluster's logs; `findingsOf` reads from an error what it does not accept. */
  orderClusterLogs(
    uid: string,
    order?: ClusterLogsOrder,
    options?: ApiOptions,
  ): Promise<OrderedClusterLogs>;
  /** How far Palette is with them: an agent in the cluster sends them, which takes from seconds to minutes. */
  getClusterLogsProgress(
    uid: string,
    orderUid: string,
    options?: ApiOptions,
  ): Promise<ClusterLogsProgress>;
  /** The logs as a file, once they are ready. */
  downloadClusterLogs(
    uid: string,
    orderUid: string,
    options?: ApiOptions,
  ): Promise<PaletteFile>;
}

/** The calls of {@link ClusterLogsApi}. */
export const clusterLogsApi = (api: ApiRequester): ClusterLogsApi => ({
  orderClusterLogs: (uid, body = {}, options) =>
    api.json(apiPath`/clusters/${uid}/logs`, options, { body }),
  getClusterLogsProgress: (uid, orderUid, options) =>
    api.json(apiPath`/clusters/${uid}/logs/${orderUid}`, options),
  downloadClusterLogs: async (uid, orderUid, options) =>
    readFile(
      await api.send(
        apiPath`/clusters/${uid}/logs/${orderUid}/download`,
        options,
      ),
      'cluster.log',
    ),
});
