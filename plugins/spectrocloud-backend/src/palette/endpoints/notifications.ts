import type { PaletteClient } from '../PaletteClient';
import { palettePath } from '../palettePath';
import type { V1Notification } from '../v1clusterAccess';

/** One page: as with events, older ones have no reader, and Palette has no order of its own. */
const NEWEST = { limit: '50', orderBy: 'metadata.lastModifiedTimestamp=-1' };

/** The newest notifications of a project, or of the tenant, those that are done among them. */
export async function fetchNotifications(
  client: PaletteClient,
  projectUid?: string,
): Promise<V1Notification[]> {
  return client.items({
    path: palettePath`/v1/notifications/`,
    query: NEWEST,
    projectUid,
  });
}

/** The newest notifications of a cluster that are not done. */
export async function fetchClusterNotifications(
  client: PaletteClient,
  uid: string,
  projectUid?: string,
): Promise<V1Notification[]> {
  return client.items({
    path: palettePath`/v1/notifications/spectrocluster/${uid}`,
    query: { ...NEWEST, isDone: 'false' },
    projectUid,
  });
}
