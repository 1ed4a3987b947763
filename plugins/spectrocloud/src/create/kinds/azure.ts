import { AZURE_PLACEMENT, AZURE_POOL } from './azureFields';
import type { Kind } from './Kind';

/** Kubernetes by Palette on machines of Azure. */
export const azure: Kind = {
  type: 'azure',
  hasAccount: true,
  managedControlPlane: false,
  autoscaling: false,
  placement: AZURE_PLACEMENT,
  pool: [
    ...AZURE_POOL,
    { id: 'zones', input: 'several', path: 'azs', offer: 'azureZones' },
  ],
  shapePool: cloudConfig => ({
    ...cloudConfig,
    osDisk: { ...(cloudConfig.osDisk as object), osType: 'Linux' },
  }),
};
