import {
  createFrontendPlugin,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { SpectroCloudIcon } from '@terasky/backstage-plugin-spectrocloud-auth';
import {
  clustersRouteRef,
  profilesRouteRef,
  projectsRouteRef,
  rootRouteRef,
  sessionRouteRef,
} from './routes';
import { paletteTranslationRef } from './translation';

const page = PageBlueprint.make({
  params: {
    path: '/palette',
    routeRef: rootRouteRef,
    title: 'Palette',
    icon: <SpectroCloudIcon fontSize="inherit" />,
  },
});

const clusters = SubPageBlueprint.make({
  name: 'clusters',
  params: {
    path: 'clusters',
    title: paletteTranslationRef('clusters.title'),
    routeRef: clustersRouteRef,
    loader: async () => {
      const { ClustersPage } = await import('./clusters/ClustersPage');
      return <ClustersPage />;
    },
  },
});

const projects = SubPageBlueprint.make({
  name: 'projects',
  params: {
    path: 'projects',
    title: paletteTranslationRef('projects.title'),
    routeRef: projectsRouteRef,
    loader: async () => {
      const { ProjectsPage } = await import('./projects/ProjectsPage');
      return <ProjectsPage />;
    },
  },
});

const profiles = SubPageBlueprint.make({
  name: 'profiles',
  params: {
    path: 'profiles',
    title: paletteTranslationRef('profiles.title'),
    routeRef: profilesRouteRef,
    loader: async () => {
      const { ProfilesPage } = await import('./profiles/ProfilesPage');
      return <ProfilesPage />;
    },
  },
});

const session = SubPageBlueprint.make({
  name: 'session',
  params: {
    path: 'session',
    title: paletteTranslationRef('session.title'),
    routeRef: sessionRouteRef,
    loader: async () => {
      const { SessionPage } = await import('./session/SessionPage');
      return <SessionPage />;
    },
  },
});

/** The Palette pages of the sample app. */
export const palettePlugin = createFrontendPlugin({
  pluginId: 'palette',
  title: 'Palette',
  routes: { root: rootRouteRef },
  extensions: [page, clusters, projects, profiles, session],
});
