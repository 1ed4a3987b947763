import type { PeopleApi } from './areas/peopleApi';
import type { ClusterAccessApi } from './areas/clusterAccessApi';
import type { ClusterApi } from './areas/clusterApi';
import type { ClusterChangesApi } from './areas/clusterChangesApi';
import type { ClusterLogsApi } from './areas/clusterLogsApi';
import type { ClusterUpkeepApi } from './areas/clusterUpkeepApi';
import type { KubernetesAccessApi } from './areas/kubernetesAccessApi';
import type { NotificationApi } from './areas/notificationApi';
import type { PlacementApi } from './areas/placementApi';
import type { VirtualClusterApi } from './areas/virtualClusterApi';
import type { ProfileApi } from './areas/profileApi';
import type { ClusterCreationApi } from './areas/clusterCreationApi';

/** The Palette API of the backend plugin, called as the signed-in user. @public */
export interface SpectroCloudApi
  extends
    PeopleApi,
    ClusterApi,
    ClusterAccessApi,
    ClusterChangesApi,
    ClusterLogsApi,
    ClusterUpkeepApi,
    KubernetesAccessApi,
    NotificationApi,
    PlacementApi,
    VirtualClusterApi,
    ProfileApi,
    ClusterCreationApi {}
