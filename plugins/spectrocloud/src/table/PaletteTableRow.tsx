import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { memo } from 'react';
import { spectroCloudTranslationRef } from '../translation';
import type { PaletteColumn } from './PaletteColumn';

const useStyles = makeStyles({
  // The table's own rule is about its cells.
  wraps: { whiteSpace: 'normal', minWidth: 180, maxWidth: 320 },
});

function Cells<Row>(props: { columns: PaletteColumn<Row>[]; row: Row }) {
  const { columns, row } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  return (
    <TableRow>
      {columns.map(({ id, isRowHeader, render, value, wraps }) => {
        const content = render?.(row) ?? value(row) ?? t('common.none');
        return (
          <TableCell
            key={id}
            {...(isRowHeader
              ? { component: 'th', scope: 'row', role: 'rowheader' }
              : {})}
          >
            {wraps ? <div className={classes.wraps}>{content}</div> : content}
          </TableCell>
        );
      })}
    </TableRow>
  );
}

/** A row, drawn anew only when it or the columns change, not whenever the address does. */
export const PaletteTableRow = memo(Cells) as typeof Cells;
