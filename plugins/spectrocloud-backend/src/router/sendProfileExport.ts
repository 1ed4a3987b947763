import type { AuditorService } from '@backstage/backend-plugin-api';
import type { ProfileExportFormat } from '@terasky/backstage-plugin-spectrocloud-common';
import { create as contentDisposition } from 'content-disposition';
import type { Request, Response } from 'express';
import { exportProfile } from '../queries/exportProfile';
import type { PaletteReader } from '../reads/PaletteReader';

/** Sends a profile as a file, named after its uid, which can neither leave a folder nor break a header. */
export async function sendProfileExport(options: {
  uid: string;
  format: ProfileExportFormat;
  projectUid?: string;
  reader: PaletteReader;
  auditor: AuditorService;
  request: Request;
  response: Response;
}): Promise<void> {
  const { uid, format, projectUid, reader, response } = options;
  const event = await options.auditor.createEvent({
    eventId: 'profile-export',
    severityLevel: 'medium',
    request: options.request,
    meta: { instance: reader.caller.instance.name, profileUid: uid, format },
  });
  try {
    const { content, extension } = await exportProfile(
      reader,
      uid,
      format,
      projectUid,
    );
    response.setHeader('Content-Type', 'application/octet-stream');
    response.setHeader('Cache-Control', 'private, no-store');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader(
      'Content-Disposition',
      contentDisposition(`profile-${uid}.${extension}`),
    );
    response.append('Access-Control-Expose-Headers', 'Content-Disposition');
    response.send(content);
    await event.success();
  } catch (error) {
    await event.fail({ error: error as Error });
    throw error;
  }
}
