import {
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { oldRootRouteRef } from './oldRoutes';

const plugin = createPlugin({
  id: 'spectrocloud',
  routes: { root: oldRootRouteRef },
});

/**
 * The pages of Palette, for an app of the old front-end system: the element of a route.
 *
 * @public
 */
export const SpectroCloudPage = plugin.provide(
  createRoutableExtension({
    name: 'SpectroCloudPage',
    component: () => import('./PalettePage').then(m => m.PalettePage),
    mountPoint: oldRootRouteRef,
  }),
);
