import {
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

export const rootRouteRef = createRouteRef();
export const fleetRouteRef = createRouteRef();
export const clustersRouteRef = createRouteRef();
export const clusterRouteRef = createSubRouteRef({
  parent: clustersRouteRef,
  path: '/:uid',
});
export const createClusterRouteRef = createSubRouteRef({
  parent: clustersRouteRef,
  path: '/create',
});
export const projectsRouteRef = createRouteRef();
export const profilesRouteRef = createRouteRef();
export const profileRouteRef = createSubRouteRef({
  parent: profilesRouteRef,
  path: '/:uid',
});
export const clusterGroupsRouteRef = createRouteRef();
export const clusterGroupRouteRef = createSubRouteRef({
  parent: clusterGroupsRouteRef,
  path: '/:uid',
});
export const sessionRouteRef = createRouteRef();
