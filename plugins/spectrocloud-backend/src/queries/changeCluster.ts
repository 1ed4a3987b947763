import type { AuditorService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import type { JsonObject } from '@backstage/types';
import type {
  ClusterChange,
  ClusterChangedEvent,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { redactText } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { Request } from 'express';
import { isGone, toName } from '../mapping/common';
import { fetchWholeCluster } from '../palette/endpoints/clusters';
import { UID_PATTERN } from '../palette/palettePath';
import type { V1Cluster } from '../palette/v1';
import type { PaletteReader } from '../reads/PaletteReader';
import { locateCluster } from './locateCluster';
import { publishClusterChange } from './publishClusterChange';

/** Which cluster is changed, by whom. */
export interface ChangeRequest {
  uid: string;
  projectUid?: string;
  reader: PaletteReader;
  auditor: AuditorService;
  events: EventsService;
  /** Who acts, for the audit log. */
  request?: Request;
  /** The same where there is no request: their entity ref. */
  actor?: string;
}

/** How a change is recorded. */
export interface ChangeRecord {
  /** Name of the audit event. */
  eventId: string;
  severityLevel: 'medium' | 'high' | 'critical';
  change: ClusterChangedEvent['change'];
  /** Why, in the words of whoever changes it. */
  reason?: string;
  /** What else the audit log is to know; nothing secret. */
  meta?: JsonObject;
}

/** The cluster as Palette knows it before the change. */
export interface ChangedCluster {
  cluster: V1Cluster;
  name: string;
  /** The scope to ask Palette in. */
  projectUid?: string;
}

/**
 * Changes a cluster, once: it is not tried again whatever happens. `perform` sends
 * Palette one change, after everything that it has to ask: so a request that ends with
 * "sign in again" has changed nothing, and may be sent again.
 *
 * @throws `UnprocessableClusterError` with what Palette does not accept.
 */
export async function changeCluster(
  { uid, reader, auditor, events, request, actor, ...given }: ChangeRequest,
  { eventId, severityLevel, change, reason, meta }: ChangeRecord,
  perform: (changed: ChangedCluster) => Promise<void>,
): Promise<ClusterChange> {
  const instance = reader.caller.instance.name;
  const event = await auditor.createEvent({
    eventId,
    severityLevel,
    request,
    meta: {
      instance,
      clusterUid: uid,
      ...(actor && { actor }),
      ...meta,
      ...(reason && { reason: redactText(reason) }),
    },
  });
  const found: { clusterName?: string; projectUid?: string } = {};
  try {
    const projectUid = await locateCluster(reader, uid, given.projectUid);
    const cluster = await fetchWholeCluster(reader.client, uid, projectUid);
    if (isGone(cluster)) throw new NotFoundError('The cluster was deleted');
    const name = toName(cluster.metadata ?? {});
    const home = cluster.metadata?.annotations?.projectUid ?? projectUid;
    found.clusterName = name;
    found.projectUid = home && UID_PATTERN.test(home) ? home : undefined;
    await perform({ cluster, name, projectUid });
    await event.success({ meta: found });
    if (found.projectUid) {
      // Nobody waits for those who listen.
      void publishClusterChange(
        { events, logger: reader.logger },
        { instance, projectUid: found.projectUid, clusterUid: uid, change },
      );
    }
    return { uid };
  } catch (error) {
    await event.fail({ error: error as Error, meta: found });
    throw error;
  } finally {
    // Also after a failure: Palette may have done it all the same.
    reader.forget();
  }
}
