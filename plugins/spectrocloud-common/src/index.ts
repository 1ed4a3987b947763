/**
 * Names, permissions, wire types and the typed API client shared by the SpectroCloud Palette plugins.
 *
 * @packageDocumentation
 */

export { AGENT_SILENT_AFTER_MS } from './agentSilence';
export * from './annotations';
export { compareVersions } from './compareVersions';
export * from './events';
export { foldCase, foldEmail, isSameEmail, toAsciiDomain } from './fold';
export * from './names';
export * from './permissions';
export {
  CONNECT_TICKET_PATH,
  USER_SESSIONS_PATH,
  type SpectroCloudSessionInfo,
} from './sessions';
export * from './wire';
export {
  PALETTE_VISIBILITY_RULE,
  type PaletteVisibilityParams,
} from './visibility';
export { ReauthenticationRequiredError } from './ReauthenticationRequiredError';
export {
  SIGN_IN_FAILURE_PARAMETERS,
  SIGN_IN_FAILURES,
  type SignInFailureCode,
} from './signInFailures';
export type { SpectroCloudClientOptions } from './client/ApiRequester';
export type { PaletteFile } from './client/file';
export type { Kubeconfig } from './client/kubeconfig';
export { fetchWithToken } from './client/fetchWithToken';
export type { ClusterChangesApi } from './client/areas/clusterChangesApi';
export type { ClusterLogsApi } from './client/areas/clusterLogsApi';
export { SpectroCloudClient } from './client/SpectroCloudClient';
export { findingsOf } from './client/validation';
export type { SpectroCloudApi } from './client/SpectroCloudApi';
export type { ApiOptions, KubeconfigOptions } from './client/ApiOptions';
export type { PeopleApi } from './client/areas/peopleApi';
export type { ClusterApi } from './client/areas/clusterApi';
export type { ClusterAccessApi } from './client/areas/clusterAccessApi';
export type { NotificationApi } from './client/areas/notificationApi';
export type { PlacementApi, PlacementQuery } from './client/areas/placementApi';
export type { ClusterUpkeepApi } from './client/areas/clusterUpkeepApi';
export type { KubernetesAccessApi } from './client/areas/kubernetesAccessApi';
export type { VirtualClusterApi } from './client/areas/virtualClusterApi';
export type { ProfileApi } from './client/areas/profileApi';
export type { ClusterCreationApi } from './client/areas/clusterCreationApi';
export * from './reauthentication';
