import { randomUUID } from 'node:crypto';
import type { Response, Router } from 'express';
import type { SimulatorContext } from '../SimulatorContext';
import { beginChange } from './changes/clusterClock';
import { stringOf } from './Caller';
import { checkName } from './clusterName';
import type { ClusterEntity } from './create/ClusterEntity';
import { CLUSTER_RULES, type ClusterRules } from './create/clusterRules';
import { createCluster } from './create/createCluster';
import { rateCluster } from './create/rateCluster';
import { hasFindings, validateCluster } from './create/validateCluster';
import { badRequest, notFound, PaletteError } from './PaletteError';
import { requirePermission, type Scope } from './Scope';
import { clusterGroupsIn } from './visible';

/** Creation needs a project. */
function requireProject(res: Response): Scope {
  const scope = requirePermission(res, 'cluster.create');
  if (!scope.project) {
    throw badRequest('ProjectUid in header is required');
  }
  return scope;
}

/** A virtual cluster needs a group that has hosts for it. */
function requireHosts(
  { cloudType }: ClusterRules,
  scope: Scope,
  { spec }: ClusterEntity,
): void {
  const uid = spec?.clusterConfig?.hostClusterConfig?.clusterGroup?.uid ?? '';
  if (
    cloudType === 'nested' &&
    !clusterGroupsIn(scope).some(group => group.uid === uid && group.isActive)
  ) {
    throw notFound('clustergroup', uid);
  }
}

/** `POST /spectroclusters/{type}` and its `/validate`. */
export function addCreateClusterRoutes(
  router: Router,
  context: SimulatorContext,
): void {
  router.get('/spectroclusters/validate/name', (req, res) => {
    const scope = requirePermission(res, 'cluster.create');
    checkName(scope, stringOf(req.query.name) ?? '');
    res.status(204).end();
  });

  for (const [type, rules] of Object.entries(CLUSTER_RULES)) {
    router.post(`/spectroclusters/${type}/validate`, (req, res) => {
      res.json(validateCluster(requireProject(res), rules, req.body));
    });

    if (rules.cloudType !== 'nested') {
      router.post(`/spectroclusters/${type}/rate`, (req, res) => {
        requireProject(res);
        res.json(rateCluster(req.body, stringOf(req.query.periodType)));
      });
    }

    router.post(`/spectroclusters/${type}`, (req, res) => {
      const scope = requireProject(res);
      const entity: ClusterEntity = req.body;
      checkName(scope, entity.metadata?.name ?? '');
      const findings = validateCluster(scope, rules, entity);
      if (hasFindings(findings)) {
        throw new PaletteError(
          400,
          'ClusterValidationFailed',
          'The cluster is not valid',
          { ...findings },
        );
      }
      requireHosts(rules, scope, entity);
      const cluster = createCluster(scope, rules, entity, context.clock());
      beginChange(context, cluster);
      scope.caller.organisation.clusters.push(cluster);
      context.creations.push({
        type,
        projectUid: cluster.projectUid,
        user: scope.caller.user.email,
        uid: cluster.uid,
        body: entity,
      });
      res.status(201).set('AuditUid', randomUUID()).json({ uid: cluster.uid });
    });
  }
}
