import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import GetAppIcon from '@material-ui/icons/GetApp';
import type { ReactNode } from 'react';
import { saveFile } from '../components/saveFile';
import { ColumnMenu } from '../table/ColumnMenu';
import { PaletteTable } from '../table/PaletteTable';
import { toCsv } from '../table/toCsv';
import { useShownColumns } from '../table/useShownColumns';
import { spectroCloudTranslationRef } from '../translation';
import type { ClusterRow } from './clusterRows';
import { useClusterColumns } from './useClusterColumns';

const USUAL_COLUMNS = [
  'name',
  'kind',
  'project',
  'cloud',
  'state',
  'health',
  'kubernetes',
  'nodes',
];

export const ClusterTable = (props: {
  title: string;
  rows: ClusterRow[];
  all: ClusterRow[];
  isLoading: boolean;
  emptyContent: ReactNode;
}) => {
  const { rows } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const columns = useClusterColumns();
  const { shown, toggle } = useShownColumns(columns, USUAL_COLUMNS);
  const save = () =>
    saveFile(
      'clusters.csv',
      new Blob([toCsv(rows, shown)], { type: 'text/csv;charset=utf-8' }),
    );
  return (
    <PaletteTable
      {...props}
      columns={shown}
      actions={
        <div>
          <ColumnMenu columns={columns} shown={shown} onToggle={toggle} />
          <Button
            size="small"
            startIcon={<GetAppIcon />}
            disabled={rows.length === 0}
            onClick={save}
          >
            {t('table.csv')}
          </Button>
        </div>
      }
    />
  );
};
