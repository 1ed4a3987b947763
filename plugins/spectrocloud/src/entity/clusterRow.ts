import type { VirtualClusterSummary } from '@terasky/backstage-plugin-spectrocloud-common';
import { stateOf } from '../components/stateOf';

/** The state that matters most: that a running cluster isn't well, or that a virtual one is paused. */
export function stateShown({ status, virtual }: VirtualClusterSummary): string {
  const lifecycle =
    virtual?.lifecycle === 'Running' ? undefined : virtual?.lifecycle;
  const state = stateOf(lifecycle ?? status.state) ?? 'Unknown';
  const isUnwell = stateOf(status.health?.state) === 'UnHealthy';
  return state === 'Running' && isUnwell ? 'UnHealthy' : state;
}
