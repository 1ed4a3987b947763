import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import MuiTable from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TablePagination from '@material-ui/core/TablePagination';
import Typography from '@material-ui/core/Typography';
import { type ReactNode, useId } from 'react';
import { distinctKeys } from '../components/distinctKeys';
import { spectroCloudTranslationRef } from '../translation';
import type { PaletteColumn } from './PaletteColumn';
import { PaletteTableHead } from './PaletteTableHead';
import { PaletteTableRow } from './PaletteTableRow';
import { ScrollHint } from './ScrollHint';
import { useOrder } from './useOrder';
import { PAGE_SIZES, useTableQuery } from './useTableQuery';

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    padding: theme.spacing(2, 2.5),
  },
  title: { fontSize: theme.typography.h5.fontSize },
  table: {
    // Wider ones are scrolled, so that no word is cut.
    '& th, & td': { whiteSpace: 'nowrap' },
    '& tbody tr:nth-of-type(odd)': {
      backgroundColor: theme.palette.action.hover,
    },
  },
}));

/** A table whose order and page are in the address. */
export function PaletteTable<Row extends { id: string }>(props: {
  title: string;
  columns: PaletteColumn<Row>[];
  rows: Row[];
  /** What the rows were picked from, where that is more. */
  all?: Row[];
  isLoading: boolean;
  emptyContent: ReactNode;
  actions?: ReactNode;
}) {
  const { title, columns, rows, isLoading, emptyContent, actions } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const titleId = useId();
  const { query, setQuery } = useTableQuery();
  const column = columns.find(({ id }) => id === query.sort) ?? columns[0];
  const { descending } = query;
  const sorted = useOrder(props.all ?? rows, rows, { column, descending });
  const { size } = query;
  const page = Math.min(
    query.page,
    Math.max(Math.ceil(rows.length / size) - 1, 0),
  );
  const shown = sorted.slice(page * size, (page + 1) * size);
  const keys = distinctKeys(shown.map(({ id }) => id));
  return (
    <Paper>
      <div className={classes.head}>
        <Typography
          id={titleId}
          variant="h5"
          component="h3"
          className={classes.title}
        >
          {/* Told when a filter changes it; a heading can't have that role itself. */}
          <span role="status">{title}</span>
        </Typography>
        {actions}
      </div>
      {isLoading && <Progress />}
      {!isLoading && rows.length === 0 && emptyContent}
      {rows.length > 0 && (
        <ScrollHint labelId={titleId}>
          <MuiTable
            size="small"
            aria-labelledby={titleId}
            className={classes.table}
          >
            <PaletteTableHead
              columns={columns}
              sorted={column.id}
              descending={descending}
              onSort={setQuery}
            />
            <TableBody>
              {shown.map((row, index) => (
                <PaletteTableRow
                  key={keys[index]}
                  columns={columns}
                  row={row}
                />
              ))}
            </TableBody>
          </MuiTable>
        </ScrollHint>
      )}
      {rows.length > PAGE_SIZES[0] && (
        <TablePagination
          component="div"
          count={rows.length}
          page={page}
          rowsPerPage={size}
          rowsPerPageOptions={PAGE_SIZES}
          labelRowsPerPage={t('table.rowsPerPage')}
          labelDisplayedRows={({ from, to, count }) =>
            t('table.range', {
              from: String(from),
              to: String(to),
              total: String(count),
            })
          }
          backIconButtonText={t('table.previous')}
          nextIconButtonText={t('table.next')}
          SelectProps={{
            native: true,
            inputProps: { 'aria-label': t('table.rowsPerPage') },
          }}
          onPageChange={(_, next) => setQuery({ page: next })}
          onRowsPerPageChange={event =>
            setQuery({ size: Number(event.target.value) })
          }
        />
      )}
    </Paper>
  );
}
