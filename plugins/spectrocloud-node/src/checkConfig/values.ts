/** A part of a configuration that has keys. */
export type Values = Record<string, unknown>;

/** The value as a part with keys; one without any where it is something else. */
export function valuesOf(value: unknown): Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...value }
    : {};
}

/** The items of a list, as parts with keys. */
export function itemsOf(value: unknown): Values[] {
  return Array.isArray(value) ? value.map(valuesOf) : [];
}

/** What is at a path of keys. */
export function at(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>((part, key) => valuesOf(part)[key], value);
}
