import type {
  NodePool,
  NodePoolResize,
} from '@terasky/backstage-plugin-spectrocloud-common';

/** What can be set of a pool. */
export const SIZES = ['size', 'minSize', 'maxSize'] as const;

type Sizes = Partial<Record<(typeof SIZES)[number], number>>;

export function sizesOf({ size, minSize, maxSize }: NodePool): Sizes {
  return { size, minSize, maxSize };
}

/** What is sent; undefined where nothing is to change, or it can't be so. */
export function toResize(
  pool: NodePool,
  edits: Record<string, string>,
): NodePoolResize | undefined {
  const before = sizesOf(pool);
  const wanted: Sizes = { ...before };
  for (const size of SIZES) {
    const text = edits[size];
    if (text === undefined) continue;
    if (!/^\d{1,4}$/.test(text)) return undefined;
    wanted[size] = Number(text);
  }
  const { size, minSize, maxSize } = wanted;
  const isSame = SIZES.every(each => wanted[each] === before[each]);
  if (size === undefined || isSame) return undefined;
  if (size < (minSize ?? 0) || size > (maxSize ?? Infinity)) return undefined;
  return { pool: pool.name, size, minSize, maxSize };
}
