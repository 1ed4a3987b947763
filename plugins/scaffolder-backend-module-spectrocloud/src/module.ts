import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { PaletteUserApi } from '@terasky/backstage-plugin-spectrocloud-node';
import { createProfileAttachAction } from './actions/attachProfile';
import { createClusterCreateAction } from './actions/createCluster';
import { createClusterDeleteAction } from './actions/deleteCluster';
import { createKubeconfigAction } from './actions/getKubeconfig';
import { createClusterWaitAction } from './actions/waitForCluster';
import { systemClock } from './wait/Clock';

/**
 * Palette's clusters in templates, as the user who runs them.
 *
 * @public
 */
export const scaffolderModuleSpectroCloud = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'spectrocloud',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        actions: scaffolderActionsExtensionPoint,
      },
      async init({ actions, config, ...services }) {
        const deps = {
          users: PaletteUserApi.create(services),
          clock: systemClock,
          appUrl: config.getString('app.baseUrl'),
        };
        actions.addActions(
          createClusterCreateAction(deps),
          createClusterWaitAction(deps),
          createKubeconfigAction(deps),
          createProfileAttachAction(deps),
          createClusterDeleteAction(deps),
        );
      },
    });
  },
});
