import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  SPECTROCLOUD_PLUGIN_ID,
  spectroCloudPermissions,
} from '@terasky/backstage-plugin-spectrocloud-common';
import {
  dropRevokedSessions,
  isSpectroCloudEnabled,
  spectroCloudTokenServiceRef,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { registerActions } from './actions/registerActions';
import { createApi } from './createApi';

/**
 * The Palette API, called as the signed-in user.
 *
 * @public
 */
export const spectroCloudPlugin = createBackendPlugin({
  pluginId: SPECTROCLOUD_PLUGIN_ID,
  register(env) {
    env.registerInit({
      deps: {
        actions: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        tokens: spectroCloudTokenServiceRef,
      },
      async init(deps) {
        if (!isSpectroCloudEnabled(deps.config)) {
          deps.logger.info('Switched off by spectrocloud.enabled');
          return;
        }
        deps.permissionsRegistry.addPermissions(spectroCloudPermissions);
        const api = createApi(deps);
        await dropRevokedSessions([api.cache, api.decisions], {
          id: 'spectrocloud-reads',
          events: deps.events,
          logger: deps.logger,
          // Lists are asked for with the session's token anyway, and live for seconds.
          otherwise:
            'Lists of revoked Palette sessions are dropped only after spectrocloud.listTtl',
        });
        registerActions(deps.actions, {
          ...api,
          appUrl: deps.config.getOptionalString('app.baseUrl'),
          getApiUrl: () =>
            deps.discovery.getExternalBaseUrl(SPECTROCLOUD_PLUGIN_ID),
        });
        deps.httpRouter.use(api.router);
        deps.httpRouter.addAuthPolicy({
          path: '/health',
          allow: 'unauthenticated',
        });
      },
    });
  },
});
