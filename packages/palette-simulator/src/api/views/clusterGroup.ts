import type { Cluster, ClusterGroup } from '../../seed/types';
import type { Scope } from '../Scope';
import { objectMeta } from './metadata';
import { profileTemplateView } from './profileTemplate';

function metaOf(scope: Scope, group: ClusterGroup) {
  return objectMeta(scope, group, {
    description: group.description,
    scope: group.scope,
  });
}

function hostsOf({ caller }: Scope, { hostClusterUids }: ClusterGroup) {
  return caller.organisation.clusters.filter(({ uid }) =>
    hostClusterUids.includes(uid),
  );
}

function virtualClustersOf({ caller }: Scope, { uid }: ClusterGroup) {
  return caller.organisation.clusters.filter(
    ({ virtual }) => virtual?.clusterGroupUid === uid,
  );
}

/** `v1ClusterGroupHostClusterSummary`. */
export function clusterGroupSummaryView(scope: Scope, group: ClusterGroup) {
  const hosts = hostsOf(scope, group);
  const guests = virtualClustersOf(scope, group).length;
  return {
    metadata: metaOf(scope, group),
    spec: {
      clusterProfileTemplates: [],
      cpu: {
        allocated: group.cpuMilliCore * hosts.length,
        used: Math.round(group.cpuMilliCore * 0.15 * guests),
      },
      endpointType: group.endpointType,
      hostClusters: hosts.map(host => referenceView(scope, host)),
      hostClustersCount: hosts.length,
      kubernetesDistroType: 'cncf_k8s',
      memory: {
        allocated: group.memoryMiB * hosts.length,
        used: Math.round(group.memoryMiB * 0.2 * guests),
      },
      scope: group.scope,
      virtualClustersCount: guests,
    },
  };
}

function referenceView({ caller }: Scope, cluster: Cluster) {
  return {
    kind: 'spectrocluster',
    name: cluster.name,
    projectUid: cluster.projectUid,
    tenantUid: caller.organisation.uid,
    uid: cluster.uid,
  };
}

/** `v1ClusterGroup`. */
export function clusterGroupView(
  scope: Scope,
  group: ClusterGroup,
  values: string,
) {
  const hosts = hostsOf(scope, group);
  return {
    metadata: metaOf(scope, group),
    spec: {
      clusterProfileTemplates: scope.caller.organisation.profiles
        .filter(({ uid }) => group.profileUids.includes(uid))
        .map(profileTemplateView),
      clusterRefs: hosts.map(({ uid, name }) => ({
        clusterName: name,
        clusterUid: uid,
      })),
      clustersConfig: {
        endpointType: group.endpointType,
        hostClustersConfig: hosts.map(({ uid, name }) => ({
          clusterUid: uid,
          endpointConfig:
            group.endpointType === 'Ingress'
              ? { ingressConfig: { host: `*.${name}.acme.example`, port: 443 } }
              : { loadBalancerConfig: { externalTrafficPolicy: 'Cluster' } },
        })),
        kubernetesDistroType: 'cncf_k8s',
        limitConfig: {
          cpu: group.cpuMilliCore / 1000,
          cpuMilliCore: group.cpuMilliCore,
          memory: group.memoryMiB,
          memoryMiB: group.memoryMiB,
          overSubscription: 120,
          storageGiB: group.storageGiB,
        },
        values,
      },
      type: 'hostCluster',
    },
    status: { isActive: group.isActive },
  };
}
