import { AZURE_PLACEMENT, AZURE_POOL } from './azureFields';
import type { Kind } from './Kind';

/** Managed Kubernetes of Azure. */
export const aks: Kind = {
  type: 'aks',
  hasAccount: true,
  managedControlPlane: true,
  autoscaling: true,
  placement: AZURE_PLACEMENT,
  pool: [
    ...AZURE_POOL,
    {
      id: 'systemPool',
      input: 'flag',
      path: 'isSystemNodePool',
      initial: true,
      hint: 'systemPool',
    },
  ],
  shapePool: cloudConfig => ({
    ...cloudConfig,
    osDisk: { ...(cloudConfig.osDisk as object), osType: 'Linux' },
  }),
};
