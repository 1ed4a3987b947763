import type { Router } from 'express';
import type { SimulatorContext } from '../SimulatorContext';
import { checkName } from './clusterName';
import { beginChange, clusterTime } from './changes/clusterClock';
import {
  nodeChanges,
  type ProfileChange,
  profilesAfter,
  profilesWithout,
} from './changes/profiles';
import { requireRunning, requireStuck } from './changes/states';
import { changeVariables, type VariableValue } from './changes/variables';
import { notFound, PaletteError } from './PaletteError';
import { profilesOfCluster } from './views/clusterDetail';
import { isRepavePending, repaveReasonViews } from './views/repave';
import { requireCluster } from './visible';

/** What is done to a cluster that is there. */
export function addClusterChangeRoutes(
  router: Router,
  context: SimulatorContext,
): void {
  router.delete('/spectroclusters/:uid', (req, res) => {
    const { object } = requireCluster(res, req.params.uid, 'cluster.delete');
    const now = clusterTime(context);
    if (req.query.forceDelete === 'true') {
      requireStuck(object, now);
      object.state = 'Deleted';
    } else if (object.state !== 'Deleting') {
      object.state = 'Deleting';
      object.deletionBeganAt = now;
      beginChange(context, object);
    }
    res.status(204).end();
  });

  router.patch('/spectroclusters/:uid/profiles', (req, res) => {
    const { scope, object } = requireCluster(
      res,
      req.params.uid,
      'cluster.update',
    );
    requireRunning(object);
    const changes: ProfileChange[] = req.body?.profiles ?? [];
    const { organisation } = scope.caller;
    const running = object.runningProfileUids ?? object.profileUids;
    const wanted = profilesAfter(scope, object, changes);
    for (const { uid, variables } of changes) {
      const profile = organisation.profiles.find(one => one.uid === uid)!;
      changeVariables(object, profile, variables ?? [], 'variables');
    }
    object.runningProfileUids = running;
    object.profileUids = wanted;
    const reasons = nodeChanges(organisation, running, wanted);
    if (reasons.length > 0) {
      object.repave = { state: 'Pending', reasons };
    } else if (changes.length > 0) {
      object.repave = { state: 'Reverted', reasons };
      object.updating = changes.map(({ uid = '' }) => uid);
      beginChange(context, object);
    }
    res.status(204).end();
  });

  router.delete('/spectroclusters/:uid/profiles', (req, res) => {
    const { scope, object } = requireCluster(
      res,
      req.params.uid,
      'cluster.update',
    );
    requireRunning(object);
    const removed: string[] = req.body?.profileUids ?? [];
    const kept = profilesWithout(scope, object, removed);
    if (removed.length > 0) {
      object.profileUids = kept;
      object.runningProfileUids = object.runningProfileUids?.filter(
        uid => !removed.includes(uid),
      );
      beginChange(context, object);
    }
    res.status(204).end();
  });

  router.post('/spectroclusters/:uid/validate/packs', (req, res) => {
    const { scope, object } = requireCluster(res, req.params.uid);
    const changes: ProfileChange[] = req.body?.profiles ?? [];
    profilesAfter(scope, object, changes);
    res.json({
      machinePools: { results: [] },
      profiles: changes.map(({ uid = '' }) => ({
        uid,
        packs: { results: [] },
      })),
    });
  });

  router.post('/spectroclusters/:uid/validate/repave', (req, res) => {
    const { scope, object } = requireCluster(res, req.params.uid);
    const changes = nodeChanges(
      scope.caller.organisation,
      object.runningProfileUids ?? object.profileUids,
      profilesAfter(scope, object, req.body?.profiles ?? []),
    );
    res.json({
      isRepaveRequired: changes.length > 0,
      reasons: repaveReasonViews(changes),
    });
  });

  router.patch('/spectroclusters/:uid/variables', (req, res) => {
    const { scope, object } = requireCluster(
      res,
      req.params.uid,
      'cluster.update',
    );
    requireRunning(object);
    const entries: { profileUid?: string; variables?: VariableValue[] }[] =
      req.body ?? [];
    const attached = profilesOfCluster(scope, object);
    const uids = entries.map(({ profileUid = '', variables = [] }, index) => {
      const profile = attached.find(({ uid }) => uid === profileUid);
      if (!profile) throw notFound('clusterprofile', profileUid);
      changeVariables(object, profile, variables, `${index}.variables`);
      return profileUid;
    });
    if (uids.length > 0) {
      object.updating = uids;
      beginChange(context, object);
    }
    res.status(204).end();
  });

  router.patch('/spectroclusters/:uid/repave/approve', (req, res) => {
    const { object } = requireCluster(res, req.params.uid, 'cluster.update');
    if (!isRepavePending(object)) {
      throw new PaletteError(
        400,
        'RepaveNotPending',
        'No repave of the cluster waits for an approval',
      );
    }
    object.repave = {
      state: 'Approved',
      reasons: object.repave?.reasons ?? [],
    };
    const running = object.runningProfileUids ?? [];
    object.updating = object.profileUids.filter(uid => !running.includes(uid));
    beginChange(context, object);
    res.status(204).end();
  });

  router.patch(
    '/spectroclusters/:uid/clusterConfig/lifecycleConfig',
    (req, res) => {
      const { object } = requireCluster(res, req.params.uid, 'cluster.update');
      const { virtual } = object;
      if (!virtual) {
        throw new PaletteError(
          400,
          'OperationNotSupported',
          'Only virtual clusters can be paused',
        );
      }
      requireRunning(object);
      virtual.lifecycle = req.body.lifecycleConfig?.pause
        ? 'Pausing'
        : 'Resuming';
      beginChange(context, object);
      res.status(204).end();
    },
  );

  router.patch('/spectroclusters/:uid/metadata', (req, res) => {
    const { scope, object } = requireCluster(
      res,
      req.params.uid,
      'cluster.update',
    );
    const { name, labels } = req.body.metadata;
    if (name && name !== object.name) {
      checkName(scope, name);
      object.name = name;
    }
    object.labels = labels ?? {};
    res.status(204).end();
  });
}
