import fc from 'fast-check';
import { collectPages } from './collectPages';

interface Item {
  uid?: string;
}

const uidOf = (item: Item) => item.uid;

/** A server of pages whose tokens are offsets, as Palette's are. */
function pagesOf(items: Item[], size: number) {
  return jest.fn(async (token: string | undefined) => {
    const offset = Number(token ?? 0);
    const end = offset + size;
    return {
      items: items.slice(offset, end),
      listmeta: { continue: end < items.length ? String(end) : '' },
    };
  });
}

describe('collectPages', () => {
  it('reads lists of any size to the end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 1, max: 60 }),
        async (count, size) => {
          const items = Array.from({ length: count }, (_, index) => ({
            uid: `u${index}`,
          }));
          const read = pagesOf(items, size);
          expect(await collectPages(read, uidOf)).toEqual(items);
          expect(read).toHaveBeenCalledTimes(
            Math.max(1, Math.ceil(count / size)),
          );
        },
      ),
    );
  });

  it('ends at a token that repeats, as when Palette ignores it', async () => {
    const read = jest.fn(async () => ({
      items: [{ uid: 'a' }],
      listmeta: { continue: 'same' },
    }));
    expect(await collectPages(read, uidOf)).toEqual([{ uid: 'a' }]);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('ends at tokens that go round in a circle', async () => {
    const next: Record<string, string> = { start: 'a', a: 'b', b: 'c', c: 'a' };
    const read = jest.fn(async (token?: string) => ({
      items: [{ uid: token ?? 'start' }],
      listmeta: { continue: next[token ?? 'start'] },
    }));
    expect(await collectPages(read, uidOf)).toHaveLength(4);
    expect(read).toHaveBeenCalledTimes(4);
  });

  it('leaves repeated items out, but keeps those without a uid', async () => {
    const pages: Record<string, Item[]> = {
      '': [{ uid: 'a' }, { uid: 'b' }, {}],
      next: [{ uid: 'b' }, { uid: 'c' }, {}],
    };
    const items = await collectPages(
      async token => ({
        items: pages[token ?? ''],
        listmeta: { continue: token ? undefined : 'next' },
      }),
      uidOf,
    );
    expect(items.map(uidOf)).toEqual(['a', 'b', undefined, 'c', undefined]);
  });

  it('takes an answer without items or listmeta as the end', async () => {
    expect(await collectPages(async () => ({}), uidOf)).toEqual([]);
  });

  it('fails rather than filling the memory when tokens never end', async () => {
    let count = 0;
    const read = jest.fn(async () => {
      count += 1;
      return {
        items: [{ uid: `u${count}` }],
        listmeta: { continue: `t${count}` },
      };
    });
    await expect(collectPages(read, uidOf)).rejects.toMatchObject({
      name: 'PaletteFailedError',
    });
    expect(read).toHaveBeenCalledTimes(1_000);
  });
});
