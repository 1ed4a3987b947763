import type { CreatableCloudType } from '@terasky/backstage-plugin-spectrocloud-common';
import type { Field, Values } from '../fields/Field';

/** A part of Palette's create body. */
export type Body = Record<string, unknown>;

/** One kind of cluster, as data: what its form asks for and where it goes. */
export interface Kind {
  type: CreatableCloudType;
  /** Whether it is made in a cloud account; virtual clusters are made in a cluster group. */
  hasAccount: boolean;
  /** Whether the cloud runs the control plane, so that no pool is asked for. */
  managedControlPlane: boolean;
  /** Whether pools can grow and shrink by themselves. */
  autoscaling: boolean;
  /** Where the cluster goes. */
  placement: Field[];
  /** What machines a pool has, beside what all pools have. */
  pool: Field[];
  /** Says what a field's path can't say of `cloudConfig`. */
  shapeCluster?: (cloudConfig: Body, values: Values) => Body;
  /** The same of a pool's `cloudConfig`. */
  shapePool?: (cloudConfig: Body, pool: Values, cluster: Values) => Body;
}
