import type { V1ClusterRepave } from './v1clusterDetails';
import type { V1Variable } from './v1profiles';

/** The variables of one profile of a cluster. */
export interface V1ClusterVariables {
  profileUid?: string;
  variables?: Array<V1Variable & { value?: string }>;
}

/** Of `validate/repave`. */
export interface V1RepaveValidation {
  isRepaveRequired?: boolean;
  reasons?: NonNullable<V1ClusterRepave['spec']>['reasons'];
}

interface V1PoolNetwork {
  networkName?: string;
  staticIp?: boolean;
  parentPoolRef?: { uid?: string };
}

/** A node pool as Palette tells it; what isn't named differs by cloud and is passed back as it is. */
export interface V1PoolConfig {
  [field: string]: unknown;
  name?: string;
  size?: number;
  minSize?: number;
  maxSize?: number;
  labels?: string[];
  /** By zone. */
  subnetIds?: Record<string, string>;
  placements?: Array<{ [field: string]: unknown; network?: V1PoolNetwork }>;
  network?: V1PoolNetwork;
  osType?: string;
  isSystemNodePool?: boolean;
}

/** A node pool as Palette takes it. */
export interface V1PoolEntity {
  cloudConfig: Record<string, unknown>;
  managedPoolConfig?: { isSystemNodePool?: boolean; osType?: string };
  poolConfig: {
    [field: string]: unknown;
    name: string;
    size: number;
    labels: string[];
  };
}
