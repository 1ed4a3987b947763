import type { Request, Router } from 'express';
import type { SimulatorContext } from '../SimulatorContext';
import { findCluster } from './findCluster';
import { requireRight } from './rbac';
import { basePathOf, RESOURCES } from './resources';
import { fitsFields, fitsLabels } from './selectors';
import { KubernetesStatus } from './Status';
import { NAMESPACES, type KubernetesObject, workloadsOf } from './workloads';

/** Lists and single objects of every kind, namespaces, and the logs of pods. */
export function addWorkloadRoutes(
  router: Router,
  context: SimulatorContext,
): void {
  const objectsOf = (req: Request, resource: string) =>
    workloadsOf(findCluster(context, req.params).cluster)[resource] ?? [];
  const find = (req: Request, resource: string) => {
    const { namespace, name } = req.params;
    const found = objectsOf(req, resource).find(
      ({ metadata }) =>
        metadata.namespace === namespace && metadata.name === name,
    );
    if (!found) {
      throw new KubernetesStatus(404, `${resource} "${name}" not found`);
    }
    return found;
  };
  for (const [resource, { group, kind }] of Object.entries(RESOURCES)) {
    const base = basePathOf(group);
    const lists = [
      `${base}/${resource}`,
      `${base}/namespaces/:namespace/${resource}`,
    ];
    router.get(lists, (req, res) => {
      const { namespace } = req.params;
      requireRight(res.locals.user, { verb: 'list', resource, namespace });
      res.json({
        kind: `${kind}List`,
        apiVersion: group,
        metadata: { resourceVersion: '1' },
        items: objectsOf(req, resource).filter(object => isAsked(req, object)),
      });
    });
    router.get(`${lists[1]}/:name`, (req, res) => {
      const { namespace }: Record<string, string> = req.params;
      requireRight(res.locals.user, { verb: 'get', resource, namespace });
      res.json(find(req, resource));
    });
  }
  router.get('/api/v1/namespaces', (_req, res) => {
    requireRight(res.locals.user, { verb: 'list', resource: 'namespaces' });
    res.json({
      kind: 'NamespaceList',
      apiVersion: 'v1',
      metadata: { resourceVersion: '1' },
      items: NAMESPACES.map(name => ({
        metadata: { name },
        status: { phase: 'Active' },
      })),
    });
  });
  router.get('/api/v1/namespaces/:namespace/pods/:name/log', (req, res) => {
    const { namespace } = req.params;
    requireRight(res.locals.user, {
      verb: 'get',
      resource: 'pods/log',
      namespace,
    });
    const { metadata } = find(req, 'pods');
    res.type('text').send(logOf(metadata));
  });
}

function isAsked(
  { params, query }: Request,
  object: KubernetesObject,
): boolean {
  const { labelSelector = '', fieldSelector = '' } = query;
  return (
    (params.namespace ?? object.metadata.namespace) ===
      object.metadata.namespace &&
    fitsLabels(object, String(labelSelector)) &&
    fitsFields(object, String(fieldSelector))
  );
}

function logOf({ name, creationTimestamp }: KubernetesObject['metadata']) {
  return [
    `${creationTimestamp} INFO starting ${name}`,
    `${creationTimestamp} INFO listening on :8080`,
    `${creationTimestamp} INFO ready`,
    '',
  ].join('\n');
}
