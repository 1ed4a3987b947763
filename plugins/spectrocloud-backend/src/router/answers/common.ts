import { z } from 'zod';

/*
 * What is optional is left out when Palette sends it as something else than its
 * schema says; that is no reason to refuse the whole list.
 */

/** ISO 8601. */
export const time = z.string().optional().catch(undefined);
export const text = z.string().optional().catch(undefined);
export const count = z.number().optional().catch(undefined);
export const flag = z.boolean().optional().catch(undefined);

export const metadata = z
  .object({
    uid: z.string(),
    name: z.string(),
    labels: z.record(z.string(), z.string()).optional(),
    annotations: z.record(z.string(), z.string()).optional(),
    creationTimestamp: time,
    lastModifiedTimestamp: time,
  })
  .meta({ id: 'Metadata' });

export const reference = z
  .object({
    uid: z.string(),
    name: text,
    kind: text,
    projectUid: text,
  })
  .meta({ id: 'Reference' });
