import {
  AGENT_SILENT_AFTER_MS,
  type VirtualClusterSummary,
} from '@terasky/backstage-plugin-spectrocloud-common';

const MAX_REASONS = 3;
const MAX_REASON = 120;

/** What can be wrong with a cluster, the worst first. */
export const PROBLEMS = [
  'error',
  'unhealthy',
  'silent',
  'nodes-unhealthy',
  'repave-pending',
  'kubernetes-withdrawn',
] as const;

export type ProblemKind = (typeof PROBLEMS)[number];

/** A cluster in trouble. */
export interface Problem {
  kinds: ProblemKind[];
  /** When its agent was heard last, ISO 8601. */
  heardAt?: string;
  /** In Palette's words. */
  reasons: string[];
}

/** What is wrong with a cluster of a list; nothing where nothing is. */
export function problemOf(
  { spec, status, virtual }: VirtualClusterSummary,
  nowMs: number,
): Problem | undefined {
  const { nodes } = spec;
  const { state, health, repave } = status;
  const heardAt = health?.lastHeartBeatTimestamp;
  const heardMs = heardAt ? Date.parse(heardAt) : NaN;
  const lifecycle = virtual?.lifecycle ?? 'Running';
  // The agent and the nodes of a virtual cluster that is paused rightly rest.
  const isUp = state === 'Running' && lifecycle === 'Running';
  const holds: Record<ProblemKind, boolean> = {
    error: state === 'Error' || lifecycle === 'Error',
    unhealthy: health?.state?.toLowerCase() === 'unhealthy',
    // Zero times, of agents that never reported, are no silence.
    silent: isUp && heardMs > 0 && nowMs - heardMs > AGENT_SILENT_AFTER_MS,
    'nodes-unhealthy': nodes !== undefined && nodes.healthy < nodes.size,
    'repave-pending': repave === 'Pending',
    'kubernetes-withdrawn': spec.kubernetesWithdrawn === true,
  };
  const kinds = PROBLEMS.filter(kind => holds[kind]);
  // Nodes of clusters that are in the making are not there yet.
  const isMaking = !isUp && !holds.error;
  if (kinds.length === 0 || (isMaking && !holds.unhealthy)) return undefined;
  // What Palette observes of a healthy cluster explains nothing.
  const reasons = (
    holds.unhealthy || holds.error ? (health?.conditions ?? []) : []
  )
    .flatMap(({ message, type }) => message ?? type ?? [])
    .slice(0, MAX_REASONS)
    .map(reason => reason.slice(0, MAX_REASON));
  return {
    kinds,
    reasons:
      nodes && holds['nodes-unhealthy']
        ? [...reasons, `${nodes.healthy} of ${nodes.size} nodes are healthy`]
        : reasons,
    ...(Number.isNaN(heardMs) || heardMs <= 0 ? {} : { heardAt }),
  };
}
