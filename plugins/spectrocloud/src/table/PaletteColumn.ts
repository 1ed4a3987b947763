import type { ReactNode } from 'react';

/** A column of a table: what it shows, and what it is sorted and exported by. */
export interface PaletteColumn<Row> {
  id: string;
  label: string;
  value: (row: Row) => string | number | undefined;
  /** In place of the value. */
  render?: (row: Row) => ReactNode;
  /** Names the row to screen readers. */
  isRowHeader?: boolean;
  /** Lets sentences go over several lines; else no text is broken. */
  wraps?: boolean;
}

const collator = new Intl.Collator(undefined, { numeric: true });

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : collator.compare(String(a), String(b));
}

/** The rows in the order of a column; those without a value come last either way. */
export function sortRows<Row>(
  rows: readonly Row[],
  column: PaletteColumn<Row>,
  descending: boolean,
): Row[] {
  // Each value is read once, and not at each of the many comparisons.
  const keyed = rows.map(row => ({ row, key: column.value(row) ?? '' }));
  const full = keyed.filter(({ key }) => key !== '');
  const empty = keyed.filter(({ key }) => key === '');
  const sign = descending ? -1 : 1;
  full.sort((a, b) => sign * compare(a.key, b.key));
  return [...full, ...empty].map(({ row }) => row);
}
