import { z } from 'zod';

/** What has to be filled in before Palette can be asked. */
export type Need =
  'project' | 'account' | 'profile' | 'cloudProject' | 'subscription';

/** Where each need is found: given by the template, or filled in in another field. */
export type Needs = Partial<Record<Need, { given?: string; field: string }>>;

/** The rest of the form, as far as it was asked for. */
export interface FilledIn {
  values: Partial<Record<Need, string>>;
  /** The first need that isn't met yet. */
  missing?: Need;
}

/** Fields hold texts or, where a uid alone says little, objects that have one. */
const filledSchema = z.union([
  z.string(),
  z.object({ uid: z.string() }).transform(({ uid }) => uid),
]);

function readField(formData: unknown, field: string): string {
  const form = z.record(z.string(), z.unknown()).safeParse(formData);
  if (!form.success || !Object.hasOwn(form.data, field)) return '';
  return filledSchema.safeParse(form.data[field]).data ?? '';
}

/** Reads what a field asks with out of the form that it stands in. */
export function readFilledIn(formData: unknown, needs: Needs): FilledIn {
  const values: FilledIn['values'] = {};
  let missing: Need | undefined;
  for (const need of Object.keys(needs) as Need[]) {
    const { given, field = need } = needs[need] ?? {};
    const value = given ?? readField(formData, field);
    values[need] = value;
    if (value === '') missing ??= need;
  }
  return { values, missing };
}
