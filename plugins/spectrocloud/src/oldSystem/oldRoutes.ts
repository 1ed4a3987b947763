import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

export const oldRootRouteRef = createRouteRef({ id: 'spectrocloud' });

/** The pages, where the app has them: a card may stand in one that hasn't, for which a required route would be an error. */
export const pagesRouteRef = createExternalRouteRef({
  id: 'pages',
  optional: true,
  defaultTarget: 'spectrocloud.root',
});
