import { useRouteRef } from '@backstage/core-plugin-api';
import { type PropsWithChildren, useMemo } from 'react';
import { PaletteRoutingContext } from '../routing/PaletteRouting';
import { useRouterSubPath } from '../routing/useRouterSubPath';
import { pagesRouteRef } from './oldRoutes';

/** Links and addresses as the old front-end system has them; cards may stand in an app without the pages. */
export const OldAppRouting = ({ children }: PropsWithChildren) => {
  const root = useRouteRef(pagesRouteRef)?.();
  const routing = useMemo(() => {
    const below = (...parts: string[]) =>
      [root?.replace(/\/$/, ''), ...parts.map(encodeURIComponent)].join('/');
    return {
      links: {
        fleet: below('fleet'),
        clusters: below('clusters'),
        cluster: (uid: string) => below('clusters', uid),
        createCluster: below('clusters', 'create'),
        clusterGroups: below('cluster-groups'),
        clusterGroup: (uid: string) => below('cluster-groups', uid),
        projects: below('projects'),
        profiles: below('profiles'),
        profile: (uid: string) => below('profiles', uid),
        session: below('session'),
      },
      hasPages: root !== undefined,
      useSubPath: useRouterSubPath,
    };
  }, [root]);
  return (
    <PaletteRoutingContext.Provider value={routing}>
      {children}
    </PaletteRoutingContext.Provider>
  );
};
