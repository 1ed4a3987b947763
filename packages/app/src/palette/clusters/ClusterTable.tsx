import { Link, Table, type TableColumn } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { type ReactNode, useMemo } from 'react';
import { StateLabel } from '../components/StateLabel';
import { paletteTranslationRef } from '../translation';
import type { ClusterRow } from './clusterRows';

const PAGE_SIZES = [20, 50, 100];

export const ClusterTable = (props: {
  title: string;
  rows: ClusterRow[];
  isLoading: boolean;
  emptyContent: ReactNode;
}) => {
  const { title, rows, isLoading, emptyContent } = props;
  const { t } = useTranslationRef(paletteTranslationRef);
  const columns = useMemo<TableColumn<ClusterRow>[]>(
    () => [
      {
        title: t('clusters.name'),
        field: 'name',
        highlight: true,
        defaultSort: 'asc',
        render: row => <Link to={encodeURIComponent(row.id)}>{row.name}</Link>,
      },
      { title: t('clusters.project'), field: 'project' },
      { title: t('clusters.cloud'), field: 'cloud' },
      {
        title: t('clusters.state'),
        field: 'state',
        render: row => <StateLabel state={row.state} />,
      },
      {
        title: t('clusters.health'),
        field: 'health',
        render: row => <StateLabel state={row.health} />,
      },
      { title: t('clusters.kubernetes'), field: 'kubernetes' },
    ],
    [t],
  );
  return (
    <Table<ClusterRow>
      title={title}
      columns={columns}
      data={rows}
      isLoading={isLoading}
      emptyContent={emptyContent}
      options={{
        search: false,
        paging: true,
        pageSize: PAGE_SIZES[0],
        pageSizeOptions: PAGE_SIZES,
        emptyRowsWhenPaging: false,
        padding: 'dense',
        draggable: false,
        thirdSortClick: false,
      }}
    />
  );
};
