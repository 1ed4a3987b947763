import type { Cluster } from '@terasky/backstage-plugin-spectrocloud-common';
import { isInTransition, stateOf } from '../components/stateOf';
import { reportedConditions } from './reportedConditions';

/** The sentences that there are, by the states of Palette that need one of their own. */
const SENTENCES = [
  'Pending',
  'Provisioning',
  'Importing',
  'Deleting',
  'Deleted',
  'Pausing',
  'Paused',
  'Resuming',
  'Error',
] as const;

/** How a cluster is, as its page and card begin. */
export interface ClusterStatus {
  sentence:
    | (typeof SENTENCES)[number]
    | 'healthy'
    | 'unhealthy'
    | 'running'
    | 'upgrading'
    | 'other';
  /** As `StateLabel` takes it. */
  state: string;
  /** The condition that says most of why it isn't as it should be. */
  reason?: string;
}

/** What a cluster's state, lifecycle, health and conditions come to. */
export function clusterStatus(cluster: Cluster): ClusterStatus {
  const { status, virtual } = cluster;
  const lifecycle =
    virtual?.lifecycle === 'Running' ? undefined : virtual?.lifecycle;
  const state = stateOf(lifecycle ?? status.state) ?? 'Unknown';
  const health = stateOf(status.health?.state);
  const reason = reasonOf(cluster);
  const sentence = SENTENCES.find(each => each === state);
  if (sentence) {
    const hasReason = isInTransition(state) || state === 'Error';
    return { sentence, state, reason: hasReason ? reason : undefined };
  }
  if (state !== 'Running') return { sentence: 'other', state };
  if (status.upgrading) {
    return { sentence: 'upgrading', state: 'Provisioning', reason };
  }
  if (health === 'Healthy') return { sentence: 'healthy', state: 'Healthy' };
  return health === 'UnHealthy'
    ? { sentence: 'unhealthy', state: health, reason }
    : { sentence: 'running', state };
}

function reasonOf(cluster: Cluster): string | undefined {
  const open = reportedConditions(cluster).filter(
    ({ state }) => state !== 'Healthy',
  );
  const { type, message } =
    open.find(({ state }) => state === 'UnHealthy') ?? open[0] ?? {};
  return message || type;
}
