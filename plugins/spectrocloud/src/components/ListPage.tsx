import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import type SvgIcon from '@material-ui/core/SvgIcon';
import type { PaletteColumn } from '../table/PaletteColumn';
import { PaletteTable } from '../table/PaletteTable';
import { spectroCloudTranslationRef } from '../translation';
import { ErrorState } from './ErrorState';
import { PageHead } from './PageHead';
import { RefreshButton } from './RefreshButton';
import { StatePanel } from './StatePanel';

/** A page that is one table of all there is, without a filter. */
export function ListPage<Row extends { id: string }>(props: {
  title: string;
  /** How many there are, in words. */
  counted: string;
  columns: PaletteColumn<Row>[];
  /** Undefined until they are there. */
  rows?: Row[];
  error?: Error;
  loading: boolean;
  onRefresh: () => void;
  empty: { icon: typeof SvgIcon; title: string; description: string };
}) {
  const { title, counted, columns, rows, error, loading, onRefresh } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  if (error && !rows) {
    return <ErrorState error={error} onRetry={onRefresh} />;
  }
  return (
    <Container py="4">
      <PageHead title={title} error={error}>
        <RefreshButton loading={loading} onClick={onRefresh} />
      </PageHead>
      <PaletteTable
        title={rows ? counted : t('common.loading')}
        columns={columns}
        rows={rows ?? []}
        isLoading={!rows}
        emptyContent={<StatePanel {...props.empty} />}
      />
    </Container>
  );
}
