import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { isServed, readProviderConfigs } from './config/readProviderConfigs';
import {
  paletteEntitiesExtensionPoint,
  type PaletteEntityTransformer,
} from './entities/transformers';
import { isVisiblePaletteEntity } from './permissions/isVisiblePaletteEntity';
import { createProviders } from './provider/createProviders';
import { subscribeToEvents } from './provider/subscribeToEvents';

/**
 * Palette's projects, clusters, cluster groups, profiles and people in the catalog.
 *
 * @public
 */
export const catalogModuleSpectroCloud = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'spectrocloud',
  register(env) {
    const transformers: PaletteEntityTransformer[] = [];
    env.registerExtensionPoint(paletteEntitiesExtensionPoint, {
      addTransformer: transformer => {
        transformers.push(transformer);
      },
    });
    env.registerInit({
      deps: {
        processing: catalogProcessingExtensionPoint,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        database: coreServices.database,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init({
        processing,
        config,
        discovery,
        events,
        permissions,
        scheduler,
        ...services
      }) {
        permissions.addPermissionRules([isVisiblePaletteEntity]);
        const configs = readProviderConfigs(config);
        if (configs.length > 0 && !isServed(config)) {
          services.logger.warn(
            "The catalog reads no Palette unless spectrocloud.serviceTokenFor names 'catalog'",
          );
        }
        const { providers, processor } = createProviders({
          ...services,
          discovery,
          scheduler,
          transformers,
          configs,
        });
        processing.addEntityProvider(providers);
        processing.addProcessor(processor);
        await subscribeToEvents(providers, { ...services, events });
      },
    });
  },
});
