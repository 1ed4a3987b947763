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
}

const collator = new Intl.Collator(undefined, { numeric: true });

function compare(
  a: string | number | undefined,
  b: string | number | undefined,
): number {
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : collator.compare(String(a), String(b));
}

/** The rows in the order of a column; those without a value come last either way. */
export function sortRows<Row>(
  rows: Row[],
  column: PaletteColumn<Row>,
  descending: boolean,
): Row[] {
  const isEmpty = (row: Row) => (column.value(row) ?? '') === '';
  const sign = descending ? -1 : 1;
  return [...rows].sort(
    (a, b) =>
      Number(isEmpty(a)) - Number(isEmpty(b)) ||
      sign * compare(column.value(a), column.value(b)),
  );
}
