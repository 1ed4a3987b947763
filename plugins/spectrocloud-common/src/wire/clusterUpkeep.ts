import { z } from 'zod';
import { referenceSchema, textSchema, timeSchema } from './common';

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

/** Schema of `ClusterScan`. @public */
export const clusterScanSchema = z.object({
  /** As `kube-bench`. */
  name: z.string(),
  /** In cron's notation. */
  schedule: textSchema,
});

/** A compliance scan that is set up for a cluster. @public */
export type ClusterScan = z.infer<typeof clusterScanSchema>;
