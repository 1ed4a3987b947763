import {
  AGENT_SILENT_AFTER_MS,
  type VirtualClusterSummary,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { stateOf } from '../components/stateOf';

/** Why a cluster needs somebody, the worst first. */
export const ATTENTION = [
  'failed',
  'unhealthy',
  'silent',
  'repave',
  'withdrawn',
  'update',
] as const;

export type Attention = (typeof ATTENTION)[number];

/** What of a cluster needs somebody, the worst first, as far as a list tells. */
export function attentionOf(
  { spec, status, virtual }: VirtualClusterSummary,
  now: number,
): Attention[] {
  const state = stateOf(status.state);
  const lifecycle = stateOf(virtual?.lifecycle) ?? 'Running';
  if (state === 'Deleting') {
    return [];
  }
  // A cluster that is not there yet, or paused, has an agent that rightly says nothing.
  const isUp = state === 'Running' && lifecycle === 'Running';
  const heartbeat = Date.parse(status.health?.lastHeartBeatTimestamp ?? '');
  const isTrue: Record<Attention, boolean> = {
    failed: state === 'Error' || lifecycle === 'Error',
    unhealthy: stateOf(status.health?.state) === 'UnHealthy',
    silent: isUp && now - heartbeat > AGENT_SILENT_AFTER_MS,
    repave: status.repave === 'Pending',
    withdrawn: spec.kubernetesWithdrawn === true,
    update: status.updateAvailable === true,
  };
  return ATTENTION.filter(reason => isTrue[reason]);
}
