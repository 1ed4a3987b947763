import { PaletteFailedError } from '../errors/PaletteErrors';

/**
 * A copy without the nulls that Palette writes for what is not there, also for
 * empty lists. A copy, since an object that properties are deleted from is slow to
 * read and to write ever after.
 */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const item of value) {
      if (item !== null) items.push(withoutNulls(item));
    }
    return items;
  }
  const fields = value as Record<string, unknown>;
  const kept: Record<string, unknown> = {};
  for (const key of Object.keys(fields)) {
    const field = fields[key];
    // Written into the copy, a field of the other name would be what it inherits from.
    if (field !== null && key !== '__proto__') kept[key] = withoutNulls(field);
  }
  return kept;
}

function parse(text: string): unknown {
  try {
    return withoutNulls(JSON.parse(text));
  } catch {
    // No JSON, or nested so deeply that nothing could be done with it.
    return undefined;
  }
}

/** A JSON object without its nulls; `undefined` when it is none. */
export function parseObject(text: string): object | undefined {
  const value = parse(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : undefined;
}

/** A JSON array without its nulls, empty where Palette writes null for it; `undefined` when it is none. */
export function parseArray(text: string): unknown[] | undefined {
  const value = parse(text);
  if (value === null) return [];
  return Array.isArray(value) ? value : undefined;
}

/** The objects of a list. @throws `PaletteFailedError` when it is something else. */
export function objectsOf<T>(items: T[] | undefined): T[] {
  if (items === undefined) return [];
  if (!Array.isArray(items) || items.some(item => typeof item !== 'object')) {
    throw new PaletteFailedError('Palette answered with something unexpected');
  }
  return items;
}
