import type {
  NodePool,
  NodePoolResize,
} from '@terasky/backstage-plugin-spectrocloud-common';

/** What can be set of a pool. */
export const SIZES = ['size', 'minSize', 'maxSize'] as const;

type Size = (typeof SIZES)[number];
type Sizes = Partial<Record<Size, number>>;

/** As far as a pool can be sized here. */
const WHOLE_NUMBER = /^\d{1,4}$/;

export function sizesOf({ size, minSize, maxSize }: NodePool): Sizes {
  return { size, minSize, maxSize };
}

/** What is sent; undefined where nothing is to change, or it can't be so. */
export function toResize(
  pool: NodePool,
  edits: Record<string, string>,
): NodePoolResize | undefined {
  const before = sizesOf(pool);
  const wanted = wantedSizes(pool, edits);
  const { size, minSize, maxSize } = wanted;
  const isSame = SIZES.every(each => wanted[each] === before[each]);
  const isWrong = SIZES.some(each => sizeFault(pool, edits, each));
  if (size === undefined || isSame || isWrong) return undefined;
  return { pool: pool.name, size, minSize, maxSize };
}

function wantedSizes(pool: NodePool, edits: Record<string, string>): Sizes {
  const wanted: Sizes = sizesOf(pool);
  for (const size of SIZES) {
    if (edits[size] !== undefined) wanted[size] = Number(edits[size]);
  }
  return wanted;
}

/** What is wrong with a size, if anything. */
export function sizeFault(
  pool: NodePool,
  edits: Record<string, string>,
  which: Size,
): 'wholeNumber' | 'outside' | undefined {
  const text = edits[which];
  if (text !== undefined && !WHOLE_NUMBER.test(text)) return 'wholeNumber';
  if (which !== 'size') return undefined;
  const {
    size = 0,
    minSize = 0,
    maxSize = Infinity,
  } = wantedSizes(pool, edits);
  return size < minSize || size > maxSize ? 'outside' : undefined;
}
