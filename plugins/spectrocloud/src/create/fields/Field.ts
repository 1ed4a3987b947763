import type { messages } from '../../translations/en';
import type { OfferName } from './offerNeeds';

/** What a field holds: numbers as they are typed, since they may be half typed. */
export type FieldValue = string | boolean | string[];

/** What is filled in, by the field's id. */
export type Values = { [id: string]: FieldValue | undefined };

/** Every field has a label of its own. */
export type FieldId = keyof (typeof messages)['create']['field'];

/** Fields that need a word of explanation. */
export type HintId = keyof (typeof messages)['create']['hint'];

/** Values that are chosen from a fixed list have words of their own. */
export type ChoiceId = keyof (typeof messages)['create']['choice'];

/** One field of a form, as data: how it looks, when it is complete, and where it goes. */
export interface Field {
  id: FieldId;
  /** `suggest` takes any text and offers some; `several` holds a list. */
  input: 'text' | 'number' | 'flag' | 'choice' | 'suggest' | 'several';
  /**
   * Where Palette's create body has it, below `cloudConfig` of the cluster or of
   * the pool, in dotted form; without it the kind places it itself.
   */
  path?: string;
  required?: boolean;
  /** Values of a `choice` that Palette's own description fixes. */
  choices?: readonly ChoiceId[];
  /** What Palette offers for it. */
  offer?: OfferName;
  /** Filled in before anybody has touched it. */
  initial?: FieldValue;
  min?: number;
  max?: number;
  hint?: HintId;
  /** Shown only then; a pool's field sees those of the cluster, too. */
  when?: (values: Values) => boolean;
}

/** The text of a value; of a list its parts, joined. */
export function textOf(value: FieldValue | undefined): string {
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' ? value : '';
}

/** The parts of a value that holds a list. */
export function listOf(value: FieldValue | undefined): string[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'string' && value ? [value] : [];
}

/** The fields that are shown with these values. */
export function shownFields(fields: Field[], values: Values): Field[] {
  return fields.filter(({ when }) => when?.(values) ?? true);
}

/** What the fields hold before anybody has touched them. */
export function initialValues(fields: Field[]): Values {
  return Object.fromEntries(
    fields.flatMap(({ id, initial }) =>
      initial === undefined ? [] : [[id, initial]],
    ),
  );
}
