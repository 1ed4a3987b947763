import type { Option } from '@terasky/backstage-plugin-spectrocloud-react';
import { z } from 'zod/v3';

/** How the value of a field and what is chosen become each other. */
export interface ChoiceCodec<TValue> {
  /** What is chosen; empty for nothing, and for what makes no sense. */
  read: (value: unknown) => string;
  write: (option: Option) => TValue;
}

export const namedSchema = z.object({
  uid: z.string().describe('Palette’s uid'),
  name: z.string().describe('Name as people know it'),
});

/** Something of Palette with its name, so that people can review it. */
export type Named = z.infer<typeof namedSchema>;

/** Of what has a uid: the form adds the name. */
export const namedCodec: ChoiceCodec<Named> = {
  // The form makes an empty object of an object that isn't there.
  read: value =>
    namedSchema.pick({ uid: true }).safeParse(value).data?.uid ?? '',
  write: ({ value, label }) => ({ uid: value, name: label ?? value }),
};

/** Of what is its own name. */
export const textCodec: ChoiceCodec<string> = {
  read: value => z.string().safeParse(value).data ?? '',
  write: ({ value }) => value,
};
