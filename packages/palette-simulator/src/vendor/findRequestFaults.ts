import { membersOf, type Shape } from './Shape';
import { resolveShape } from './vendorTable';

/** One field that is not as the description wants it. */
export interface FieldFault {
  field: string;
  message: string;
}

type Place = 'query' | 'body';

const isMissing = (value: unknown) =>
  value === undefined || value === null || value === '';

/** What is missing, of another type or out of bounds, in the words of the vendor's library. */
export function findRequestFaults(
  value: unknown,
  shape: Shape,
  place: Place,
  field = '',
): FieldFault[] {
  const resolved = resolveShape(shape);
  if (typeof resolved === 'string') {
    const fault = findScalarFault(value, resolved, place);
    return fault ? [{ field, message: `${field} in ${place} ${fault}` }] : [];
  }
  if (Array.isArray(resolved)) {
    return Array.isArray(value)
      ? value.flatMap((item, index) =>
          findRequestFaults(item, resolved[0], place, `${field}.${index}`),
        )
      : [{ field, message: `${field} in ${place} must be of type array` }];
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [{ field, message: `${field} in ${place} must be of type object` }];
  }
  const fields = new Map(Object.entries(value));
  const members = [...membersOf(resolved).values()];
  return members.flatMap(({ name, isRequired, shape: member }) => {
    const address = field ? `${field}.${name}` : name;
    const entry = fields.get(name);
    if (!isMissing(entry)) {
      return findRequestFaults(entry, member, place, address);
    }
    return isRequired
      ? [{ field: address, message: `${address} in ${place} is required` }]
      : [];
  });
}

function findScalarFault(
  value: unknown,
  shape: string,
  place: Place,
): string | undefined {
  const [type, rest = ''] = shape.split(/:(.*)/s);
  if (type === 'enum') {
    const choices = rest.split('|');
    return choices.includes(String(value))
      ? undefined
      : `should be one of [${choices.join(' ')}]`;
  }
  if (type === 'integer' || type === 'number') {
    return findNumberFault(
      place === 'query' ? Number(value) : value,
      type,
      rest,
    );
  }
  const isGood =
    type === 'boolean'
      ? typeof value === 'boolean' ||
        (place === 'query' && /^(true|false)$/.test(String(value)))
      : type === 'object' || typeof value === 'string';
  return isGood ? undefined : `must be of type ${type}`;
}

function findNumberFault(
  value: unknown,
  type: string,
  bounds: string,
): string | undefined {
  const isGood =
    type === 'integer' ? Number.isInteger(value) : Number.isFinite(value);
  if (!isGood) {
    return `must be of type ${type}`;
  }
  const [least, most] = bounds.split('..');
  if (least && Number(value) < Number(least)) {
    return `should be greater than or equal to ${least}`;
  }
  return most && Number(value) > Number(most)
    ? `should be less than or equal to ${most}`
    : undefined;
}
