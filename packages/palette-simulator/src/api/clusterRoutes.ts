import type { Router } from 'express';
import type { SimulatorContext } from '../SimulatorContext';
import { stringOf } from './Caller';
import { notFound } from './PaletteError';
import {
  clusterOverviewView,
  clusterView,
  profilesOfCluster,
} from './views/clusterDetail';
import {
  clusterProfileUpdatesView,
  clusterProfileView,
  clusterVariablesView,
} from './views/clusterProfiles';
import { objectMeta } from './views/metadata';
import { manifestView, packManifestsView } from './views/pack';
import { requireCluster } from './visible';

/** One cluster: what it is, and what runs on it. */
export function addClusterRoutes(
  router: Router,
  context: SimulatorContext,
): void {
  for (const path of ['', '/overview']) {
    router.get(`/dashboard/spectroclusters/:uid${path}`, (req, res) => {
      const { scope, object } = requireCluster(res, req.params.uid);
      res.json(clusterOverviewView(scope, object, context.clock()));
    });
  }

  router.get('/spectroclusters/:uid', (req, res) => {
    const { scope, object } = requireCluster(res, req.params.uid);
    res.json(clusterView(scope, object, context.clock()));
  });

  router.get('/spectroclusters/:uid/status', (req, res) => {
    const { object } = requireCluster(res, req.params.uid);
    res.json({ status: { state: object.state } });
  });

  router.get('/spectroclusters/:uid/profiles', (req, res) => {
    const { scope, object } = requireCluster(res, req.params.uid);
    const meta = stringOf(req.query.includePackMeta) ?? '';
    res.json({
      profiles: profilesOfCluster(scope, object).map(profile =>
        clusterProfileView(scope, object, profile, meta),
      ),
    });
  });

  router.get('/spectroclusters/:uid/profiles/packs/manifests', (req, res) => {
    const { scope, object } = requireCluster(res, req.params.uid);
    const meta = stringOf(req.query.includePackMeta) ?? '';
    res.json({
      profiles: profilesOfCluster(scope, object).map(profile => ({
        metadata: objectMeta(scope, profile),
        spec: {
          packs: profile.packs.map(pack =>
            packManifestsView(scope, pack, meta),
          ),
        },
      })),
    });
  });

  router.get(
    '/spectroclusters/:uid/pack/manifests/:manifestUid',
    (req, res) => {
      const { scope, object } = requireCluster(res, req.params.uid);
      const { manifestUid } = req.params;
      const manifest = profilesOfCluster(scope, object)
        .flatMap(({ packs }) => packs)
        .flatMap(({ manifests }) => manifests)
        .find(({ uid }) => uid === manifestUid);
      if (!manifest) {
        throw notFound('manifest', manifestUid);
      }
      const project = scope.caller.organisation.projects.find(
        ({ uid }) => uid === object.projectUid,
      );
      const content =
        req.query.resolveManifestValues === 'true'
          ? manifest.content.replaceAll(
              '{{.spectro.system.project.name}}',
              project?.name ?? '',
            )
          : manifest.content;
      res.json(manifestView(scope, manifest, content));
    },
  );

  router.get('/spectroclusters/:uid/variables', (req, res) => {
    const { scope, object } = requireCluster(res, req.params.uid);
    res.json(
      profilesOfCluster(scope, object).map(profile =>
        clusterVariablesView(object, profile),
      ),
    );
  });

  router.get('/spectroclusters/:uid/profileUpdates', (req, res) => {
    const { scope, object } = requireCluster(res, req.params.uid);
    res.json(clusterProfileUpdatesView(scope, object));
  });
}
