import type { Readable } from 'node:stream';
import type { AuditorService } from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type {
  ClusterLogsOrder,
  ClusterLogsProgress,
  OrderedClusterLogs,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { redactText } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { Request } from 'express';
import { PaletteFailedError } from '../errors/PaletteErrors';
import { VIRTUAL_CLOUD_TYPE } from '../mapping/clusters';
import { isGone } from '../mapping/common';
import {
  fetchLogFetcher,
  postLogFetcher,
  streamLogs,
  type V1LogFetcher,
} from '../palette/endpoints/clusterLogs';
import { fetchWholeCluster } from '../palette/endpoints/clusters';
import { UID_PATTERN } from '../palette/palettePath';
import type { PaletteReader } from '../reads/PaletteReader';
import { locateCluster } from './locateCluster';

/** Words for an end, since the vendor describes none of its states. */
const READY = /^(?:complete|done|ready|succe|available|uploaded)/i;
const FAILED = /fail|error|timed? ?out|expired|cancel/i;

/** Which cluster's logs. */
export interface LogsPlace {
  reader: PaletteReader;
  uid: string;
  projectUid?: string;
}

/**
 * Has Palette collect a cluster's logs, once.
 *
 * @throws `UnprocessableClusterError` with why Palette refuses.
 */
export async function orderLogs(
  {
    reader,
    uid,
    auditor,
    request,
    ...given
  }: LogsPlace & { auditor: AuditorService; request: Request },
  { lines, namespaces, reason }: ClusterLogsOrder,
): Promise<OrderedClusterLogs> {
  const event = await auditor.createEvent({
    eventId: 'cluster-logs-order',
    severityLevel: 'medium',
    request,
    meta: {
      instance: reader.caller.instance.name,
      clusterUid: uid,
      ...(namespaces && { namespaces }),
      ...(reason && { reason: redactText(reason) }),
    },
  });
  try {
    const projectUid = await locateCluster(reader, uid, given.projectUid);
    const cluster = await fetchWholeCluster(reader.client, uid, projectUid);
    if (isGone(cluster)) throw new NotFoundError('The cluster was deleted');
    const ordered = await postLogFetcher(
      reader.client,
      uid,
      {
        mode:
          cluster.spec?.cloudType === VIRTUAL_CLOUD_TYPE ? 'app' : 'cluster',
        ...(lines && { noOfLines: lines }),
        ...(namespaces && { k8s: { namespaces } }),
      },
      projectUid,
    );
    if (!ordered.uid || !UID_PATTERN.test(ordered.uid)) {
      throw new PaletteFailedError(
        'Palette did not say which logs it collects: ask for them again',
      );
    }
    await event.success({ meta: { orderUid: ordered.uid } });
    return { uid: ordered.uid };
  } catch (error) {
    await event.fail({ error: error as Error });
    throw error;
  }
}

/** An unknown word is an end where there is a log already. */
function progressOf({
  spec,
  status,
}: V1LogFetcher): ClusterLogsProgress['progress'] {
  const state = status?.state ?? '';
  if (READY.test(state)) return 'ready';
  if (FAILED.test(state)) return 'failed';
  return spec?.log ? 'ready' : 'collecting';
}

/** What was asked for of this cluster, and of no other. */
async function findLogs(
  { reader, uid, ...given }: LogsPlace,
  orderUid: string,
): Promise<{ found: V1LogFetcher; projectUid?: string }> {
  const projectUid = await locateCluster(reader, uid, given.projectUid);
  const found = await fetchLogFetcher(reader.client, uid, orderUid, projectUid);
  const { clusterUid = uid } = found.spec ?? {};
  if (clusterUid !== uid) {
    throw new NotFoundError('Palette did not find what was requested');
  }
  return { found, projectUid };
}

/** How far Palette is with a cluster's logs. */
export async function readLogsProgress(
  place: LogsPlace,
  orderUid: string,
): Promise<ClusterLogsProgress> {
  const { found } = await findLogs(place, orderUid);
  return { progress: progressOf(found), state: found.status?.state };
}

/**
 * A cluster's logs, not yet read: they may hold secrets, so nothing of them is held.
 *
 * @throws `ConflictError` while there are none.
 */
export async function openLogs(
  place: LogsPlace,
  orderUid: string,
): Promise<Readable> {
  const { found, projectUid } = await findLogs(place, orderUid);
  if (progressOf(found) !== 'ready') {
    throw new ConflictError('Palette has not collected the logs yet');
  }
  const named = found.metadata?.uid ?? '';
  return streamLogs(
    place.reader.client,
    // Where Palette doesn't name it, it is what was asked for.
    UID_PATTERN.test(named) ? named : orderUid,
    projectUid,
  );
}
