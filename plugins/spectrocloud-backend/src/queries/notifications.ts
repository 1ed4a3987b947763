import type {
  FleetNotifications,
  PaletteNotification,
  VirtualClusterSummary,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { byUrgency, isOpen, toNotification } from '../mapping/notifications';
import {
  fetchClusterNotifications,
  fetchNotifications,
} from '../palette/endpoints/notifications';
import type { PaletteReader } from '../reads/PaletteReader';
import { getScopes } from './getMe';
import { listClusters } from './listClusters';
import { readClusterPart } from './readClusterPart';

/** One call each, all at once. */
const MAX_PROJECTS = 8;

/** What Palette has to say of a cluster, and nobody has dealt with. */
export async function listClusterNotifications(
  reader: PaletteReader,
  uid: string,
  projectUid?: string,
): Promise<PaletteNotification[]> {
  return readClusterPart(
    reader,
    {
      operation: 'cluster-notifications',
      fetch: fetchClusterNotifications,
      map: found => found.filter(isOpen).map(toNotification).sort(byUrgency),
    },
    uid,
    projectUid,
  );
}

/**
 * The newest of these of all clusters that the caller may see. The list of
 * clusters, which is held where it is on the page, says which have any: nothing
 * is asked where none has, one call is made in the tenant, and for users of single
 * projects one for each project of such a cluster, eight at most.
 */
export async function listNotifications(
  reader: PaletteReader,
  projectUid?: string,
): Promise<FleetNotifications> {
  const clusters = await listClusters(reader, { projectUid });
  const all = [...clusters.of('host'), ...clusters.of('virtual')];
  const notified = all.filter(({ status }) => status.updateAvailable);
  if (notified.length === 0) return { notifications: [], projectsLeftOut: 0 };
  return reader.list('notifications', [projectUid], async shared => {
    const scopes = await scopesOf(shared, notified, projectUid);
    const asked = scopes.slice(0, MAX_PROJECTS);
    const found = await Promise.all(
      asked.map(scope => fetchNotifications(shared.client, scope)),
    );
    return {
      notifications: distinct(found.flat().filter(isOpen).map(toNotification))
        .flatMap(notification => {
          // Of a cluster that the caller doesn't see, or of something else.
          const summary = clusters.find(
            notification.cluster?.uid ?? '',
          )?.summary;
          return summary
            ? [{ ...notification, cluster: referenceOf(summary) }]
            : [];
        })
        .sort(byUrgency),
      projectsLeftOut: scopes.length - asked.length,
    };
  });
}

async function scopesOf(
  reader: PaletteReader,
  notified: VirtualClusterSummary[],
  projectUid: string | undefined,
): Promise<Array<string | undefined>> {
  if (projectUid) return [projectUid];
  const scopes = await getScopes(reader, 'cluster.list');
  // The tenant's scope, or the only project.
  if (scopes.length === 1) return scopes;
  const projectUids = new Set(notified.map(({ spec }) => spec.projectUid));
  return scopes.filter(scope => projectUids.has(scope));
}

function referenceOf({ metadata, spec }: VirtualClusterSummary) {
  const { uid, name } = metadata;
  return { uid, name, projectUid: spec.projectUid };
}

function distinct(notifications: PaletteNotification[]): PaletteNotification[] {
  return [...new Map(notifications.map(one => [one.uid, one])).values()];
}
