import type { FleetNotifications, PaletteNotification } from '../../wire';
import type { ApiOptions } from '../ApiOptions';
import { apiPath, type ApiRequester } from '../ApiRequester';

/** What Palette has to say of clusters, and nobody has dealt with. @public */
export interface NotificationApi {
  /** Of one cluster. */
  listClusterNotifications(
    uid: string,
    options?: ApiOptions,
  ): Promise<PaletteNotification[]>;
  /** The newest ones of all clusters that the caller may see. */
  listNotifications(options?: ApiOptions): Promise<FleetNotifications>;
}

/** The calls of {@link NotificationApi}. */
export const notificationApi = (api: ApiRequester): NotificationApi => ({
  listClusterNotifications: (uid, options) =>
    api.list(apiPath`/clusters/${uid}/notifications`, 'notifications', options),
  listNotifications: options => api.json('/notifications', options),
});
