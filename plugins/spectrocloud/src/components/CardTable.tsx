import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import type { ReactNode } from 'react';
import { ScrollHint } from '../table/ScrollHint';
import { distinctKeys } from './distinctKeys';

/** A column of a table in a card. */
export interface CardColumn<Row> {
  id: string;
  label: string;
  render: (row: Row) => ReactNode;
}

const useStyles = makeStyles({
  table: { '& th, & td': { whiteSpace: 'nowrap' } },
});

/** A short table, all of it at once; the first column names its rows. */
export function CardTable<Row>(props: {
  /** Id of the heading that names it. */
  labelId: string;
  columns: CardColumn<Row>[];
  rows: Row[];
  keyOf: (row: Row) => string;
}) {
  const { labelId, columns, rows, keyOf } = props;
  const classes = useStyles();
  const keys = distinctKeys(rows.map(keyOf));
  return (
    <ScrollHint labelId={labelId}>
      <Table size="small" aria-labelledby={labelId} className={classes.table}>
        <TableHead>
          <TableRow>
            {columns.map(({ id, label }) => (
              <TableCell key={id}>{label}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row, place) => (
            <TableRow key={keys[place]}>
              {columns.map(({ id, render }, index) => (
                <TableCell
                  key={id}
                  {...(index === 0
                    ? { component: 'th', scope: 'row', role: 'rowheader' }
                    : {})}
                >
                  {render(row)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </ScrollHint>
  );
}
