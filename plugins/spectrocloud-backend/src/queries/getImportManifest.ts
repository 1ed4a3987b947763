import type { AuditorService } from '@backstage/backend-plugin-api';
import type { ClusterImportManifest } from '@terasky/backstage-plugin-spectrocloud-common';
import type { Request } from 'express';
import { PaletteFailedError } from '../errors/PaletteErrors';
import { fetchImportManifest } from '../palette/endpoints/clusterAccess';
import { fetchClusterOverview } from '../palette/endpoints/clusters';
import type { PaletteReader } from '../reads/PaletteReader';
import { locateCluster } from './locateCluster';

/** One line of what can be typed, so that nothing is run that isn't seen. */
const COMMAND = /^kubectl [\x20-\x7e]{1,2000}$/;
const API_VERSION = /^apiVersion:[ \t]+\S/m;
const KIND = /^kind:[ \t]+\S/m;

/**
 * What lets a cluster join Palette. It is a credential: nothing of it is held or
 * logged, and each reading of it is audited.
 *
 * @throws `PaletteFailedError` when what Palette sends are no Kubernetes objects.
 */
export async function getImportManifest(options: {
  reader: PaletteReader;
  uid: string;
  projectUid?: string;
  auditor: AuditorService;
  request: Request;
}): Promise<ClusterImportManifest> {
  const { reader, uid, auditor, request } = options;
  const event = await auditor.createEvent({
    eventId: 'import-manifest-read',
    severityLevel: 'high',
    request,
    meta: { instance: reader.caller.instance.name, clusterUid: uid },
  });
  try {
    const projectUid = await locateCluster(reader, uid, options.projectUid);
    const [manifest, { status }] = await Promise.all([
      fetchImportManifest(reader.client, uid, projectUid),
      fetchClusterOverview(reader.client, uid, projectUid),
    ]);
    if (!API_VERSION.test(manifest) || !KIND.test(manifest)) {
      throw new PaletteFailedError(
        'Palette answered with something that is not a manifest',
      );
    }
    await event.success();
    return { command: toCommand(status?.clusterImport?.importLink), manifest };
  } catch (error) {
    await event.fail({ error: error as Error });
    throw error;
  }
}

function toCommand(link: unknown): string | undefined {
  const command = String(link ?? '').trim();
  return COMMAND.test(command) ? command : undefined;
}
