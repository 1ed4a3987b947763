import { SubPageBlueprint } from '@backstage/frontend-plugin-api';
import { NewAppRouting } from './routing/NewAppRouting';
import {
  clusterGroupsRouteRef,
  clustersRouteRef,
  fleetRouteRef,
  profilesRouteRef,
  projectsRouteRef,
  sessionRouteRef,
} from './routes';
import { pageTitle } from './pageTitle';

const fleet = SubPageBlueprint.make({
  name: 'fleet',
  params: {
    path: 'fleet',
    title: pageTitle('fleet'),
    routeRef: fleetRouteRef,
    loader: async () => {
      const { FleetPage } = await import('./fleet/FleetPage');
      return (
        <NewAppRouting>
          <FleetPage />
        </NewAppRouting>
      );
    },
  },
});

const clusters = SubPageBlueprint.make({
  name: 'clusters',
  params: {
    path: 'clusters',
    title: pageTitle('clusters'),
    routeRef: clustersRouteRef,
    loader: async () => {
      const { ClustersPage } = await import('./clusters/ClustersPage');
      return (
        <NewAppRouting>
          <ClustersPage />
        </NewAppRouting>
      );
    },
  },
});

const clusterGroups = SubPageBlueprint.make({
  name: 'cluster-groups',
  params: {
    path: 'cluster-groups',
    title: pageTitle('clusterGroups'),
    routeRef: clusterGroupsRouteRef,
    loader: async () => {
      const { ClusterGroupsPage } =
        await import('./clusterGroups/ClusterGroupsPage');
      return (
        <NewAppRouting>
          <ClusterGroupsPage />
        </NewAppRouting>
      );
    },
  },
});

const projects = SubPageBlueprint.make({
  name: 'projects',
  params: {
    path: 'projects',
    title: pageTitle('projects'),
    routeRef: projectsRouteRef,
    loader: async () => {
      const { ProjectsPage } = await import('./projects/ProjectsPage');
      return (
        <NewAppRouting>
          <ProjectsPage />
        </NewAppRouting>
      );
    },
  },
});

const profiles = SubPageBlueprint.make({
  name: 'profiles',
  params: {
    path: 'profiles',
    title: pageTitle('profiles'),
    routeRef: profilesRouteRef,
    loader: async () => {
      const { ProfilesPage } = await import('./profiles/ProfilesPage');
      return (
        <NewAppRouting>
          <ProfilesPage />
        </NewAppRouting>
      );
    },
  },
});

const session = SubPageBlueprint.make({
  name: 'session',
  params: {
    path: 'session',
    title: pageTitle('session'),
    routeRef: sessionRouteRef,
    loader: async () => {
      const { SessionPage } = await import('./session/SessionPage');
      return (
        <NewAppRouting>
          <SessionPage />
        </NewAppRouting>
      );
    },
  },
});

/** The tabs of the page, in their order; the page opens on the first. */
export const subPages = [
  fleet,
  clusters,
  clusterGroups,
  projects,
  profiles,
  session,
];
