import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { readProviderConfigs } from './config/readProviderConfigs';
import {
  paletteEntitiesExtensionPoint,
  type PaletteEntityTransformer,
} from './entities/transformers';
import { isVisiblePaletteEntity } from './permissions/isVisiblePaletteEntity';
import { createServiceApi } from './provider/createServiceApi';
import { PaletteEntityProvider } from './provider/PaletteEntityProvider';

/**
 * Palette's projects, clusters, cluster groups and profiles in the catalog.
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
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
        permissions: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init({
        processing,
        config,
        discovery,
        permissions,
        scheduler,
        ...services
      }) {
        permissions.addPermissionRules([isVisiblePaletteEntity]);
        const api = createServiceApi({ auth: services.auth, discovery });
        for (const provider of readProviderConfigs(config)) {
          processing.addEntityProvider(
            new PaletteEntityProvider({
              ...services,
              config: provider,
              api,
              transformers,
              taskRunner: scheduler.createScheduledTaskRunner(
                provider.schedule,
              ),
            }),
          );
        }
      },
    });
  },
});
