import type {
  AttachedProfile,
  Cluster,
  ClusterCondition,
  ClusterHealth,
  MachinePool,
  VirtualClusterSummary,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type {
  V1CloudConfig,
  V1ClusterHealth,
  V1ClusterOverview,
  V1Condition,
  V1ProfileTemplate,
  V1VirtualStatus,
} from '../palette/v1';
import {
  toHealthState,
  toMetadata,
  toReference,
  toReferences,
  toTime,
} from './common';

/** Palette's name for virtual clusters. */
export const VIRTUAL_CLOUD_TYPE = 'nested';
/** An annotation of clusters whose agent must stay as it is. */
const UPGRADES_PAUSED = 'spectroComponentsUpgradeForbidden';
const KUBERNETES_LAYER = 'k8s';

export function templatesOf(spec: {
  clusterProfileTemplate?: V1ProfileTemplate;
  clusterProfileTemplates?: V1ProfileTemplate[];
}): V1ProfileTemplate[] {
  const { clusterProfileTemplates, clusterProfileTemplate } = spec;
  if (clusterProfileTemplates?.length) return clusterProfileTemplates;
  return clusterProfileTemplate ? [clusterProfileTemplate] : [];
}

/** Palette's list has no Kubernetes version, but it has the profiles, and their Kubernetes pack has it. */
export function kubernetesOf(
  templates: V1ProfileTemplate[],
): { version: string; isWithdrawn?: boolean } | undefined {
  for (const template of templates) {
    const pack = template.packs?.find(
      ({ layer }) => layer === KUBERNETES_LAYER,
    );
    const version = pack?.version || pack?.tag;
    if (version) return { version, isWithdrawn: pack?.isInvalid };
  }
  return undefined;
}

/** Where Palette doesn't tell it by itself: the version of the Kubernetes pack that runs. */
function runningKubernetes(
  templates: V1ProfileTemplate[],
  running: NonNullable<V1ClusterOverview['status']>['packs'] = [],
): string | undefined {
  const names = templates.flatMap(({ packs = [] }) =>
    packs.filter(({ layer }) => layer === KUBERNETES_LAYER),
  );
  const pack = running.find(({ name }) =>
    names.some(wanted => wanted.name === name),
  );
  return pack?.version || undefined;
}

/** A running cluster replaces packs when one of them has begun and not come to its end. */
export function isUpgrading({
  state,
  packs = [],
}: Pick<NonNullable<V1ClusterOverview['status']>, 'state' | 'packs'>): boolean {
  return (
    state === 'Running' &&
    packs.some(
      ({ startTime, endTime, condition }) =>
        toTime(startTime) !== undefined &&
        toTime(endTime) === undefined &&
        condition?.status !== 'True',
    )
  );
}

export function toHealth(
  health: V1ClusterHealth | undefined,
): ClusterHealth | undefined {
  if (!health) return undefined;
  return {
    state: toHealthState(health.state),
    agentVersion: health.agentVersion,
    lastHeartBeatTimestamp: toTime(health.lastHeartBeatTimestamp),
    conditions: health.conditions?.map(({ type, message }) => ({
      type,
      message,
    })),
  };
}

export function toVirtual(
  virtual: V1VirtualStatus | undefined,
): VirtualClusterSummary['virtual'] {
  if (!virtual) return undefined;
  return {
    clusterGroup: toReference(virtual.clusterGroup),
    hostCluster: toReference(virtual.hostCluster),
    lifecycle: virtual.lifecycleStatus?.status || virtual.state || undefined,
  };
}

function toCondition(condition: V1Condition): ClusterCondition {
  return {
    type: condition.type ?? '',
    status: condition.status ?? '',
    reason: condition.reason,
    message: condition.message,
    lastTransitionTime: toTime(condition.lastTransitionTime),
  };
}

/** A profile as it is attached to a cluster or a group. */
export function toAttachedProfile(
  template: V1ProfileTemplate,
): AttachedProfile {
  return {
    uid: template.uid ?? '',
    name: template.name || undefined,
    type: template.type,
    cloudType: template.cloudType,
    version: template.profileVersion || undefined,
    packs: (template.packs ?? []).map(
      ({ name, version, tag, layer, type }) => ({
        name: name ?? '',
        version: version || tag,
        layer,
        type,
      }),
    ),
  };
}

/** All pools of a cluster, hybrid ones last; none where Palette says nothing of pools. */
export function toMachinePools({
  machinePools,
  hybridMachinePools,
}: V1CloudConfig = {}): MachinePool[] | undefined {
  if (!machinePools && !hybridMachinePools) return undefined;
  return [...(machinePools ?? []), ...(hybridMachinePools ?? [])].map(
    ({
      cloudType,
      size,
      healthy,
      maintenanceMode,
      isControlPlane,
      labels,
    }) => ({
      cloudType,
      size,
      healthy,
      inMaintenance: maintenanceMode,
      isControlPlane,
      labels,
    }),
  );
}

/** Everything about one cluster. */
export function toCluster(
  cluster: V1ClusterOverview,
  projectNames: ReadonlyMap<string, string>,
  asked: { projectUid?: string; clusterType?: string; readAt: Date },
): Cluster {
  const { spec = {}, status = {} } = cluster;
  const metadata = toMetadata(cluster.metadata);
  const templates = templatesOf(spec);
  const projectUid = metadata.annotations?.projectUid || asked.projectUid;
  return {
    metadata,
    spec: {
      cloudType: spec.cloudConfig?.cloudType,
      clusterType: asked.clusterType,
      agentUpgradesPaused:
        cluster.metadata?.annotations?.[UPGRADES_PAUSED] === 'true',
      projectUid,
      projectName: projectUid && projectNames.get(projectUid),
      cloudAccount: toReference(spec.cloudaccount),
      kubernetesVersion:
        status.kubeMeta?.kubernetesVersion ||
        runningKubernetes(templates, status.packs),
      machinePools: toMachinePools(spec.cloudConfig) ?? [],
      profiles: templates.map(toAttachedProfile),
    },
    status: {
      state: status.state,
      health: toHealth(status.health),
      conditions: (status.conditions ?? []).map(toCondition),
      hasKubeConfig: status.kubeMeta?.hasKubeConfig,
      hasKubeConfigClient: status.kubeMeta?.hasKubeConfigClient,
      upgrading: isUpgrading(status) || undefined,
      upgrades: (status.upgrades ?? []).map(({ reason, timestamp }) => ({
        at: toTime(timestamp),
        reasons: reason ?? [],
      })),
      apiEndpoints: (status.apiEndpoints ?? []).flatMap(({ host, port }) =>
        host && port ? [{ host, port }] : [],
      ),
      packs: (status.packs ?? []).map(({ name, version, type, condition }) => ({
        name,
        version,
        type,
        condition: condition && toCondition(condition),
      })),
      location: status.location && {
        countryName: status.location.countryName,
        regionName: status.location.regionName,
      },
    },
    virtual:
      spec.cloudConfig?.cloudType === VIRTUAL_CLOUD_TYPE
        ? toVirtual(status.virtual)
        : undefined,
    virtualClusters: toReferences(status.virtual?.virtualClusters),
    readAt: readAtOf(asked.readAt),
  };
}

/** When the parts of a cluster were read; all at once, where nothing else is said. */
export function readAtOf(
  details: Date,
  health: Date = details,
): Cluster['readAt'] {
  return { details: details.toISOString(), health: health.toISOString() };
}
