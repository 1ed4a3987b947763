import type { Router } from 'express';
import { hybridClustersOf } from '../seed/hybridClusters';
import type { CloudType, Cluster, NodePool } from '../seed/types';
import type { SimulatorContext } from '../SimulatorContext';
import { beginChange } from './changes/clusterClock';
import { resizePool } from './changes/resizePool';
import { requireRunning } from './changes/states';
import { notFound } from './PaletteError';
import { pageOf } from './paging';
import { requirePermission, type Scope } from './Scope';
import { cloudConfigView, hybridPoolsView } from './views/cloudConfig';
import { cloudConfigUidOf } from './views/clusterDetail';
import { machineView } from './views/machine';
import { clustersIn, requireCluster } from './visible';

/** Cloud types by their word in the path; only that of virtual clusters is another. */
const CLOUD_PATHS: Record<string, CloudType> = {
  aws: 'aws',
  eks: 'eks',
  azure: 'azure',
  aks: 'aks',
  gcp: 'gcp',
  gke: 'gke',
  vsphere: 'vsphere',
  maas: 'maas',
  'edge-native': 'edge-native',
  'apache-cloudstack': 'apache-cloudstack',
  generic: 'generic',
  virtual: 'nested',
};

/** These give everything at once, without `listmeta`. */
const UNPAGED: CloudType[] = ['apache-cloudstack', 'edge-native'];

function clusterOf(scope: Scope, cloudType: CloudType, uid: string): Cluster {
  const cluster = clustersIn(scope)
    .flatMap(one => [one, ...hybridClustersOf(one)])
    .find(c => c.cloudType === cloudType && cloudConfigUidOf(c) === uid);
  if (!cluster) {
    throw notFound('cloudconfig', uid);
  }
  return cluster;
}

/** Pools of these are made of hosts, quotas, or what somebody else made. */
const UNSIZED: CloudType[] = ['edge-native', 'nested', 'generic'];

function poolOf(cluster: Cluster, name: string): NodePool {
  const pool = cluster.pools.find(
    each => each.name === name && each.cloudType === undefined,
  );
  if (!pool) throw notFound('machinepool', name);
  return pool;
}

/** Node pools and their machines; each cloud has a path and a shape of its own. */
export function addMachineRoutes(
  router: Router,
  context: SimulatorContext,
): void {
  router.get('/spectroclusters/:uid/hybridPools/metadata', (req, res) => {
    const { scope, object } = requireCluster(res, req.params.uid);
    res.json(hybridPoolsView(scope, object));
  });

  for (const [word, cloudType] of Object.entries(CLOUD_PATHS)) {
    router.get(`/cloudconfigs/${word}/:uid`, (req, res) => {
      const scope = requirePermission(res, 'cloudconfig.get');
      const cluster = clusterOf(scope, cloudType, req.params.uid);
      res.json(cloudConfigView(scope, cluster));
    });

    if (!UNSIZED.includes(cloudType)) {
      router.put(
        `/cloudconfigs/${word}/:uid/machinePools/:pool`,
        (req, res) => {
          const scope = requirePermission(res, 'cluster.update');
          const cluster = clusterOf(scope, cloudType, req.params.uid);
          const pool = poolOf(cluster, req.params.pool);
          requireRunning(cluster);
          resizePool(pool, req.body.poolConfig ?? {});
          beginChange(context, cluster);
          res.status(204).end();
        },
      );
    }

    router.get(
      `/cloudconfigs/${word}/:uid/machinePools/:pool/machines`,
      (req, res) => {
        const scope = requirePermission(res, 'cloudconfig.get');
        const cluster = clusterOf(scope, cloudType, req.params.uid);
        const pool = poolOf(cluster, req.params.pool);
        const machines = Array.from({ length: pool.size }, (_, index) =>
          machineView(scope, cluster, pool, index),
        );
        res.json(
          UNPAGED.includes(cloudType)
            ? { items: machines }
            : pageOf(req, machines),
        );
      },
    );
  }
}
