import type { Cluster } from '@terasky/backstage-plugin-spectrocloud-common';
import { stateOf } from '../../components/stateOf';

/** Whether the cluster waits for what lets it join Palette; only imported ones have a type. */
export function isBeingImported({ spec, status }: Cluster): boolean {
  const state = stateOf(status.state);
  return (
    state === 'Importing' ||
    (state === 'Pending' && spec.clusterType !== undefined)
  );
}
