import type { Cluster } from '@terasky/backstage-plugin-spectrocloud-common';
import { usePaletteInstances } from './usePaletteInstances';
import { usePaletteScope } from './PaletteScope';

/** Where Palette's console shows the cluster, where it is configured. */
export function useConsoleUrl({ metadata, spec }: Cluster): string | undefined {
  const { instance } = usePaletteScope();
  const consoleUrl = usePaletteInstances().consoleUrlOf(instance);
  if (!consoleUrl || !spec.projectUid) return undefined;
  const [project, uid] = [spec.projectUid, metadata.uid].map(
    encodeURIComponent,
  );
  return `${consoleUrl}/projects/${project}/clusters/${uid}/overview`;
}
