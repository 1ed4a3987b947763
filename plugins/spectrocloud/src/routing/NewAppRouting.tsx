import { useRouteRef } from '@backstage/frontend-plugin-api';
import { type PropsWithChildren, useMemo } from 'react';
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
  sessionRouteRef,
} from '../routes';
import { PaletteRoutingContext } from './PaletteRouting';
import { useNewAppSubPath } from './useNewAppSubPath';

/** Links and addresses as the new front-end system has them; a page that is switched off is at the top. */
export const NewAppRouting = ({ children }: PropsWithChildren) => {
  const fleet = useRouteRef(fleetRouteRef);
  const clusters = useRouteRef(clustersRouteRef);
  const cluster = useRouteRef(clusterRouteRef);
  const createCluster = useRouteRef(createClusterRouteRef);
  const clusterGroups = useRouteRef(clusterGroupsRouteRef);
  const clusterGroup = useRouteRef(clusterGroupRouteRef);
  const projects = useRouteRef(projectsRouteRef);
  const profiles = useRouteRef(profilesRouteRef);
  const profile = useRouteRef(profileRouteRef);
  const session = useRouteRef(sessionRouteRef);
  const routing = useMemo(
    () => ({
      links: {
        fleet: fleet?.() ?? '/',
        clusters: clusters?.() ?? '/',
        cluster: (uid: string) => cluster?.({ uid }) ?? '/',
        createCluster: createCluster?.() ?? '/',
        clusterGroups: clusterGroups?.() ?? '/',
        clusterGroup: (uid: string) => clusterGroup?.({ uid }) ?? '/',
        projects: projects?.() ?? '/',
        profiles: profiles?.() ?? '/',
        profile: (uid: string) => profile?.({ uid }) ?? '/',
        session: session?.() ?? '/',
      },
      hasPages: clusters !== undefined,
      useSubPath: useNewAppSubPath,
    }),
    [
      fleet,
      clusters,
      cluster,
      createCluster,
      clusterGroups,
      clusterGroup,
      projects,
      profiles,
      profile,
      session,
    ],
  );
  return (
    <PaletteRoutingContext.Provider value={routing}>
      {children}
    </PaletteRoutingContext.Provider>
  );
};
