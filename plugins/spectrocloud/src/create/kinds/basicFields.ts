import type { Field } from '../fields/Field';
import type { Kind } from './Kind';

/** What every cluster has a name by. */
export const NAME_FIELDS: Field[] = [
  { id: 'name', input: 'text', required: true, hint: 'name' },
  { id: 'description', input: 'text' },
  { id: 'tags', input: 'several', hint: 'tags' },
];

/** The cloud account is chosen from Palette's list alone. */
const ACCOUNT: Field = { id: 'account', input: 'choice', required: true };

/** The fields of the first step: virtual clusters go nowhere but into their group. */
export function basicFields(kind: Kind): Field[] {
  return kind.hasAccount
    ? [ACCOUNT, ...NAME_FIELDS]
    : [...kind.placement, ...NAME_FIELDS];
}
