import type { Router } from 'express';
import { notFound } from './PaletteError';
import { namespacesView, rbacsView } from './views/clusterAccess';
import { importManifestView } from './views/importManifest';
import { requireCluster } from './visible';

/** Since 4.9.16; before, it took nothing. */
const IMPORT_PERMISSION = 'cluster.delete';

/** Who may do what in a cluster, and what lets one join. */
export function addClusterAccessRoutes(router: Router): void {
  router.get('/spectroclusters/:uid/config/namespaces', (req, res) => {
    const { scope, object } = requireCluster(res, req.params.uid);
    res.json(namespacesView(scope, object));
  });

  router.get('/spectroclusters/:uid/config/rbacs', (req, res) => {
    const { scope, object } = requireCluster(res, req.params.uid);
    res.json(rbacsView(scope, object));
  });

  router.get('/spectroclusters/:uid/import/manifest', (req, res) => {
    const { object } = requireCluster(res, req.params.uid, IMPORT_PERMISSION);
    if (object.clusterType === 'PureManage') {
      throw notFound('importManifest', object.uid);
    }
    res
      .set('Content-Type', 'application/octet-stream')
      .set('Content-Disposition', 'attachment; filename="manifest.yaml"')
      .send(Buffer.from(importManifestView(object)));
  });
}
