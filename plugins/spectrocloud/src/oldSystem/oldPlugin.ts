import { createApiFactory, createPlugin } from '@backstage/core-plugin-api';
import { spectroCloudAuthApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import { configApiRef, discoveryApiRef, fetchApiRef } from '../coreApiRefs';
import { QuietPalette, quietPaletteRef } from '../QuietPalette';
import { oldRootRouteRef, pagesRouteRef } from './oldRoutes';

/** What the extensions of the old front-end system belong to; an app finds it through them. */
export const oldPlugin = createPlugin({
  id: 'spectrocloud',
  routes: { root: oldRootRouteRef },
  externalRoutes: { pages: pagesRouteRef },
  apis: [
    createApiFactory({
      api: quietPaletteRef,
      deps: {
        configApi: configApiRef,
        discoveryApi: discoveryApiRef,
        fetchApi: fetchApiRef,
        authApi: spectroCloudAuthApiRef,
      },
      factory: deps => QuietPalette.create(deps),
    }),
  ],
});
