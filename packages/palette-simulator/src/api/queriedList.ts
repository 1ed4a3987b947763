import type { Request } from 'express';
import { stringOf } from './Caller';
import { badRequest } from './PaletteError';

/** A conjunction only where the path of a next condition follows: names may hold the words. */
const OR = /OR(?=[A-Za-z][\w.]*=)/;
const AND = /AND(?=[A-Za-z][\w.]*=)/;

function valueAt(item: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, name) => Object(value)[name], item);
}

/** `field=value`, split at the first sign; throws a 400 where there is none. */
function pairOf(
  text: string,
  parameter: string,
): [path: string, value: string] {
  const [path, value] = text.split(/=(.*)/s);
  if (!path || value === undefined) {
    throw badRequest(`${parameter} in query is not a list of field=value`);
  }
  return [path, value];
}

function filterBy<T extends object>(items: T[], filters: string): T[] {
  const alternatives = filters
    .split(OR)
    .map(part => part.split(AND).map(one => pairOf(one, 'filters')));
  return items.filter(item =>
    alternatives.some(conditions =>
      conditions.every(
        ([path, value]) => String(valueAt(item, path) ?? '') === value,
      ),
    ),
  );
}

function sortBy<T extends object>(items: T[], orderBy: string): T[] {
  const order = orderBy.split(',').map(one => {
    const [path, sign] = pairOf(one, 'orderBy');
    if (sign !== '1' && sign !== '-1') {
      throw badRequest('orderBy in query takes 1 and -1');
    }
    return { path, sign: Number(sign) };
  });
  return [...items].sort((a, b) =>
    order.reduce(
      (difference, { path, sign }) =>
        difference ||
        sign *
          String(valueAt(a, path) ?? '').localeCompare(
            String(valueAt(b, path) ?? ''),
          ),
      0,
    ),
  );
}

/** The item with nothing but what the paths lead to; without prototypes, since callers name the paths. */
function pick<T extends object>(item: T, paths: string[]): T {
  const picked: Record<string, unknown> = Object.create(null);
  for (const path of paths) {
    const names = path.split('.');
    const value = valueAt(item, path);
    if (value !== undefined) {
      const last = names.pop()!;
      const parent = names.reduce((place, name) => {
        place[name] ??= Object.create(null);
        return place[name] as Record<string, unknown>;
      }, picked);
      parent[last] = value;
    }
  }
  return picked as T;
}

/** The items as the query's `filters`, `orderBy` and `fields` want them. */
export function queriedList<T extends object>(req: Request, items: T[]): T[] {
  const filters = stringOf(req.query.filters);
  const orderBy = stringOf(req.query.orderBy);
  const fields = stringOf(req.query.fields)?.split(',');
  const found = filters ? filterBy(items, filters) : items;
  const sorted = orderBy ? sortBy(found, orderBy) : found;
  return fields ? sorted.map(item => pick(item, fields)) : sorted;
}
