import { z } from 'zod';

/*
 * What is optional is left out when Palette sends it as something else than its
 * schema says; that is no reason to refuse the whole list.
 */

export const textSchema = z.string().optional().catch(undefined);
/** ISO 8601. */
export const timeSchema = z.string().optional().catch(undefined);
export const countSchema = z.number().optional().catch(undefined);
export const flagSchema = z.boolean().optional().catch(undefined);

/** Name of a cloud, as it becomes part of a path. @public */
export const cloudNameSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,31}$/, 'must be the name of a cloud, as "aws"');

/** Schema of `PaletteMetadata`. @public */
export const metadataSchema = z.object({
  /** Palette's uid. */
  uid: z.string(),
  /** Name as people know it. */
  name: z.string(),
  /** Labels; bare tags have the value `spectro__tag`. */
  labels: z.record(z.string(), z.string()).optional(),
  /** Palette's own: `projectUid`, `scope`, `permissions` (of the caller, comma separated) and so on. */
  annotations: z.record(z.string(), z.string()).optional(),
  /** ISO 8601. */
  creationTimestamp: timeSchema,
  /** ISO 8601. */
  lastModifiedTimestamp: timeSchema,
});

/** What every Palette object says about itself. @public */
export type PaletteMetadata = z.infer<typeof metadataSchema>;

/** Schema of `PaletteReference`. @public */
export const referenceSchema = z.object({
  /** Palette's uid. */
  uid: z.string(),
  /** Name as people know it. */
  name: textSchema,
  /** Kind, in Palette's words. */
  kind: textSchema,
  /** Project it belongs to. */
  projectUid: textSchema,
});

/** A name and the uid that stands for it. @public */
export type PaletteReference = z.infer<typeof referenceSchema>;
