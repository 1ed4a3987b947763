import { useApi } from '@backstage/frontend-plugin-api';
import type { Cluster } from '@terasky/backstage-plugin-spectrocloud-common';
import { useEffect } from 'react';
import { pollClusters } from '../clusters/pollClusters';
import { usePaletteScope } from '../components/PaletteScope';
import { quietPaletteRef } from '../QuietPalette';

/** Follows a cluster that Palette is at work on, upgrades among it, and has it loaded anew when that has come further; asks for nothing of any other. */
export function useFollowedCluster(cluster: Cluster, reload: () => void): void {
  // Nobody is asked to sign in because of what the page does by itself.
  const { client } = useApi(quietPaletteRef);
  const { instance } = usePaletteScope();
  useEffect(() => {
    const controller = new AbortController();
    pollClusters({
      clusters: [cluster],
      read: (uid, options) =>
        client.getClusterState(uid, { ...options, instance }),
      signal: controller.signal,
      onChange: reload,
    });
    return () => controller.abort();
  }, [client, cluster, instance, reload]);
}
