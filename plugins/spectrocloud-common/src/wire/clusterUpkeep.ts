import { z } from 'zod';
import { countSchema, referenceSchema, textSchema, timeSchema } from './common';

/** Schema of `ClusterRepave`. @public */
export const clusterRepaveSchema = z.object({
  /** `Pending` (somebody has to approve it), `Approved` or `Reverted`. */
  state: textSchema,
  message: textSchema,
  /** Who wants it: `user`, `hubble`, `palette` or `stylus`. */
  source: textSchema,
  /** ISO 8601. */
  since: timeSchema,
  reasons: z.array(
    z.object({
      /** In one word. */
      code: textSchema,
      message: textSchema,
      /** The pack whose change it is. */
      pack: z
        .object({ name: textSchema, from: textSchema, to: textSchema })
        .optional(),
    }),
  ),
});

/** Whether nodes of a cluster have to be replaced, and why. @public */
export type ClusterRepave = z.infer<typeof clusterRepaveSchema>;

/** Schema of `ClusterCertificate`. @public */
export const clusterCertificateSchema = z.object({
  machine: textSchema,
  authority: textSchema,
  /** None for the authority's own. */
  name: textSchema,
  /** ISO 8601. */
  expires: timeSchema,
});

/** A certificate of a machine that runs the control plane. @public */
export type ClusterCertificate = z.infer<typeof clusterCertificateSchema>;

/** Schema of `ProfileUpdate`. @public */
export const profileUpdateSchema = z.object({
  /** Palette's uid. */
  uid: z.string(),
  name: textSchema,
  version: textSchema,
  packs: z.array(
    z.object({ name: z.string(), layer: textSchema, version: textSchema }),
  ),
});

/** A profile of a cluster as it would be with the newer packs that can be applied. @public */
export type ProfileUpdate = z.infer<typeof profileUpdateSchema>;

/** Schema of `ClusterBackup`. @public */
export const clusterBackupSchema = z.object({
  location: referenceSchema.optional(),
  /** In cron's notation. */
  schedule: textSchema,
  /** Newest first. */
  runs: z.array(
    z.object({
      name: textSchema,
      /** In Palette's words, as `Completed`. */
      state: textSchema,
      message: textSchema,
      /** ISO 8601. */
      at: timeSchema,
      /** ISO 8601. */
      expires: timeSchema,
      namespaces: z.array(z.string()),
    }),
  ),
});

/** How a cluster is backed up. @public */
export type ClusterBackup = z.infer<typeof clusterBackupSchema>;

/** Schema of `ClusterScanRun`. @public */
export const clusterScanRunSchema = z.object({
  /** In Palette's words, as `Completed`. */
  state: textSchema,
  message: textSchema,
  /** ISO 8601; when it ended, else when it began. */
  at: timeSchema,
  /** Checks by their outcome, over all reports of the run. */
  passed: countSchema,
  failed: countSchema,
  warned: countSchema,
  /** Weaknesses by their severity, over all reports of the run. */
  critical: countSchema,
  high: countSchema,
  medium: countSchema,
  low: countSchema,
});

/** How a compliance scan of a cluster went. @public */
export type ClusterScanRun = z.infer<typeof clusterScanRunSchema>;

/** Schema of `ClusterScan`. @public */
export const clusterScanSchema = z.object({
  /** As `kube-bench`. */
  name: z.string(),
  /** In cron's notation. */
  schedule: textSchema,
  /** Newest first; none where Palette doesn't tell. */
  runs: z.array(clusterScanRunSchema).optional(),
});

/** A compliance scan that is set up for a cluster, or was asked for. @public */
export type ClusterScan = z.infer<typeof clusterScanSchema>;
