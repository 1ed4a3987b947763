import type { Response, Router } from 'express';
import { profileExportView, terraformView } from './views/profileExport';
import { requireProfile } from './visible';

function sendFile(res: Response, fileName: string, text: string): void {
  res
    .set('Content-Type', 'application/octet-stream')
    .set('Content-Disposition', `attachment; filename="${fileName}"`)
    .send(Buffer.from(text));
}

/** Cluster profiles as files. */
export function addProfileExportRoutes(router: Router): void {
  router.get('/clusterprofiles/:uid/export', (req, res) => {
    const { object } = requireProfile(res, req.params.uid);
    const format = req.query.format === 'yaml' ? 'yaml' : 'json';
    const text = profileExportView(object, format);
    sendFile(res, `${object.name}.${format}`, text);
  });

  router.get('/clusterprofiles/:uid/export/terraform', (req, res) => {
    const { object } = requireProfile(res, req.params.uid);
    sendFile(res, `${object.name}.tf`, terraformView(object));
  });
}
