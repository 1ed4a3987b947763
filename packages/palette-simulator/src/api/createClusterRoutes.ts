import { randomUUID } from 'node:crypto';
import type { Response, Router } from 'express';
import type { SimulatorContext } from '../SimulatorContext';
import { settlingTime } from './advanceClusters';
import { stringOf } from './Caller';
import { findFieldErrors } from './create/checkBody';
import type { ClusterEntity } from './create/ClusterEntity';
import { CLUSTER_RULES, type ClusterRules } from './create/clusterRules';
import { createCluster } from './create/createCluster';
import { hasFindings, validateCluster } from './create/validateCluster';
import { badRequest, PaletteError } from './PaletteError';
import { requirePermission, type Scope } from './Scope';
import { clustersIn } from './visible';

const NAME = /^[a-z0-9]([-a-z0-9]{0,30}[a-z0-9])?$/;

/** Creation needs a project; a body with gaps is refused with every field's message. */
function requireBody(
  res: Response,
  rules: ClusterRules,
  body: unknown,
): { scope: Scope; entity: ClusterEntity } {
  const scope = requirePermission(res, 'cluster.create');
  if (!scope.project) {
    throw badRequest('ProjectUid in header is required');
  }
  const errors = findFieldErrors(body, rules.required);
  if (errors.length > 0) {
    throw new PaletteError(
      422,
      'ValidationFailed',
      errors.map(({ message }) => message).join('; '),
      { errors },
    );
  }
  return { scope, entity: body as ClusterEntity };
}

function checkName(scope: Scope, name: string): void {
  if (!NAME.test(name)) {
    throw new PaletteError(400, 'InvalidName', 'The cluster name is invalid', {
      field: 'metadata.name',
    });
  }
  if (clustersIn(scope).some(c => c.name === name && c.state !== 'Deleted')) {
    throw new PaletteError(
      400,
      'DuplicateClusterName',
      'A cluster with this name exists already',
      { field: 'metadata.name' },
    );
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
      const { scope, entity } = requireBody(res, rules, req.body);
      res.json(validateCluster(scope, rules, entity));
    });

    router.post(`/spectroclusters/${type}`, (req, res) => {
      const { scope, entity } = requireBody(res, rules, req.body);
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
      const cluster = createCluster(scope, rules, entity, context.clock());
      cluster.settlesAt = settlingTime(context);
      scope.caller.organisation.clusters.push(cluster);
      res.status(201).set('AuditUid', randomUUID()).json({ uid: cluster.uid });
    });
  }
}
