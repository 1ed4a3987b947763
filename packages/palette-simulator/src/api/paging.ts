import type { Request } from 'express';
import { badRequest } from './PaletteError';

const MAX_LIMIT = 50;

interface Page<T> {
  items: T[];
  listmeta: {
    continue: string;
    count: number;
    limit: number;
    offset: number;
  };
}

/**
 * One page of the list; `limit=0` is everything. `continue` counts in the query
 * only; in a body Palette ignores it, and so does this. The token is base64 JSON
 * and empty at the end.
 */
export function pageOf<T>(req: Request, all: readonly T[]): Page<T> {
  const limit = numberOf(req, 'limit') ?? MAX_LIMIT;
  if (limit > MAX_LIMIT) {
    throw badRequest(
      `limit in query should be less than or equal to ${MAX_LIMIT}`,
    );
  }
  const start = readToken(req) ?? numberOf(req, 'offset') ?? 0;
  const items = all.slice(start, limit === 0 ? undefined : start + limit);
  const offset = start + items.length;
  const more = offset < all.length;
  return {
    items,
    listmeta: {
      continue: more ? writeToken(offset, all.length) : '',
      count: all.length,
      limit,
      offset,
    },
  };
}

function numberOf(req: Request, name: string): number | undefined {
  const value = req.query[name];
  if (value === undefined || value === '') {
    return undefined;
  }
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0) {
    throw badRequest(`${name} in query must be a whole number`);
  }
  return number;
}

function writeToken(offset: number, count: number): string {
  return Buffer.from(JSON.stringify({ offset, count, token: '' })).toString(
    'base64',
  );
}

function readToken(req: Request): number | undefined {
  const token = req.query.continue;
  if (typeof token !== 'string' || token === '') {
    return undefined;
  }
  try {
    const { offset } = JSON.parse(Buffer.from(token, 'base64').toString());
    if (Number.isInteger(offset) && offset >= 0) {
      return offset;
    }
  } catch {
    // falls to the refusal below, which is the same for everything unreadable
  }
  throw badRequest('continue in query is not a valid token');
}
