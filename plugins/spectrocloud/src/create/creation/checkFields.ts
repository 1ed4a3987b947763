import {
  type Field,
  listOf,
  shownFields,
  textOf,
  type Values,
} from '../fields/Field';
import { CRON_FIELDS } from '../kinds/policyFields';
import { POOL_NAME } from '../kinds/poolFields';
import type { IssueCode } from './Problem';

/** Palette's rule for names of clusters: a DNS label that starts with a letter. */
const CLUSTER_NAME = /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Five fields, as Palette's schedules have them. */
const CRON = /^\S{1,40}( +\S{1,40}){4}$/;

/** A field's own fault. */
export interface FieldIssue {
  id: string;
  code: IssueCode;
  bound?: number;
}

function isEmpty(field: Field, values: Values): boolean {
  const value = values[field.id];
  if (field.input === 'flag') return false;
  return field.input === 'several'
    ? listOf(value).length === 0
    : textOf(value).trim() === '';
}

function checkNumber(
  { id, min, max }: Field,
  text: string,
): FieldIssue | undefined {
  if (!/^\d{1,9}$/.test(text)) return { id, code: 'wholeNumber' };
  const number = Number(text);
  if (min !== undefined && number < min) {
    return { id, code: 'least', bound: min };
  }
  if (max !== undefined && number > max) {
    return { id, code: 'most', bound: max };
  }
  return undefined;
}

function checkField(field: Field, values: Values): FieldIssue | undefined {
  const { id, input, required } = field;
  if (isEmpty(field, values)) {
    return required ? { id, code: 'required' } : undefined;
  }
  const text = textOf(values[id]);
  if (input === 'number') return checkNumber(field, text);
  if (id === 'name' && !CLUSTER_NAME.test(text)) return { id, code: 'name' };
  if (id === 'poolName' && !POOL_NAME.test(text)) {
    return { id, code: 'poolName' };
  }
  if (CRON_FIELDS.includes(id) && !CRON.test(text.trim())) {
    return { id, code: 'cron' };
  }
  return undefined;
}

/** What is wrong with the fields that are shown. */
export function checkFields(fields: Field[], values: Values): FieldIssue[] {
  return shownFields(fields, values).flatMap(field => {
    const issue = checkField(field, values);
    return issue ? [issue] : [];
  });
}
