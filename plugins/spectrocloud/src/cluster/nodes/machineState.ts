import type { Machine } from '@terasky/backstage-plugin-spectrocloud-common';

/** How a machine is, as `StateLabel` takes it: one that runs may still be unhealthy. */
export function machineState({ state, health }: Machine): string {
  if (state === 'Running' && health && health !== 'Healthy') return health;
  return state === 'Provisioned' ? 'Provisioning' : (state ?? 'Unknown');
}
