import { GOOGLE_PLACEMENT, GOOGLE_POOL } from './googleFields';
import type { Kind } from './Kind';

/** Managed Kubernetes of Google Cloud. */
export const gke: Kind = {
  type: 'gke',
  hasAccount: true,
  managedControlPlane: true,
  autoscaling: false,
  placement: GOOGLE_PLACEMENT,
  pool: GOOGLE_POOL,
  // Where its control plane runs: the whole region.
  shapeCluster: cloudConfig => ({
    ...cloudConfig,
    managedClusterConfig: { location: cloudConfig.region },
  }),
};
