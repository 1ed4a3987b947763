import { useHasPages, usePaletteLinks } from './PaletteRouting';
import { usePaletteScope } from '../components/PaletteScope';

/** Where the pages of single things are, in the Palette that is asked here; undefined in an app without the pages. */
export function usePageLinks() {
  const links = usePaletteLinks();
  const hasPages = useHasPages();
  const { instance, projectUid } = usePaletteScope();
  const to = (page: string, query: Record<string, string | undefined>) => {
    if (!hasPages) return undefined;
    const given = Object.entries(query).flatMap(([name, value]) =>
      value ? [[name, value]] : [],
    );
    const text = new URLSearchParams(given).toString();
    return text ? `${page}?${text}` : page;
  };
  return {
    cluster: (uid: string, project = projectUid) =>
      to(links.cluster(uid), { instance, projectUid: project }),
    profile: (uid: string, project = projectUid) =>
      to(links.profile(uid), { instance, projectUid: project }),
    clusterGroup: (uid: string, project = projectUid) =>
      to(links.clusterGroup(uid), { instance, projectUid: project }),
    clustersOf: (project: string) => to(links.clusters, { project }),
  };
}
