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
