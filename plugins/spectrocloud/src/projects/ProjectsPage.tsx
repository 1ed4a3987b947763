import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import FolderIcon from '@material-ui/icons/FolderOutlined';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import { useLoad } from '@terasky/backstage-plugin-spectrocloud-react';
import { useMemo } from 'react';
import { useClusterRows } from '../clusters/useClusterRows';
import { ListPage } from '../components/ListPage';
import { ShortTime } from '../components/ShortTime';
import { SubPages } from '../components/SubPages';
import { usePaletteLinks } from '../routing/PaletteRouting';
import type { PaletteColumn } from '../table/PaletteColumn';
import { spectroCloudTranslationRef } from '../translation';
import { type ProjectRow, toProjectRows } from './projectRows';

const ProjectList = () => {
  const api = useApi(spectroCloudApiRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const { clusters } = usePaletteLinks();
  const { value, error, loading, reload } = useLoad(options =>
    api.listProjects(options),
  );
  const clusterRows = useClusterRows();
  const rows = useMemo(
    () => value && toProjectRows(value, clusterRows.rows),
    [value, clusterRows.rows],
  );
  const columns = useMemo<PaletteColumn<ProjectRow>[]>(
    () => [
      {
        id: 'name',
        label: t('clusters.name'),
        isRowHeader: true,
        value: ({ name }) => name,
        render: ({ name }) => (
          <Link
            href={`${clusters}?project=${encodeURIComponent(name)}`}
            title={t('projects.showClusters', { name })}
          >
            {name}
          </Link>
        ),
      },
      {
        id: 'clusters',
        label: t('clusters.title'),
        value: row => row.clusters,
      },
      { id: 'hosts', label: t('projects.hosts'), value: row => row.hosts },
      {
        id: 'virtual',
        label: t('projects.virtual'),
        value: row => row.virtual,
      },
      {
        id: 'healthy',
        label: t('state.Healthy'),
        value: row => row.healthy,
      },
      {
        id: 'unhealthy',
        label: t('state.UnHealthy'),
        value: row => row.unhealthy,
      },
      {
        id: 'failed',
        label: t('state.Error'),
        value: row => row.failed,
      },
      {
        id: 'created',
        label: t('projects.created'),
        value: row => row.created,
        render: ({ created }) => <ShortTime iso={created ?? ''} as="ago" />,
      },
      {
        id: 'description',
        label: t('entity.description'),
        value: row => row.description,
        wraps: true,
      },
    ],
    [t, clusters],
  );
  return (
    <ListPage
      title={t('projects.title')}
      counted={t('projects.count', { count: rows?.length ?? 0 })}
      columns={columns}
      rows={rows}
      // Without their clusters the projects are shown all the same.
      error={error ?? (value && clusterRows.error)}
      loading={loading || clusterRows.loading}
      onRefresh={() => {
        reload();
        clusterRows.reload();
      }}
      empty={{
        icon: FolderIcon,
        title: t('projects.emptyTitle'),
        description: t('projects.empty'),
      }}
    />
  );
};

/** The projects, with what the list of clusters has of each; nothing is below it. */
export const ProjectsPage = () => {
  const { projects } = usePaletteLinks();
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  return (
    <SubPages
      base={projects}
      title={t('projects.title')}
      list={<ProjectList />}
    />
  );
};
