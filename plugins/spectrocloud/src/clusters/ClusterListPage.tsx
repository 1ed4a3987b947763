import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import SearchIcon from '@material-ui/icons/Search';
import { SpectroCloudIcon } from '@terasky/backstage-plugin-spectrocloud-auth';
import { useDeferredValue, useMemo } from 'react';
import { CreateClusterButton } from '../create/CreateClusterButton';
import { ErrorState } from '../components/ErrorState';
import { PageHead } from '../components/PageHead';
import { RefreshButton } from '../components/RefreshButton';
import { StatePanel } from '../components/StatePanel';
import { spectroCloudTranslationRef } from '../translation';
import { ClusterFilters } from './ClusterFilters';
import { ClusterTable } from './ClusterTable';
import { type ClusterRow, filterRows } from './clusterRows';
import { SavedViews } from './SavedViews';
import { useClusterRows } from './useClusterRows';
import { WhoAmILine } from './WhoAmILine';
import { useClusterFilter } from './useClusterFilter';

const NONE: ClusterRow[] = [];

export const ClusterListPage = () => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const { rows: value, error, loading, reload } = useClusterRows();
  const rows = value ?? NONE;
  const { filter, setFilter, clear, active } = useClusterFilter();
  const wanted = useDeferredValue(filter);
  const shown = useMemo(() => filterRows(rows, wanted), [rows, wanted]);

  if (error && !value) {
    return <ErrorState error={error} onRetry={reload} />;
  }
  const count = rows.length;
  const counted = active
    ? t('clusters.countOf', {
        shown: String(shown.length),
        total: String(count),
      })
    : t('clusters.count', { count });
  const title = value ? counted : t('common.loading');
  return (
    <Container py="4">
      <WhoAmILine />
      <PageHead title={t('clusters.title')} error={error}>
        <CreateClusterButton />
        <SavedViews />
        <RefreshButton loading={loading} onClick={reload} />
      </PageHead>
      <ClusterFilters
        rows={rows}
        filter={filter}
        onChange={setFilter}
        onClear={clear}
      />
      <ClusterTable
        title={title}
        rows={shown}
        all={rows}
        isLoading={loading && !value}
        emptyContent={
          active ? (
            <StatePanel
              icon={SearchIcon}
              title={t('clusters.noMatchTitle')}
              description={t('clusters.noMatch')}
            />
          ) : (
            <StatePanel
              icon={SpectroCloudIcon}
              title={t('clusters.emptyTitle')}
              description={t('clusters.empty')}
            />
          )
        }
      />
    </Container>
  );
};
