import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { SpectroCloudIcon } from '@terasky/backstage-plugin-spectrocloud-auth';
import { entityExtensions } from './entityExtensions';
import { palettePage } from './palettePage';
import {
  clusterGroupRouteRef,
  clusterGroupsRouteRef,
  clusterRouteRef,
  clustersRouteRef,
  createClusterRouteRef,
  fleetRouteRef,
  profileRouteRef,
  profilesRouteRef,
  projectsRouteRef,
  rootRouteRef,
  sessionRouteRef,
} from './routes';
import { subPages } from './subPages';

/**
 * The pages of Palette, for the new front-end system.
 *
 * @public
 */
export const spectroCloudPlugin = createFrontendPlugin({
  pluginId: 'spectrocloud',
  title: 'Palette',
  icon: <SpectroCloudIcon fontSize="inherit" />,
  routes: {
    root: rootRouteRef,
    fleet: fleetRouteRef,
    clusters: clustersRouteRef,
    cluster: clusterRouteRef,
    createCluster: createClusterRouteRef,
    clusterGroups: clusterGroupsRouteRef,
    clusterGroup: clusterGroupRouteRef,
    projects: projectsRouteRef,
    profiles: profilesRouteRef,
    profile: profileRouteRef,
    session: sessionRouteRef,
  },
  extensions: [palettePage, ...subPages, ...entityExtensions],
});
