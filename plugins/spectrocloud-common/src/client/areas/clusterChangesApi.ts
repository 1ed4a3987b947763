import type {
  ChangeReason,
  ClusterChange,
  ClusterDeletion,
  ClusterLifecycleChange,
  ClusterMetadataChange,
  ClusterProfileRemoval,
  ClusterProfilesChange,
  ClusterProfilesCheck,
  ClusterProfileVariables,
  ClusterVariablesChange,
  ForcedClusterDeletion,
  NodePoolResize,
  ProfilesValidation,
} from '../../wire';
import { apiPath, type ApiRequester } from '../ApiRequester';
import type { ApiOptions } from '../ApiOptions';
import { toValidation } from '../validation';

/**
 * What is done to clusters that are there, virtual ones among them. Nothing of it is
 * tried again by itself; `findingsOf` reads from an error what Palette does not accept.
 *
 * @public
 */
export interface ClusterChangesApi {
  /** Deletes a cluster; `name` has to be its own. */
  deleteCluster(
    uid: string,
    deletion: ClusterDeletion,
    options?: ApiOptions,
  ): Promise<ClusterChange>;
  /** Deletes a cluster whatever becomes of its machines. */
  forceDeleteCluster(
    uid: string,
    deletion: ForcedClusterDeletion,
    options?: ApiOptions,
  ): Promise<ClusterChange>;
  /** Attaches profiles, brings attached ones up to date, or puts others in their place. */
  changeClusterProfiles(
    uid: string,
    change: ClusterProfilesChange,
    options?: ApiOptions,
  ): Promise<ClusterChange>;
  /** What `changeClusterProfiles` would do; changes nothing. */
  validateClusterProfiles(
    uid: string,
    change: ClusterProfilesCheck,
    options?: ApiOptions,
  ): Promise<ProfilesValidation>;
  /** Takes a profile away from a cluster, with all that it has brought; `name` has to be its own. */
  removeClusterProfile(
    uid: string,
    removal: ClusterProfileRemoval,
    options?: ApiOptions,
  ): Promise<ClusterChange>;
  /** The variables of a cluster's profiles, with the values that it has. */
  listClusterVariables(
    uid: string,
    options?: ApiOptions,
  ): Promise<ClusterProfileVariables[]>;
  /** Gives variables of a cluster's profiles other values. */
  changeClusterVariables(
    uid: string,
    change: ClusterVariablesChange,
    options?: ApiOptions,
  ): Promise<ClusterChange>;
  /** Lets Palette replace the nodes that it waits with. There is no call that refuses it: what causes it can be taken back. */
  approveClusterRepave(
    uid: string,
    change?: ChangeReason,
    options?: ApiOptions,
  ): Promise<ClusterChange>;
  /** Pauses or resumes a virtual cluster. */
  changeClusterLifecycle(
    uid: string,
    change: ClusterLifecycleChange,
    options?: ApiOptions,
  ): Promise<ClusterChange>;
  /** Gives a node pool another size, or other bounds to scale it in. */
  resizeNodePool(
    uid: string,
    change: NodePoolResize,
    options?: ApiOptions,
  ): Promise<ClusterChange>;
  /** Renames a cluster, or gives it other tags. */
  changeClusterMetadata(
    uid: string,
    change: ClusterMetadataChange,
    options?: ApiOptions,
  ): Promise<ClusterChange>;
}

/** The calls of {@link ClusterChangesApi}. */
export const clusterChangesApi = (api: ApiRequester): ClusterChangesApi => ({
  deleteCluster: (uid, body, options) =>
    api.json(apiPath`/clusters/${uid}/delete`, options, { body }),
  forceDeleteCluster: (uid, body, options) =>
    api.json(apiPath`/clusters/${uid}/force-delete`, options, { body }),
  changeClusterProfiles: (uid, body, options) =>
    api.json(apiPath`/clusters/${uid}/profiles`, options, { body }),
  validateClusterProfiles: (uid, body, options) =>
    toValidation<ProfilesValidation>(
      api.json(apiPath`/clusters/${uid}/profiles/validate`, options, { body }),
    ),
  removeClusterProfile: (uid, body, options) =>
    api.json(apiPath`/clusters/${uid}/profiles/remove`, options, { body }),
  listClusterVariables: async (uid, options) => {
    const { profiles } = await api.json<{
      profiles: ClusterProfileVariables[];
    }>(apiPath`/clusters/${uid}/variables`, options);
    return profiles;
  },
  changeClusterVariables: (uid, body, options) =>
    api.json(apiPath`/clusters/${uid}/variables`, options, { body }),
  approveClusterRepave: (uid, body = {}, options) =>
    api.json(apiPath`/clusters/${uid}/repave/approve`, options, { body }),
  changeClusterLifecycle: (uid, body, options) =>
    api.json(apiPath`/clusters/${uid}/lifecycle`, options, { body }),
  resizeNodePool: (uid, body, options) =>
    api.json(apiPath`/clusters/${uid}/nodepools`, options, { body }),
  changeClusterMetadata: (uid, body, options) =>
    api.json(apiPath`/clusters/${uid}/metadata`, options, { body }),
});
