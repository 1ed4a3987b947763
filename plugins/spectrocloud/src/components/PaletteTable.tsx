import { Table, type TableColumn } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { spectroCloudTranslationRef } from '../translation';

const PAGE_SIZES = [20, 50, 100];

const useStyles = makeStyles(theme => ({
  root: {
    '& td': {
      fontFamily: `${theme.typography.fontFamily} !important`,
      fontSize: `${theme.typography.body2.fontSize} !important`,
    },
  },
}));

/** The framework's table with the habits and texts of the Palette pages. */
export function PaletteTable<T extends { id: string }>(props: {
  title: string;
  columns: TableColumn<T>[];
  rows: T[];
  isLoading: boolean;
  emptyContent: ReactNode;
}) {
  const { title, columns, rows, isLoading, emptyContent } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <Table<T>
        title={title}
        columns={columns}
        data={rows}
        isLoading={isLoading}
        emptyContent={isLoading ? undefined : emptyContent}
        localization={{
          pagination: {
            labelDisplayedRows: t('table.range', {
              from: '{from}',
              to: '{to}',
              total: '{count}',
            }),
            labelRowsSelect: t('table.rows'),
            labelRowsPerPage: t('table.rowsPerPage'),
            firstAriaLabel: t('table.first'),
            firstTooltip: t('table.first'),
            previousAriaLabel: t('table.previous'),
            previousTooltip: t('table.previous'),
            nextAriaLabel: t('table.next'),
            nextTooltip: t('table.next'),
            lastAriaLabel: t('table.last'),
            lastTooltip: t('table.last'),
          },
        }}
        options={{
          search: false,
          paging: rows.length > PAGE_SIZES[0],
          pageSize: PAGE_SIZES[0],
          pageSizeOptions: PAGE_SIZES,
          emptyRowsWhenPaging: false,
          padding: 'dense',
          draggable: false,
          thirdSortClick: false,
        }}
      />
    </div>
  );
}
