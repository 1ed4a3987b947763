import type {
  CloudAccount,
  ClusterEvent,
  ClusterGroup,
  IpPool,
  Overlord,
  SshKey,
  VsphereComputeClusterResources,
  VsphereDatacenter,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type {
  V1CloudAccountMetadata,
  V1ClusterGroup,
  V1ClusterGroupSummary,
  V1Event,
  V1IpPool,
  V1Overlord,
  V1SshKey,
  V1VsphereDatacenter,
  V1VsphereResources,
} from '../palette/v1infrastructure';
import { toAttachedProfile } from './clusters';
import {
  toHealthState,
  toMetadata,
  toReferences,
  toRowMetadata,
  toTime,
} from './common';

type HostClusterConfig = NonNullable<
  NonNullable<
    NonNullable<V1ClusterGroup['spec']>['clustersConfig']
  >['hostClustersConfig']
>[number];

/*
 * Every field is named, so that a field that a later Palette adds, or that
 * holds a secret today, does not reach a browser.
 */

export function toClusterGroupSummary({
  metadata,
  spec = {},
}: V1ClusterGroupSummary): ClusterGroup {
  return {
    metadata: toRowMetadata(metadata),
    spec: {
      scope: spec.scope,
      endpointType: spec.endpointType,
      kubernetesDistroType: spec.kubernetesDistroType,
      hostClustersCount: spec.hostClustersCount,
      virtualClustersCount: spec.virtualClustersCount,
      cpu: spec.cpu && { allocated: spec.cpu.allocated, used: spec.cpu.used },
      memory: spec.memory && {
        allocated: spec.memory.allocated,
        used: spec.memory.used,
      },
      hostClusters: toReferences(spec.hostClusters),
    },
  };
}

/** @param rights - whether the caller may see the Helm values, which may hold secrets */
export function toClusterGroup(
  { metadata, spec = {} }: V1ClusterGroup,
  rights: { values: boolean },
): ClusterGroup {
  const { clusterRefs, clustersConfig = {} } = spec;
  const { limitConfig, hostClustersConfig, values } = clustersConfig;
  return {
    metadata: toMetadata(metadata),
    spec: {
      scope: metadata?.annotations?.scope,
      endpointType: clustersConfig.endpointType,
      kubernetesDistroType: clustersConfig.kubernetesDistroType,
      hostClustersCount: clusterRefs?.length ?? 0,
      hostClusters: (clusterRefs ?? []).flatMap(
        ({ clusterUid, clusterName }) =>
          clusterUid ? [{ uid: clusterUid, name: clusterName }] : [],
      ),
      limits: limitConfig && {
        cpuMilliCore: limitConfig.cpuMilliCore,
        memoryMiB: limitConfig.memoryMiB,
        storageGiB: limitConfig.storageGiB,
        overSubscription: limitConfig.overSubscription,
      },
      hostEndpoints: (hostClustersConfig ?? []).flatMap(toHostEndpoint),
      components: (spec.clusterProfileTemplates ?? []).map(toAttachedProfile),
      ...(rights.values && values !== undefined && { values }),
    },
  };
}

function toHostEndpoint({
  clusterUid,
  endpointConfig: { ingressConfig, loadBalancerConfig } = {},
}: HostClusterConfig): NonNullable<ClusterGroup['spec']['hostEndpoints']> {
  if (!clusterUid) return [];
  return [
    {
      clusterUid,
      ingressHost: ingressConfig?.host,
      ingressPort: ingressConfig?.port,
      externalTrafficPolicy: loadBalancerConfig?.externalTrafficPolicy,
      loadBalancerSourceRanges:
        loadBalancerConfig?.loadBalancerSourceRanges ?? undefined,
    },
  ];
}

export function toCloudAccount(
  { kind, metadata }: V1CloudAccountMetadata,
  cloud: string,
): CloudAccount {
  return { kind: kind ?? cloud, metadata: toRowMetadata(metadata) };
}

export function toVsphereDatacenter({
  datacenter,
  computeclusters,
  folders,
}: V1VsphereDatacenter): VsphereDatacenter {
  return {
    datacenter: datacenter ?? '',
    computeClusters: computeclusters ?? [],
    folders: folders ?? [],
  };
}

export function toVsphereResources({
  datacenter,
  computecluster = {},
}: V1VsphereResources): VsphereComputeClusterResources {
  return {
    datacenter,
    computeCluster: computecluster.name,
    datastores: computecluster.datastores ?? [],
    networks: computecluster.networks ?? [],
    resourcePools: computecluster.resourcePools ?? [],
  };
}

export function toSshKey({ metadata, spec }: V1SshKey): SshKey {
  return {
    metadata: toRowMetadata(metadata),
    spec: { publicKey: spec?.publicKey },
  };
}

export function toOverlord({
  kind,
  metadata,
  spec,
  status,
}: V1Overlord): Overlord {
  return {
    kind,
    metadata: toRowMetadata(metadata),
    spec: {
      cloudAccountUid: spec?.cloudAccountUid,
      isSelfHosted: spec?.isSelfHosted,
    },
    status: {
      state: status?.state,
      health: toHealthState(status?.health?.state),
      isActive: status?.isActive,
      isReady: status?.isReady,
    },
  };
}

export function toIpPool({
  metadata,
  spec = {},
  status = {},
}: V1IpPool): IpPool {
  const { pool = {} } = spec;
  return {
    metadata: toRowMetadata(metadata),
    spec: {
      start: pool.start,
      end: pool.end,
      subnet: pool.subnet,
      gateway: pool.gateway,
      prefix: pool.prefix,
      restrictToSingleCluster: spec.restrictToSingleCluster,
    },
    status: {
      inUse: status.inUse,
      allotted: status.allottedIps?.length,
      available: status.availableIps?.length,
    },
  };
}

export function toClusterEvent(event: V1Event): ClusterEvent {
  return {
    uid: event.metadata?.uid,
    timestamp: toTime(
      event.metadata?.lastModifiedTimestamp ??
        event.metadata?.creationTimestamp,
    ),
    severity: event.severity,
    reason: event.reason,
    message: event.message,
    source: event.source?.component,
  };
}
