import { PaletteFailedError } from './PaletteErrors';

/** The largest page that Palette gives. */
export const PAGE_SIZE = 50;
/** Far beyond any real list (50,000 items); keeps a broken Palette from filling the memory. */
const MAX_PAGES = 1000;

/** One page as Palette gives it. */
export interface PalettePage<T> {
  items?: T[];
  listmeta?: { continue?: string };
}

/**
 * Reads a paged list to its end.
 *
 * Palette's continue tokens are offsets, so items can repeat when something is
 * created meanwhile: they are told apart by uid. A token that repeats ends the
 * list, since following it would never end.
 *
 * @throws `PaletteFailedError` when the list does not end.
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
    for (const item of pageItems ?? []) {
      const uid = uidOf(item);
      if (uid === undefined || !seenUids.has(uid)) {
        if (uid !== undefined) seenUids.add(uid);
        items.push(item);
      }
    }
    token = listmeta?.continue || undefined;
    if (token === undefined || seenTokens.has(token)) {
      return items;
    }
    seenTokens.add(token);
  }
  throw new PaletteFailedError(`Palette's list has no end`);
}
