import { pipeline } from 'node:stream/promises';
import type { AuditorService } from '@backstage/backend-plugin-api';
import { limitBytes } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { create as contentDisposition } from 'content-disposition';
import type { Request, Response } from 'express';
import { PaletteFailedError } from '../errors/PaletteErrors';
import { archiveExtension, isPage } from '../palette/fileContent';
import { translateNetworkError } from '../palette/translateNetworkError';
import { type LogsPlace, openLogs } from '../queries/clusterLogs';

/** Some archives of a large cluster. */
const MAX_LOG_BYTES = 128 * 1024 * 1024;

/**
 * Sends a cluster's logs as a file, as they come: nothing of them is held or logged.
 * Where they break off or are too large, so does the answer, which is then no success.
 */
export async function sendClusterLogs({
  orderUid,
  auditor,
  request,
  response,
  ...place
}: LogsPlace & {
  orderUid: string;
  auditor: AuditorService;
  request: Request;
  response: Response;
}): Promise<void> {
  const { reader, uid } = place;
  const event = await auditor.createEvent({
    eventId: 'cluster-logs-download',
    severityLevel: 'high',
    request,
    meta: {
      instance: reader.caller.instance.name,
      clusterUid: uid,
      orderUid,
    },
  });
  try {
    const body = await openLogs(place, orderUid);
    const chunks = limitBytes(body, MAX_LOG_BYTES);
    const first = await chunks.next().catch(error => {
      throw translateNetworkError(
        error,
        { method: 'GET', path: 'logFetcher' },
        reader.caller.instance.name,
        reader.logger,
      );
    });
    if (first.done || isPage(first.value)) {
      body.destroy();
      throw new PaletteFailedError(
        'Palette answered with something that is no log',
      );
    }
    const extension = archiveExtension(first.value) ?? 'log';
    response.setHeader('Content-Type', 'application/octet-stream');
    response.setHeader('Cache-Control', 'private, no-store');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader(
      'Content-Disposition',
      contentDisposition(`logs-${uid}.${extension}`),
    );
    response.append('Access-Control-Expose-Headers', 'Content-Disposition');
    await pipeline(async function* all() {
      yield first.value;
      yield* chunks;
    }, response);
    await event.success();
  } catch (error) {
    await event.fail({ error: error as Error });
    throw error;
  }
}
