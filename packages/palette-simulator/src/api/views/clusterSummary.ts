import { isUnhealthy } from '../../seed/health';
import type { Cluster, NodePool } from '../../seed/types';
import { uidOf } from '../../seed/uid';
import type { Scope } from '../Scope';
import { clusterStatusView } from './clusterStatus';
import { objectMeta } from './metadata';
import { profileTemplateMetaView } from './profileTemplate';

/** What `specSummary` of the search and `spec` of the detail have in common. */
export function clusterSpecView(scope: Scope, cluster: Cluster) {
  const { organisation } = scope.caller;
  const account = organisation.cloudAccounts.find(
    ({ uid }) => uid === cluster.cloudAccountUid,
  );
  const project = organisation.projects.find(
    ({ uid }) => uid === cluster.projectUid,
  );
  const templates = cluster.profileUids
    .map(uid => organisation.profiles.find(profile => profile.uid === uid))
    .filter(profile => profile !== undefined)
    .map(profile => profileTemplateMetaView(profile));
  return {
    archTypes: ['amd64'],
    ...(account && {
      cloudAccountMeta: { name: account.name, uid: account.uid },
    }),
    cloudConfig: {
      cloudType: cluster.cloudType,
      hybridMachinePools: poolViews(cluster, pool => pool.cloudType),
      machinePools: poolViews(cluster, pool => !pool.cloudType),
      uid: uidOf('cloudconfig', cluster.uid),
    },
    clusterConfig: { timezone: 'UTC' },
    clusterProfileTemplate: templates[0] ?? {},
    clusterProfileTemplates: templates,
    projectMeta: { name: project?.name ?? '', uid: cluster.projectUid },
  };
}

function poolViews(cluster: Cluster, test: (pool: NodePool) => unknown) {
  return cluster.pools.filter(test).map(pool => poolView(cluster, pool));
}

function poolView(
  cluster: Cluster,
  { cloudType, isControlPlane, size, inMaintenance = 0 }: NodePool,
) {
  const isUp = cluster.state === 'Running' || cluster.state === 'Deleting';
  const sick = isUnhealthy(cluster) && !isControlPlane ? 1 : 0;
  return {
    cloudType: cloudType ?? cluster.cloudType,
    healthy: isUp ? size - sick : 0,
    infraProfileTemplate: { packs: [] },
    isControlPlane,
    labels: [isControlPlane ? 'control-plane' : 'worker'],
    maintenanceMode: inMaintenance,
    size,
  };
}

/** One entry of `v1SpectroClustersSummary`. */
export function clusterSummaryView(
  scope: Scope,
  cluster: Cluster,
  nowMs: number,
) {
  return {
    metadata: objectMeta(scope, cluster),
    specSummary: clusterSpecView(scope, cluster),
    status: clusterStatusView(scope, cluster, nowMs),
  };
}
