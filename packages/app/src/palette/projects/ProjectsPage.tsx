import { Content, EmptyState, Link, Table } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import { ErrorState } from '../components/ErrorState';
import { PageHead } from '../components/PageHead';
import { RefreshButton } from '../components/RefreshButton';
import { useLoad } from '../components/useLoad';
import { paletteTranslationRef } from '../translation';

export const ProjectsPage = () => {
  const api = useApi(spectroCloudApiRef);
  const { t } = useTranslationRef(paletteTranslationRef);
  const { value, error, loading, reload } = useLoad(options =>
    api.listProjects(options),
  );
  if (error && !value) {
    return <ErrorState error={error} onRetry={reload} />;
  }
  const rows = (value ?? []).map(project => ({
    id: project.metadata.uid,
    name: project.metadata.name,
  }));
  return (
    <Content>
      <PageHead title={t('projects.title')} error={error}>
        <RefreshButton loading={loading} onClick={reload} />
      </PageHead>
      <Table
        title={t('projects.count', { count: rows.length })}
        columns={[
          {
            title: t('clusters.name'),
            field: 'name',
            render: row => (
              <Link to={`../clusters?project=${encodeURIComponent(row.name)}`}>
                {row.name}
              </Link>
            ),
          },
        ]}
        data={rows}
        isLoading={loading && !value}
        options={{ search: false, paging: rows.length > 20 }}
        emptyContent={
          <EmptyState
            missing="content"
            title={t('projects.emptyTitle')}
            description={t('projects.empty')}
          />
        }
      />
    </Content>
  );
};
