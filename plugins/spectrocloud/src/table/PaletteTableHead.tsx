import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import type { PaletteColumn } from './PaletteColumn';
import type { TableQuery } from './useTableQuery';

/** Headings that sort; screen readers hear the order from `aria-sort`. */
export function PaletteTableHead<Row>(props: {
  columns: PaletteColumn<Row>[];
  sorted: string;
  descending: boolean;
  onSort: (change: Partial<TableQuery>) => void;
}) {
  const { columns, sorted, descending, onSort } = props;
  const direction = descending ? 'desc' : 'asc';
  return (
    <TableHead>
      <TableRow>
        {columns.map(({ id, label }) => (
          <TableCell
            key={id}
            scope="col"
            sortDirection={id === sorted ? direction : false}
          >
            <TableSortLabel
              active={id === sorted}
              direction={id === sorted ? direction : 'asc'}
              onClick={() =>
                onSort({ sort: id, descending: id === sorted && !descending })
              }
            >
              {label}
            </TableSortLabel>
          </TableCell>
        ))}
      </TableRow>
    </TableHead>
  );
}
