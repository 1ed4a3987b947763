import type { Cluster } from '@terasky/backstage-plugin-spectrocloud-common';
import { usePaletteInstances } from './usePaletteInstances';
import { usePaletteScope } from './PaletteScope';

/** Where Palette's console shows clusters, where it is configured and their project is known. */
export function useConsoleUrls(): (
  uid: string,
  projectUid: string | undefined,
) => string | undefined {
  const { instance } = usePaletteScope();
  const consoleUrl = usePaletteInstances().consoleUrlOf(instance);
  return (uid, projectUid) => {
    if (!consoleUrl || !projectUid) return undefined;
    const [project, cluster] = [projectUid, uid].map(encodeURIComponent);
    return `${consoleUrl}/projects/${project}/clusters/${cluster}/overview`;
  };
}

/** Where Palette's console shows the cluster. */
export function useConsoleUrl({ metadata, spec }: Cluster): string | undefined {
  return useConsoleUrls()(metadata.uid, spec.projectUid);
}
