import type { CloudType, Cluster } from '../../seed/types';
import { uidOf } from '../../seed/uid';
import type { Scope } from '../Scope';
import type { ClusterEntity } from './ClusterEntity';
import type { ClusterRules } from './clusterRules';

/** The cluster that a valid body asks for; it starts as Palette's do, provisioning. */
export function createCluster(
  { caller, project }: Scope,
  rules: ClusterRules,
  { metadata, spec }: ClusterEntity,
  nowMs: number,
): Cluster {
  const { organisation } = caller;
  const projectUid = project!.uid;
  const name = metadata!.name!;
  const config = spec?.cloudConfig;
  const groupUid = spec?.clusterConfig?.hostClusterConfig?.clusterGroup?.uid;
  const group = organisation.clusterGroups.find(({ uid }) => uid === groupUid);
  return {
    uid: uidOf('cluster', organisation.uid, projectUid, name, String(nowMs)),
    name,
    projectUid,
    cloudType: rules.cloudType as CloudType,
    clusterType: 'PureManage',
    region:
      config?.region ??
      config?.location ??
      config?.placement?.datacenter ??
      'on-premises',
    state: 'Provisioning',
    health: 'Unknown',
    kubernetesVersion: '1.32.6',
    profileUids: (spec?.profiles ?? []).map(({ uid }) => uid ?? ''),
    cloudAccountUid: spec?.cloudAccountUid,
    labels: metadata?.labels ?? {},
    location: { latitude: 0, longitude: 0, country: '' },
    pools: (spec?.machinepoolconfig ?? []).map(({ poolConfig }, index) => ({
      name: poolConfig?.name ?? `pool-${index}`,
      size: poolConfig?.size ?? 1,
      isControlPlane: poolConfig?.isControlPlane ?? false,
    })),
    kubeconfig: 'oidc',
    createdAt: new Date(nowMs).toISOString(),
    ...(group && {
      virtual: {
        clusterGroupUid: group.uid,
        hostClusterUid: group.hostClusterUids[0],
        lifecycle: 'Running',
      },
    }),
  };
}
