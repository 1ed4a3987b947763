import type { PaletteColumn } from './PaletteColumn';

/** What spreadsheets take for a formula when a cell begins with it (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
/** Also what separates cells where commas are in numbers: what follows it would begin a cell there. */
const HAS_TO_BE_QUOTED = /[",;\t\r\n]/;

function cell(value: string | number | undefined): string {
  const text = String(value ?? '');
  const safe =
    typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return HAS_TO_BE_QUOTED.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
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
