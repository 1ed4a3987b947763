import type { Router } from 'express';
import type { Profile } from '../seed/types';
import { stringOf } from './Caller';
import { matchesName } from './nameFilter';
import { pageOf } from './paging';
import { requirePermission } from './Scope';
import { filterProfiles, sortProfiles } from './search/filterProfiles';
import { packEntityView, packManifestsView } from './views/pack';
import {
  profileMetadataView,
  profileSummaryView,
  profileView,
  variableView,
} from './views/profile';
import { objectMeta } from './views/metadata';
import { profilesIn, requireProfile } from './visible';

const byName = (name: string | undefined) => (profile: Profile) =>
  matchesName(profile.name, name ? { contains: name } : undefined);

/** Cluster profiles; each version is a profile with a uid of its own. */
export function addProfileRoutes(router: Router): void {
  router.post('/dashboard/clusterprofiles', (req, res) => {
    const scope = requirePermission(res, 'clusterProfile.list');
    const found = sortProfiles(
      filterProfiles(profilesIn(scope), req.body?.filter),
      req.body?.sort,
    );
    const page = pageOf(req, found);
    res.json({
      ...page,
      items: page.items.map(profile => profileSummaryView(scope, profile)),
    });
  });

  router.get('/dashboard/clusterprofiles/metadata', (req, res) => {
    const scope = requirePermission(res, 'clusterProfile.list');
    const items = profilesIn(scope)
      .filter(byName(stringOf(req.query.name)))
      .map(profileMetadataView);
    res.json({ items });
  });

  router.get('/dashboard/clusterprofiles/:uid', (req, res) => {
    const { scope, object } = requireProfile(res, req.params.uid);
    res.json(profileSummaryView(scope, object));
  });

  router.get('/clusterprofiles/:uid', (req, res) => {
    const { scope, object } = requireProfile(res, req.params.uid);
    res.json(profileView(scope, object));
  });

  router.get('/clusterprofiles/:uid/packs', (req, res) => {
    const { scope, object } = requireProfile(res, req.params.uid);
    const meta = stringOf(req.query.includePackMeta) ?? '';
    res.json({
      items: object.packs.map(pack => packEntityView(scope, pack, meta)),
    });
  });

  router.get('/clusterprofiles/:uid/packs/manifests', (req, res) => {
    const { scope, object } = requireProfile(res, req.params.uid);
    const meta = stringOf(req.query.includePackMeta) ?? '';
    res.json({
      metadata: objectMeta(scope, object),
      spec: {
        packs: object.packs.map(pack => packManifestsView(scope, pack, meta)),
      },
    });
  });

  router.get('/clusterprofiles/:uid/variables', (req, res) => {
    const { object } = requireProfile(res, req.params.uid);
    res.json({ variables: object.variables.map(variableView) });
  });
}
