import { ApiRequester, type SpectroCloudClientOptions } from './ApiRequester';
import { peopleApi } from './areas/peopleApi';
import { clusterAccessApi } from './areas/clusterAccessApi';
import { clusterApi } from './areas/clusterApi';
import { clusterChangesApi } from './areas/clusterChangesApi';
import { clusterLogsApi } from './areas/clusterLogsApi';
import { clusterUpkeepApi } from './areas/clusterUpkeepApi';
import { kubernetesAccessApi } from './areas/kubernetesAccessApi';
import { notificationApi } from './areas/notificationApi';
import { placementApi } from './areas/placementApi';
import { virtualClusterApi } from './areas/virtualClusterApi';
import { profileApi } from './areas/profileApi';
import { clusterCreationApi } from './areas/clusterCreationApi';
import type { SpectroCloudApi } from './SpectroCloudApi';

/** Every call that {@link SpectroCloudApi} has, each area's from its own file. */
const allCalls = (api: ApiRequester): SpectroCloudApi => ({
  ...peopleApi(api),
  ...clusterApi(api),
  ...clusterAccessApi(api),
  ...clusterChangesApi(api),
  ...clusterLogsApi(api),
  ...clusterUpkeepApi(api),
  ...kubernetesAccessApi(api),
  ...notificationApi(api),
  ...placementApi(api),
  ...virtualClusterApi(api),
  ...profileApi(api),
  ...clusterCreationApi(api),
});

/**
 * Typed client of the `spectrocloud` backend plugin.
 *
 * Plain: it neither re-authenticates nor retries; wrap the `fetchApi` for that.
 * Throws `ResponseError` for every answer that is not a success.
 *
 * @public
 */
export class SpectroCloudClient {
  private constructor(api: ApiRequester) {
    Object.assign(this, allCalls(api));
  }

  /** Makes a client. */
  static create(options: SpectroCloudClientOptions): SpectroCloudClient {
    return new SpectroCloudClient(new ApiRequester(options));
  }
}

/** The calls that the constructor puts in. @public */
export interface SpectroCloudClient extends SpectroCloudApi {}
