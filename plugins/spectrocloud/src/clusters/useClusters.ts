import { useApi } from '@backstage/frontend-plugin-api';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import type { VirtualClusterSummary } from '@terasky/backstage-plugin-spectrocloud-common';
import {
  explainError,
  useLoad,
} from '@terasky/backstage-plugin-spectrocloud-react';

/** Host and virtual clusters; who may not list virtual ones still sees the others. */
export function useClusters() {
  const api = useApi(spectroCloudApiRef);
  return useLoad(async (options): Promise<VirtualClusterSummary[]> => {
    const [hosts, virtual] = await Promise.all([
      api.listClusters(options),
      api.listVirtualClusters(options).catch(error => {
        if (explainError(error) === 'forbidden') return [];
        throw error;
      }),
    ]);
    return [...hosts, ...virtual];
  });
}
