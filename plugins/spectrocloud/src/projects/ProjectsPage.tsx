import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container, Link } from '@backstage/ui';
import FolderIcon from '@material-ui/icons/FolderOutlined';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import type { Project } from '@terasky/backstage-plugin-spectrocloud-common';
import { useMemo } from 'react';
import { ErrorState } from '../components/ErrorState';
import { formatTime } from '../components/formatTime';
import { PageHead } from '../components/PageHead';
import { RefreshButton } from '../components/RefreshButton';
import { StatePanel } from '../components/StatePanel';
import { useLoad } from '../components/useLoad';
import { usePaletteLinks } from '../routing/PaletteRouting';
import type { PaletteColumn } from '../table/PaletteColumn';
import { PaletteTable } from '../table/PaletteTable';
import { spectroCloudTranslationRef } from '../translation';

type ProjectRow = ReturnType<typeof toRow>;

export const ProjectsPage = () => {
  const api = useApi(spectroCloudApiRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const { clusters } = usePaletteLinks();
  const { value, error, loading, reload } = useLoad(options =>
    api.listProjects(options),
  );
  const rows = useMemo(() => (value ?? []).map(toRow), [value]);
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
        id: 'errored',
        label: t('state.Error'),
        value: row => row.errored,
      },
      {
        id: 'created',
        label: t('projects.created'),
        value: row => row.created,
        render: ({ created }) => formatTime(created, t('common.none')),
      },
    ],
    [t, clusters],
  );
  if (error && !value) {
    return <ErrorState error={error} onRetry={reload} />;
  }
  return (
    <Container py="4">
      <PageHead title={t('projects.title')} error={error}>
        <RefreshButton loading={loading} onClick={reload} />
      </PageHead>
      <PaletteTable
        title={
          value
            ? t('projects.count', { count: rows.length })
            : t('common.loading')
        }
        columns={columns}
        rows={rows}
        isLoading={loading && !value}
        emptyContent={
          <StatePanel
            icon={FolderIcon}
            title={t('projects.emptyTitle')}
            description={t('projects.empty')}
          />
        }
      />
    </Container>
  );
};

function toRow({ metadata, status }: Project) {
  return {
    id: metadata.uid,
    name: metadata.name,
    created: metadata.creationTimestamp,
    healthy: status?.clustersHealth?.healthy,
    unhealthy: status?.clustersHealth?.unhealthy,
    errored: status?.clustersHealth?.errored,
  };
}
