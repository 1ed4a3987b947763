import type { Definitions, Endpoint, Shape } from './Shape';
import table from './table.json';
import { UNDOCUMENTED } from './undocumented';

/** Definitions by the vendor's names. */
export const DEFINITIONS = table.definitions as unknown as Definitions;

/** Endpoints by their route's name, such as `GET /v1/users/{}`. */
export const ENDPOINTS: Record<string, Endpoint> = {
  ...(table.endpoints as unknown as Record<string, Endpoint>),
  ...UNDOCUMENTED,
};

/** The shape itself, where it names a definition. */
export function resolveShape(shape: Shape): Exclude<Shape, `#${string}`> {
  return typeof shape === 'string' && shape.startsWith('#')
    ? resolveShape(DEFINITIONS[shape.slice(1)])
    : shape;
}

const parameterCount = (name: string) => name.split('{}').length;

/** What is written out comes before what is a parameter: `/users/me` before `/users/{}`. */
const MATCHERS = Object.keys(ENDPOINTS)
  .sort((a, b) => parameterCount(a) - parameterCount(b))
  .map(name => ({
    name,
    pattern: new RegExp(`^${name.replaceAll('{}', '[^/]+')}$`),
  }));

/** The name of the endpoint that answers the call; none for an unknown path. */
export function findEndpoint(method: string, path: string): string | undefined {
  const call = `${method} ${path}`;
  return MATCHERS.find(({ pattern }) => pattern.test(call))?.name;
}
