import { GOOGLE_PLACEMENT, GOOGLE_POOL } from './googleFields';
import type { Kind } from './Kind';

/** Kubernetes by Palette on machines of Google Cloud. */
export const gcp: Kind = {
  type: 'gcp',
  hasAccount: true,
  managedControlPlane: false,
  autoscaling: false,
  placement: [
    ...GOOGLE_PLACEMENT,
    {
      id: 'network',
      input: 'suggest',
      path: 'network',
      offer: 'googleNetworks',
      hint: 'vpc',
    },
  ],
  pool: [
    ...GOOGLE_POOL,
    {
      id: 'zones',
      input: 'several',
      path: 'azs',
      required: true,
      offer: 'googleZones',
    },
  ],
};
