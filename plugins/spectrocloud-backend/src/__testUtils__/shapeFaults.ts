/**
 * A shape: a JSON type, `map`, the allowed values, `[shape]` for an array, or
 * an object of shapes.
 */
export type Shape = string | string[] | [Shape] | { [field: string]: Shape };

function isOfType(value: unknown, type: string): boolean {
  if (type === 'any') return true;
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'map') {
    return (
      typeof value === 'object' &&
      Object.values(value ?? {}).every(entry => typeof entry === 'string')
    );
  }
  return typeof value === type;
}

/** Where a value is not what the vendor's schema says; fields it does not know are faults, missing ones are not. */
export function shapeFaults(
  value: unknown,
  shape: Shape | undefined,
  at: string = '$',
): string[] {
  if (value === undefined || value === null) return [];
  if (shape === undefined) return [`${at} is unknown to the vendor`];
  if (typeof shape === 'string') {
    return isOfType(value, shape) ? [] : [`${at} should be ${shape}`];
  }
  if (Array.isArray(shape)) {
    if (Array.isArray(value)) {
      return value.flatMap((item, index) =>
        shapeFaults(item, shape[0] as Shape, `${at}[${index}]`),
      );
    }
    return (shape as unknown[]).includes(value)
      ? []
      : [`${at} should be one of ${shape.join(', ')}`];
  }
  if (typeof value !== 'object' || Array.isArray(value)) {
    return [`${at} should be an object`];
  }
  return Object.entries(value).flatMap(([field, entry]) =>
    shapeFaults(entry, shape[field], `${at}.${field}`),
  );
}
