import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  kubernetesClusterSupplierExtensionPoint,
  kubernetesObjectsProviderExtensionPoint,
} from '@backstage/plugin-kubernetes-node';
import { PaletteUserApi } from '@terasky/backstage-plugin-spectrocloud-node';
import { dropRevokedSessions } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { readClusterProviders } from './config/readClusterProviders';
import { IdTokens } from './objects/IdTokens';
import { PaletteObjectsProvider } from './objects/PaletteObjectsProvider';
import { ProxySignIn } from './proxy/ProxySignIn';
import { CallerClusters } from './supplier/CallerClusters';
import { PaletteClusterSupplier } from './supplier/PaletteClusterSupplier';

/**
 * The calling user's Palette clusters as clusters of the Kubernetes plugin.
 *
 * @public
 */
export const kubernetesModuleSpectroCloud = createBackendModule({
  pluginId: 'kubernetes',
  moduleId: 'spectrocloud',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        clusterSupplier: kubernetesClusterSupplierExtensionPoint,
        objectsProvider: kubernetesObjectsProviderExtensionPoint,
      },
      async init({ clusterSupplier, objectsProvider, ...services }) {
        const { auth, config, events, httpRouter, logger } = services;
        const api = PaletteUserApi.create(services);
        const palettes = readClusterProviders(config).map(
          provider => new CallerClusters({ config: provider, api, logger }),
        );
        if (palettes.length === 0) return;
        await dropRevokedSessions(palettes, {
          id: 'kubernetes-spectrocloud-clusters',
          events,
          logger,
          otherwise:
            'The clusters of ended Palette sessions are dropped only after refreshIntervalSeconds',
        });
        clusterSupplier.addClusterSupplier(
          async ({ getDefault }) =>
            new PaletteClusterSupplier({
              auth,
              palettes,
              others: await getDefault(),
            }),
        );
        const idTokens = new IdTokens(services);
        objectsProvider.addObjectsProvider(
          async ({ getDefault, clusterSupplier: supplier }) => {
            const parts = { ...services, idTokens, palettes, supplier };
            // Before the plugin's own routes, which it adds when all of this is made.
            httpRouter.use(new ProxySignIn(parts).handle);
            return new PaletteObjectsProvider({
              ...parts,
              api,
              objects: await getDefault(),
            });
          },
        );
      },
    });
  },
});
