import { z } from 'zod';
import { clusterNameSchema } from './creation';

const MAX_REASON = 500;

/** Letters, digits and signs of any script: nothing that breaks or hides a line of the audit log. */
const ONE_LINE = /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u;

const reasonSchema = z
  .string()
  .trim()
  .min(1)
  .max(MAX_REASON)
  .regex(ONE_LINE, 'must be one line without control characters');

/** Schema of `ChangeReason`. @public */
export const changeReasonSchema = z.strictObject({
  /** Why, for the audit log; one line of 500 characters at most. */
  reason: reasonSchema.optional(),
});

/** What every change of a cluster can come with. @public */
export type ChangeReason = z.infer<typeof changeReasonSchema>;

/** Schema of `ClusterDeletion`. @public */
export const clusterDeletionSchema = changeReasonSchema.extend({
  /** The cluster's name, as whoever deletes it has typed it. */
  name: z.string().min(1).max(200),
});

/** Body of `POST /clusters/:uid/delete`. @public */
export type ClusterDeletion = z.infer<typeof clusterDeletionSchema>;

/** Schema of `ForcedClusterDeletion`. @public */
export const forcedClusterDeletionSchema = clusterDeletionSchema.extend({
  /** Why, for the audit log: required, since what the cluster is made of may stay in its cloud. */
  reason: reasonSchema,
});

/** Body of `POST /clusters/:uid/force-delete`. @public */
export type ForcedClusterDeletion = z.infer<typeof forcedClusterDeletionSchema>;

/** Schema of `ClusterLifecycleChange`. @public */
export const clusterLifecycleChangeSchema = changeReasonSchema.extend({
  /** Whether the virtual cluster is to rest. */
  pause: z.boolean(),
});

/** Body of `POST /clusters/:uid/lifecycle`; for virtual clusters. @public */
export type ClusterLifecycleChange = z.infer<
  typeof clusterLifecycleChangeSchema
>;

/** Schema of `ClusterMetadataChange`. @public */
export const clusterMetadataChangeSchema = changeReasonSchema
  .extend({
    /** Another name. */
    name: clusterNameSchema.optional(),
    /** All tags that the cluster is to have; a bare tag has the value `spectro__tag`. */
    labels: z
      .record(z.string().min(1).max(200), z.string().max(200))
      .optional(),
  })
  .refine(({ name, labels }) => name !== undefined || labels !== undefined, {
    error: 'must have a name or labels',
  });

/** Body of `POST /clusters/:uid/metadata`. @public */
export type ClusterMetadataChange = z.infer<typeof clusterMetadataChangeSchema>;

/** More than any pool has. */
const MAX_NODES = 10_000;
const nodesSchema = z.number().int().min(0).max(MAX_NODES);

/** Schema of `NodePoolResize`. @public */
export const nodePoolResizeSchema = changeReasonSchema
  .extend({
    /** Name of the pool. */
    pool: z.string().min(1).max(200),
    /** Nodes that are wanted. */
    size: nodesSchema,
    /** Fewest nodes, where Palette is to scale the pool; as it is where left out. */
    minSize: nodesSchema.optional(),
    /** Most nodes. */
    maxSize: nodesSchema.optional(),
  })
  .refine(({ minSize = 0, maxSize = MAX_NODES }) => minSize <= maxSize, {
    path: ['minSize'],
    error: 'must not be more than maxSize',
  });

/** Body of `POST /clusters/:uid/nodepools`. @public */
export type NodePoolResize = z.infer<typeof nodePoolResizeSchema>;

/** Schema of `ClusterChange`. @public */
export const clusterChangeSchema = z.object({
  /** Palette's uid of the cluster. */
  uid: z.string(),
});

/** Palette has taken a change of a cluster; how far it is with it says the cluster's state. @public */
export type ClusterChange = z.infer<typeof clusterChangeSchema>;
