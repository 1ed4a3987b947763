import { PaletteFailedError } from '../errors/PaletteErrors';

/**
 * Takes out the nulls that Palette writes for what is not there, also for empty
 * lists: an object that has any becomes another one, since objects that properties
 * are deleted from are slow to read ever after.
 */
function withoutNulls(value: object): object {
  if (Array.isArray(value)) {
    const items: unknown[] = value;
    let kept = 0;
    for (const item of items) {
      if (item !== null) {
        items[kept] = typeof item === 'object' ? withoutNulls(item!) : item;
        kept += 1;
      }
    }
    items.length = kept;
    return items;
  }
  const fields = value as Record<string, unknown>;
  let hasNulls = false;
  for (const key of Object.keys(fields)) {
    const field = fields[key];
    if (field === null) hasNulls = true;
    else if (typeof field === 'object') fields[key] = withoutNulls(field!);
  }
  return hasNulls
    ? Object.fromEntries(
        Object.entries(fields).filter(([, field]) => field !== null),
      )
    : fields;
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null
      ? withoutNulls(value)
      : value;
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
