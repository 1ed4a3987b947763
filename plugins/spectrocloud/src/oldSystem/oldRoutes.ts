import { createRouteRef } from '@backstage/core-plugin-api';

export const oldRootRouteRef = createRouteRef({ id: 'spectrocloud' });
