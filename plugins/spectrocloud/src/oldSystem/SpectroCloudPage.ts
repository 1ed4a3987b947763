import { createRoutableExtension } from '@backstage/core-plugin-api';
import { oldPlugin } from './oldPlugin';
import { oldRootRouteRef } from './oldRoutes';

/**
 * The pages of Palette, for an app of the old front-end system: the element of a route.
 *
 * @public
 */
export const SpectroCloudPage = oldPlugin.provide(
  createRoutableExtension({
    name: 'SpectroCloudPage',
    component: () => import('./PalettePage').then(m => m.PalettePage),
    mountPoint: oldRootRouteRef,
  }),
);
