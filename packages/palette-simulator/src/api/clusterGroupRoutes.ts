import type { Router } from 'express';
import type { Cluster } from '../seed/types';
import type { SimulatorContext } from '../SimulatorContext';
import { stringOf } from './Caller';
import { pageOf } from './paging';
import { requirePermission } from './Scope';
import { searchClusters } from './search/searchClusters';
import {
  clusterGroupSummaryView,
  clusterGroupView,
} from './views/clusterGroup';
import { clusterSummaryView } from './views/clusterSummary';
import { clusterGroupsIn, clustersIn, requireClusterGroup } from './visible';

/** Values of the Helm chart behind each virtual cluster. */
const DEFAULT_VALUES = `controlPlane:
  distro:
    k8s:
      enabled: true
sync:
  toHost:
    ingresses:
      enabled: true
`;

const DEFAULT_DISTRO = 'cncf_k8s';

/** Cluster groups: the hosts that virtual clusters are put on. */
export function addClusterGroupRoutes(
  router: Router,
  context: SimulatorContext,
): void {
  router.get('/clustergroups/hostCluster', (_req, res) => {
    const scope = requirePermission(res, 'clusterGroup.list');
    res.json({
      summaries: clusterGroupsIn(scope).map(group =>
        clusterGroupSummaryView(scope, group),
      ),
    });
  });

  router.get('/clustergroups/hostCluster/metadata', (_req, res) => {
    const scope = requirePermission(res, 'clusterGroup.list');
    res.json({
      items: clusterGroupsIn(scope).map(group => ({
        name: group.name,
        scope: group.scope,
        uid: group.uid,
      })),
    });
  });

  router.get('/clustergroups/:uid', (req, res) => {
    const { scope, object } = requireClusterGroup(res, req.params.uid);
    res.json(clusterGroupView(scope, object, DEFAULT_VALUES));
  });

  const serveSearch = (
    kind: string,
    belongs: (cluster: Cluster, groupUid: string) => boolean,
  ) => {
    router.post(`/dashboard/clustergroups/:uid/${kind}`, (req, res) => {
      const { scope, object } = requireClusterGroup(res, req.params.uid);
      const found = clustersIn(scope).filter(c => belongs(c, object.uid));
      const page = pageOf(req, searchClusters(found, req.body));
      res.json({
        ...page,
        items: page.items.map(cluster =>
          clusterSummaryView(scope, cluster, context.clock()),
        ),
      });
    });
  };
  serveSearch(
    'virtualClusters',
    ({ virtual }, groupUid) => virtual?.clusterGroupUid === groupUid,
  );
  serveSearch('hostClusters', ({ uid }, groupUid) =>
    context.organisations
      .flatMap(({ clusterGroups }) => clusterGroups)
      .some(g => g.uid === groupUid && g.hostClusterUids.includes(uid)),
  );

  router.get('/spectroclusters/virtual/packs/values', (req, res) => {
    requirePermission(res, 'virtualCluster.list');
    const distroType =
      stringOf(req.query.kubernetesDistroType) ?? DEFAULT_DISTRO;
    res.json({
      packs: [{ distroType, layer: 'k8s', values: DEFAULT_VALUES }],
    });
  });
}
