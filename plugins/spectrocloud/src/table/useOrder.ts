import { useMemo } from 'react';
import { type PaletteColumn, sortRows } from './PaletteColumn';

/** The shown rows in the order of a column, which is found once for all rows: a filter only picks from it. */
export function useOrder<Row>(
  all: readonly Row[],
  shown: readonly Row[],
  order: { column: PaletteColumn<Row>; descending: boolean },
): Row[] {
  const { column, descending } = order;
  const sorted = useMemo(
    () => sortRows(all, column, descending),
    [all, column, descending],
  );
  return useMemo(() => {
    if (shown.length === sorted.length) return sorted;
    const picked = new Set(shown);
    return sorted.filter(row => picked.has(row));
  }, [sorted, shown]);
}
