import { z } from 'zod';
import { MAX_TYPED_LENGTH } from '@terasky/backstage-plugin-spectrocloud-react';
import { KINDS } from '../kinds';
import { type Draft, STEPS, stepsOf, TAINT_EFFECTS } from './Draft';

/** Nothing longer can be typed, and storage is everybody's to write in. */
const MAX_TEXT = MAX_TYPED_LENGTH;
const MAX_ITEMS = MAX_TYPED_LENGTH;

const text = z.string().max(MAX_TEXT);
const values = z.record(
  z.string(),
  z.union([text, z.boolean(), z.array(text).max(MAX_ITEMS)]),
);
const label = z.strictObject({ key: text, value: text });

const pool = z.strictObject({
  id: z.string().regex(/^p\d{1,6}$/),
  controlPlane: z.boolean(),
  values,
  labels: z.array(label).max(MAX_ITEMS),
  taints: z
    .array(label.extend({ effect: z.enum(TAINT_EFFECTS) }))
    .max(MAX_ITEMS),
});

/** What is read back from the browser's storage; anything else is as good as no draft. */
export const draftSchema: z.ZodType<Draft> = z
  .strictObject({
    kind: z.enum(Object.keys(KINDS) as Array<keyof typeof KINDS>),
    instance: text.optional(),
    projectUid: text,
    step: z.enum(STEPS),
    values,
    pools: z.array(pool).max(MAX_ITEMS),
    profiles: z
      .array(
        z.strictObject({ uid: text, name: text, version: text, type: text }),
      )
      .max(MAX_ITEMS),
    variables: z.record(z.string(), z.record(z.string(), text)),
  })
  .refine(({ kind, step }) => stepsOf(kind).includes(step));
