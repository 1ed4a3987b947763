import type { PaletteColumn } from './PaletteColumn';

/** What spreadsheets take for a formula when a cell begins with it. */
const FORMULA = /^[=+\-@\t\r]/;

function cell(value: string | number | undefined): string {
  const text = String(value ?? '');
  const safe =
    typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** The rows as CSV (RFC 4180); no cell is a formula to whoever opens it. */
export function toCsv<Row>(
  rows: Row[],
  columns: Array<Pick<PaletteColumn<Row>, 'label' | 'value'>>,
): string {
  return [
    columns.map(({ label }) => cell(label)),
    ...rows.map(row => columns.map(({ value }) => cell(value(row)))),
  ]
    .map(cells => `${cells.join(',')}\r\n`)
    .join('');
}
