import { z } from 'zod';

/** ISO 8601. */
export const time = z.string().optional();
export const text = z.string().optional();
export const count = z.number().optional();
export const flag = z.boolean().optional();

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
