import { markdownTable } from 'markdown-table';
import type { Cell, Section, Table } from './Section';

const SMALL = 10;
const MIDDLE = 100;

function format(cell: Cell): string {
  if (typeof cell !== 'number') return cell ?? '';
  if (Number.isInteger(cell)) return String(cell);
  if (Math.abs(cell) < SMALL) return cell.toFixed(2);
  return cell.toFixed(Math.abs(cell) < MIDDLE ? 1 : 0);
}

function formatTable({ title, columns, rows }: Table): string {
  const cells = [columns, ...rows.map(row => row.map(format))];
  const align = columns.map((_, index) => (index === 0 ? 'l' : 'r'));
  return `### ${title}\n\n${markdownTable(cells, { align })}\n`;
}

/** A section as Markdown, so that it can be kept as it was printed. */
export function formatSection({ title, tables }: Section): string {
  return [`## ${title}\n`, ...tables.map(formatTable)].join('\n');
}
