import type { Cluster } from '@terasky/backstage-plugin-spectrocloud-common';
import { isInTransition } from '../components/stateOf';

/** A condition, as the page shows it. */
export interface ReportedCondition {
  type: string;
  /** As `StateLabel` takes it. */
  state: string;
  message?: string;
}

/** What isn't true yet while Palette is at work is being worked on; otherwise it has failed. */
function stateOfStatus(status: string, isAtWork: boolean): string {
  if (status === 'True') return 'Healthy';
  if (isAtWork) return 'Provisioning';
  return status === 'False' ? 'UnHealthy' : 'Unknown';
}

/** The conditions of Palette and of its agent, each kind once; Palette's own say more. */
export function reportedConditions({ status }: Cluster): ReportedCondition[] {
  const isAtWork = isInTransition(status.state) || status.upgrading === true;
  const own = status.conditions.map(condition => ({
    type: condition.type,
    state: stateOfStatus(condition.status, isAtWork),
    message: condition.message || condition.reason,
  }));
  const observed = (status.health?.conditions ?? []).map(
    ({ type = '', message }) => ({
      type,
      state: isAtWork ? 'Provisioning' : 'Warning',
      message,
    }),
  );
  const byType = new Map(
    [...observed, ...own].map(condition => [condition.type, condition]),
  );
  return [...byType.values()];
}
