import {
  ErrorPage,
  Header,
  Page,
  Progress,
  TabbedLayout,
} from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { lazy, Suspense } from 'react';
import { ClusterGroupsPage } from '../clusterGroups/ClusterGroupsPage';
import { ClustersPage } from '../clusters/ClustersPage';
import { ProfilesPage } from '../profiles/ProfilesPage';
import { ProjectsPage } from '../projects/ProjectsPage';
import { useRouterSubPath } from '../routing/useRouterSubPath';
import { SessionPage } from '../session/SessionPage';
import { spectroCloudTranslationRef } from '../translation';
import { OldAppRouting } from './OldAppRouting';

/** By itself: it brings the charts. */
const FleetPage = lazy(async () => {
  const { FleetPage: page } = await import('../fleet/FleetPage');
  return { default: page };
});

const PATHS = [
  'fleet',
  'clusters',
  'cluster-groups',
  'projects',
  'profiles',
  'session',
];

/** All pages of Palette under one header, with a tab for each; the 404 page where the address names none. */
export const PalettePage = () => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const [path] = useRouterSubPath();
  if (path && !PATHS.includes(path)) {
    return <ErrorPage status="404" statusMessage={t('page.unknownTitle')} />;
  }
  return (
    <OldAppRouting>
      <Page themeId="tool">
        <Header title={t('page.title')} />
        <TabbedLayout>
          <TabbedLayout.Route path="/fleet" title={t('fleet.title')}>
            <Suspense fallback={<Progress />}>
              <FleetPage />
            </Suspense>
          </TabbedLayout.Route>
          <TabbedLayout.Route path="/clusters" title={t('clusters.title')}>
            <ClustersPage />
          </TabbedLayout.Route>
          <TabbedLayout.Route
            path="/cluster-groups"
            title={t('clusterGroups.title')}
          >
            <ClusterGroupsPage />
          </TabbedLayout.Route>
          <TabbedLayout.Route path="/projects" title={t('projects.title')}>
            <ProjectsPage />
          </TabbedLayout.Route>
          <TabbedLayout.Route path="/profiles" title={t('profiles.title')}>
            <ProfilesPage />
          </TabbedLayout.Route>
          <TabbedLayout.Route path="/session" title={t('session.title')}>
            <SessionPage />
          </TabbedLayout.Route>
        </TabbedLayout>
      </Page>
    </OldAppRouting>
  );
};
