import type {
  ClusterCreation,
  ClusterRate,
  PlacementKind,
  PlacementOption,
} from '../../wire';
import type { ApiOptions } from '../ApiOptions';
import { apiPath, type ApiRequester } from '../ApiRequester';

/** Where to look for what a cloud account offers. @public */
export interface PlacementQuery {
  /** Region, or location as Azure calls it. */
  region?: string;
  /** Project of Google Cloud. */
  cloudProject?: string;
  /** Subscription of Azure. */
  subscription?: string;
}

/** Where a new cluster could be, and what it would cost there. @public */
export interface PlacementApi {
  /** What a cloud account offers for the placement of clusters and their machines. */
  listPlacementOptions(
    account: { cloudType: string; uid: string },
    kind: PlacementKind,
    query?: PlacementQuery,
    options?: ApiOptions,
  ): Promise<PlacementOption[]>;
  /** What a cluster would cost, by Palette's estimate; not found for kinds that Palette has no estimate of. */
  estimateCluster(
    cluster: ClusterCreation,
    options: ApiOptions & { projectUid: string },
  ): Promise<ClusterRate>;
}

/** The calls of {@link PlacementApi}. */
export const placementApi = (api: ApiRequester): PlacementApi => ({
  listPlacementOptions: ({ cloudType, uid }, kind, query, options) =>
    api.list(
      apiPath`/cloudaccounts/${cloudType}/${uid}/placement/${kind}`,
      'options',
      options,
      { query: { ...query } },
    ),
  estimateCluster: (cluster, options) =>
    api.json('/clusters/rate', options, { body: cluster }),
});
