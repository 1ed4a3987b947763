import { z } from 'zod';
import { changeReasonSchema } from './clusterChanges';
import { textSchema } from './common';

/** More than Palette's own console asks for. */
const MAX_LINES = 10_000;
const MAX_NAMESPACES = 50;

/** Schema of `ClusterLogsOrder`. @public */
export const clusterLogsOrderSchema = changeReasonSchema.extend({
  /** Last lines of each log; 1000 where left out, as Palette has it. */
  lines: z.number().int().min(1).max(MAX_LINES).optional(),
  /** Namespaces whose pods' logs are wanted; those that Palette chooses where left out. */
  namespaces: z
    .array(z.string().regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/))
    .min(1)
    .max(MAX_NAMESPACES)
    .optional(),
});

/** Body of `POST /clusters/:uid/logs`. @public */
export type ClusterLogsOrder = z.infer<typeof clusterLogsOrderSchema>;

/** Schema of `OrderedClusterLogs`. @public */
export const orderedClusterLogsSchema = z.object({
  /** Palette's uid of what was asked for. */
  uid: z.string(),
});

/** Palette collects the logs of a cluster. @public */
export type OrderedClusterLogs = z.infer<typeof orderedClusterLogsSchema>;

/** Schema of `ClusterLogsProgress`. @public */
export const clusterLogsProgressSchema = z.object({
  /** Whether there is something to download, or will be. */
  progress: z.enum(['collecting', 'ready', 'failed']),
  /** In Palette's own words, which it doesn't describe. */
  state: textSchema,
});

/** How far Palette is with the logs that were asked for. @public */
export type ClusterLogsProgress = z.infer<typeof clusterLogsProgressSchema>;
