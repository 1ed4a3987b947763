import type {
  ClusterNamespace,
  ClusterRoleBinding,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type {
  V1ClusterNamespaceResource,
  V1ClusterRbac,
} from '../palette/v1clusterAccess';

/** The type of bindings that hold in all namespaces, whatever else they say. */
const CLUSTER_WIDE = 'ClusterRoleBinding';

function toProblems({
  errors = [],
}: { errors?: Array<{ msg?: string }> } = {}): string[] {
  return errors.flatMap(({ msg }) => msg || []);
}

/** Palette says zero, or for GPUs less, where there is no limit. */
function toLimit(limit: number | undefined): number | undefined {
  return limit !== undefined && limit > 0 ? limit : undefined;
}

export function toNamespace({
  metadata,
  spec = {},
  status,
}: V1ClusterNamespaceResource): ClusterNamespace {
  const { cpuCores, memoryMiB, gpuConfig } = spec.resourceAllocation ?? {};
  return {
    name: metadata?.name ?? '',
    isPattern: spec.isRegex,
    cpuCores: toLimit(cpuCores),
    memoryMiB: toLimit(memoryMiB),
    gpus: toLimit(gpuConfig?.limit),
    problems: toProblems(status),
  };
}

export function toRoleBindings({
  spec = {},
  status,
}: V1ClusterRbac): ClusterRoleBinding[] {
  return (spec.bindings ?? []).map(({ type, namespace, role, subjects }) => ({
    namespace: type === CLUSTER_WIDE ? undefined : namespace || undefined,
    roleKind: role?.kind,
    role: role?.name,
    subjects: (subjects ?? []).map(subject => ({
      kind: subject.type,
      name: subject.name,
      namespace: subject.namespace || undefined,
    })),
    isSystem: spec.isSystem,
    problems: toProblems(status),
  }));
}
