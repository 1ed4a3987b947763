import { createContext, useContext } from 'react';

/** Where the pages are in this app. */
export interface PaletteLinks {
  fleet: string;
  clusters: string;
  cluster: (uid: string) => string;
  createCluster: string;
  clusterGroups: string;
  clusterGroup: (uid: string) => string;
  projects: string;
  profiles: string;
  profile: (uid: string) => string;
  session: string;
}

/** What the two front-end systems do differently. */
export interface PaletteRouting {
  links: PaletteLinks;
  /** Whether the app has the pages that the links lead to. */
  hasPages: boolean;
  /** A hook: what follows the page's own path in the address, part by part. */
  useSubPath: (base: string) => string[];
}

export const PaletteRoutingContext = createContext<PaletteRouting | undefined>(
  undefined,
);

function usePaletteRouting(): PaletteRouting {
  const routing = useContext(PaletteRoutingContext);
  if (!routing) {
    throw new Error('A component of Palette stands outside of its extensions');
  }
  return routing;
}

/** Where the pages of Palette are. */
export function usePaletteLinks(): PaletteLinks {
  return usePaletteRouting().links;
}

/** Whether the app has the pages of Palette; cards may stand in one that hasn't. */
export function useHasPages(): boolean {
  return usePaletteRouting().hasPages;
}

/** What follows the path of a page in the address, part by part. */
export function useSubPath(base: string): string[] {
  return usePaletteRouting().useSubPath(base);
}

/** The parts of a path. */
export function splitPath(path: string): string[] {
  return path.split('/').filter(Boolean);
}
