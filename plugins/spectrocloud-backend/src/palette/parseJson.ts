import { PaletteFailedError } from '../errors/PaletteErrors';

/** Palette writes null for what is not there, also for empty lists: takes it out, in place. */
function dropNulls(value: unknown): void {
  if (Array.isArray(value)) {
    let kept = 0;
    for (const item of value) {
      if (item !== null) {
        dropNulls(item);
        value[kept] = item;
        kept += 1;
      }
    }
    value.length = kept;
  } else if (typeof value === 'object' && value !== null) {
    const fields = value as Record<string, unknown>;
    for (const key of Object.keys(fields)) {
      if (fields[key] === null) {
        delete fields[key];
      } else {
        dropNulls(fields[key]);
      }
    }
  }
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    dropNulls(value);
    return value;
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
