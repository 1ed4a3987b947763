import { z as apiZod } from 'zod';
import type { z } from 'zod/v3';
import { UID_PATTERN } from '../palette/palettePath';

type Zod = typeof z;

/** The actions registry has its own zod, which it hands in. */
export function instanceInput(zod: Zod) {
  return zod
    .string()
    .max(200)
    .optional()
    .describe('Name of the Palette instance; the first one by default');
}

export function uidInput(zod: Zod, what: string) {
  return zod.string().regex(UID_PATTERN).describe(what);
}

export function projectInput(zod: Zod) {
  return uidInput(
    zod,
    'Uid of the project to look in; everything visible by default',
  ).optional();
}

export function pageInput(zod: Zod) {
  return {
    limit: zod
      .number()
      .int()
      .min(1)
      .max(200)
      .default(50)
      .describe('How many to return at most'),
    offset: zod
      .number()
      .int()
      .min(0)
      .default(0)
      .describe('How many to leave out at the beginning'),
  };
}

export function pageOutput(zod: Zod) {
  return {
    total: zod.number().describe('How many there are in all'),
    nextOffset: zod
      .number()
      .optional()
      .describe('The offset of the next page; absent on the last one'),
  };
}

/** Cuts a page out of a list. */
export function pageOf<T>(
  items: T[],
  { limit, offset }: { limit: number; offset: number },
): { page: T[]; total: number; nextOffset?: number } {
  const end = offset + limit;
  return {
    page: items.slice(offset, end),
    total: items.length,
    ...(end < items.length && { nextOffset: end }),
  };
}

/** What a page adds to the schema of an answer, as `pageOutput` in the API's own zod. */
export const pageFields = {
  total: apiZod.number().describe('How many there are in all'),
  nextOffset: apiZod
    .number()
    .optional()
    .describe('The offset of the next page; absent on the last one'),
};

/**
 * Cuts a page out of a list, of no more rows than fit into so many bytes of JSON: what a
 * model reads is paid for by length.
 */
export function fittingPageOf<T>(
  items: T[],
  page: { limit: number; offset: number },
  maxBytes: number,
): { page: T[]; total: number; nextOffset?: number } {
  const cut = pageOf(items, page);
  let bytes = 0;
  const fits = cut.page.findIndex(item => {
    bytes += Buffer.byteLength(JSON.stringify(item)) + 1;
    return bytes > maxBytes;
  });
  if (fits === -1) return cut;
  // One row at least, or the pages would never end.
  return pageOf(items, { ...page, limit: Math.max(1, fits) });
}
