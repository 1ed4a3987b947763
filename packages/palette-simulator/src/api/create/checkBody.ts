import type { RequiredField } from './clusterRules';

/** One field that is not as Palette wants it. */
export interface FieldError {
  field: string;
  message: string;
}

/** Every value at the path with the address that it really has. */
function valuesAt(
  body: unknown,
  path: string,
): { field: string; value: unknown }[] {
  return path.split('.').reduce<{ field: string; value: unknown }[]>(
    (found, segment) =>
      found.flatMap(({ field, value }) => {
        const isList = segment.endsWith('[]');
        const name = isList ? segment.slice(0, -2) : segment;
        const next = {
          field: field ? `${field}.${name}` : name,
          value: Object(value)[name],
        };
        if (!isList) {
          return [next];
        }
        return Array.isArray(next.value)
          ? next.value.map((entry, index) => ({
              field: `${next.field}.${index}`,
              value: entry,
            }))
          : [];
      }),
    [{ field: '', value: body }],
  );
}

/** What is missing or out of range, in the words of Palette's swagger library. */
export function findFieldErrors(
  body: unknown,
  required: RequiredField[],
): FieldError[] {
  return required.flatMap(({ path, min, max }) =>
    valuesAt(body, path).flatMap(({ field, value }) => {
      if (value === undefined || value === null || value === '') {
        return [{ field, message: `${field} in body is required` }];
      }
      if (min !== undefined && !(typeof value === 'number' && value >= min)) {
        return [
          {
            field,
            message: `${field} in body should be greater than or equal to ${min}`,
          },
        ];
      }
      return max !== undefined && Number(value) > max
        ? [
            {
              field,
              message: `${field} in body should be less than or equal to ${max}`,
            },
          ]
        : [];
    }),
  );
}
