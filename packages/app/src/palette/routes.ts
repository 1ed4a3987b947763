import { createRouteRef } from '@backstage/frontend-plugin-api';

export const rootRouteRef = createRouteRef();
export const clustersRouteRef = createRouteRef();
export const projectsRouteRef = createRouteRef();
export const profilesRouteRef = createRouteRef();
export const sessionRouteRef = createRouteRef();
