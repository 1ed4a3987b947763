import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { authProvidersExtensionPoint } from '@backstage/plugin-auth-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { SPECTROCLOUD_AUTH_PROVIDER_ID } from '@terasky/backstage-plugin-spectrocloud-common';
import { createProvider } from './createProvider';

/**
 * The auth provider `spectrocloud`: sign in to Backstage with SpectroCloud Palette.
 *
 * @public
 */
export const authModuleSpectroCloudProvider = createBackendModule({
  pluginId: 'auth',
  moduleId: 'spectrocloud-provider',
  register(env) {
    env.registerInit({
      deps: {
        providers: authProvidersExtensionPoint,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        scheduler: coreServices.scheduler,
      },
      async init({ providers, httpRouter, ...services }) {
        const provider = await createProvider(services);
        if (provider) {
          httpRouter.use(provider.router);
          providers.registerProvider({
            providerId: SPECTROCLOUD_AUTH_PROVIDER_ID,
            factory: provider.factory,
          });
        }
      },
    });
  },
});
