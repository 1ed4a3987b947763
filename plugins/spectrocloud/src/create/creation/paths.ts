import type { Body } from '../kinds/Kind';

/** The body with a value at a dotted path. */
export function withPath(body: Body, path: string, value: unknown): Body {
  const [first, ...rest] = path.split('.');
  return {
    ...body,
    [first]:
      rest.length === 0
        ? value
        : withPath((body[first] as Body) ?? {}, rest.join('.'), value),
  };
}

/** What is at a dotted path; a number names an entry of a list. */
export function atPath(body: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (part, name) =>
        typeof part === 'object' && part !== null && Object.hasOwn(part, name)
          ? (part as Body)[name]
          : undefined,
      body,
    );
}
