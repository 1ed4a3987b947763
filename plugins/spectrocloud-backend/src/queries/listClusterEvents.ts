import type { ClusterEvent } from '@terasky/backstage-plugin-spectrocloud-common';
import { toClusterEvent } from '../mapping/infrastructure';
import { fetchClusterEvents } from '../palette/endpoints/clusters';
import type { PaletteReader } from '../reads/PaletteReader';
import { locateCluster } from './locateCluster';

/** The latest events of a cluster, newest first. */
export async function listClusterEvents(
  reader: PaletteReader,
  uid: string,
  givenProjectUid?: string,
): Promise<ClusterEvent[]> {
  const projectUid = await locateCluster(reader, uid, givenProjectUid);
  return reader.list('cluster-events', [uid, projectUid], async shared => {
    const events = await fetchClusterEvents(shared.client, uid, projectUid);
    return events
      .map(toClusterEvent)
      .sort((a, b) => (b.timestamp ?? '').localeCompare(a.timestamp ?? ''));
  });
}
