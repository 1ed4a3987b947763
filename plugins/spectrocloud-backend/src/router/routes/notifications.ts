import { spectroCloudClusterViewInfoPermission } from '@terasky/backstage-plugin-spectrocloud-common';
import {
  fleetNotificationsSchema,
  paletteNotificationSchema,
} from '@terasky/backstage-plugin-spectrocloud-common/schemas';
import { z } from 'zod';
import {
  listClusterNotifications,
  listNotifications,
} from '../../queries/notifications';
import { defineRoute } from '../route';
import { scopeQuery, uidParams } from '../schemas';

const permissions = [spectroCloudClusterViewInfoPermission];

/** What Palette has to say, and nobody has dealt with. */
export const notificationRoutes = [
  defineRoute({
    method: 'get',
    path: '/notifications',
    operation: 'listNotifications',
    summary:
      'The newest notifications of clusters that nobody has dealt with, the most urgent first',
    permissions,
    allowServiceToken: true,
    query: scopeQuery,
    answer: fleetNotificationsSchema,
    handle: async ({ reader, query }) =>
      listNotifications(reader, query.projectUid),
  }),
  defineRoute({
    method: 'get',
    path: '/clusters/:uid/notifications',
    operation: 'listClusterNotifications',
    summary:
      'The newest notifications of a cluster that nobody has dealt with, the most urgent first',
    permissions,
    allowServiceToken: true,
    params: uidParams,
    query: scopeQuery,
    answer: z.object({ notifications: z.array(paletteNotificationSchema) }),
    handle: async ({ reader, params, query }) => ({
      notifications: await listClusterNotifications(
        reader,
        params.uid,
        query.projectUid,
      ),
    }),
  }),
];
