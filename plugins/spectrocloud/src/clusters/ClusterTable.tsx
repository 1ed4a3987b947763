import type { TableColumn } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { type ReactNode, useMemo } from 'react';
import { cloudLabel } from '../components/cloudLabel';
import { PaletteTable } from '../components/PaletteTable';
import { StateLabel } from '../components/StateLabel';
import { usePaletteLinks } from '../routing/PaletteRouting';
import { spectroCloudTranslationRef } from '../translation';
import type { ClusterRow } from './clusterRows';

export const ClusterTable = (props: {
  title: string;
  rows: ClusterRow[];
  isLoading: boolean;
  emptyContent: ReactNode;
}) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const { cluster: clusterLink } = usePaletteLinks();
  const columns = useMemo<TableColumn<ClusterRow>[]>(
    () => [
      {
        title: t('clusters.name'),
        field: 'name',
        highlight: true,
        defaultSort: 'asc',
        cellStyle: { minWidth: 200 },
        render: row => <Link href={clusterLink(row.id)}>{row.name}</Link>,
      },
      { title: t('clusters.project'), field: 'project' },
      {
        title: t('clusters.cloud'),
        field: 'cloud',
        render: row => cloudLabel(row.cloud),
      },
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
      {
        title: t('clusters.kubernetes'),
        field: 'kubernetes',
        customSort: (a, b) => compareVersions(a.kubernetes, b.kubernetes),
        render: row => row.kubernetes || t('common.none'),
      },
    ],
    [t, clusterLink],
  );
  return <PaletteTable {...props} columns={columns} />;
};

function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, undefined, { numeric: true });
}
