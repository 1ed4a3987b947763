import { PaletteFailedError } from '../errors/PaletteErrors';
import { objectsOf } from './parseJson';

/** The largest page that Palette gives. */
export const PAGE_SIZE = 50;
/** Far beyond any real list (50,000 items); keeps a broken Palette from filling the memory. */
const MAX_PAGES = 1000;

/** Palette's tokens are some dozens of characters. */
const MAX_TOKEN_LENGTH = 2_000;

/** One page as Palette gives it. */
export interface PalettePage<T> {
  items?: T[];
  listmeta?: { continue?: string };
}

function tokenOf(listmeta: { continue?: unknown } | undefined) {
  const token = listmeta?.continue;
  return typeof token === 'string' &&
    token !== '' &&
    token.length <= MAX_TOKEN_LENGTH
    ? token
    : undefined;
}

/**
 * Reads a paged list to its end.
 *
 * Palette's continue tokens are offsets, so items can repeat when something is
 * created meanwhile: they are told apart by uid. A token that repeats, or a
 * page with nothing new, ends the list, since following it would never end.
 *
 * @throws `PaletteFailedError` when the list does not end, or is none.
 */
export async function collectPages<T>(
  readPage: (continueToken: string | undefined) => Promise<PalettePage<T>>,
  uidOf: (item: T) => string | undefined,
): Promise<T[]> {
  const items: T[] = [];
  const seenUids = new Set<string>();
  const seenTokens = new Set<string>();
  let token: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const { items: pageItems, listmeta } = await readPage(token);
    const before = items.length;
    for (const item of objectsOf(pageItems)) {
      const uid = uidOf(item);
      if (uid === undefined || !seenUids.has(uid)) {
        if (uid !== undefined) seenUids.add(uid);
        items.push(item);
      }
    }
    token = tokenOf(listmeta);
    const isLast =
      token === undefined || seenTokens.has(token) || items.length === before;
    if (token === undefined || isLast) {
      return items;
    }
    seenTokens.add(token);
  }
  throw new PaletteFailedError(`Palette's list does not end`);
}
