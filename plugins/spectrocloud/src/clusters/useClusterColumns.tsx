import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { useMemo } from 'react';
import { formatTime } from '../components/formatTime';
import { StateLabel } from '../components/StateLabel';
import { usePaletteLinks } from '../routing/PaletteRouting';
import type { PaletteColumn } from '../table/PaletteColumn';
import { spectroCloudTranslationRef } from '../translation';
import type { ClusterRow } from './clusterRows';
import { useValueWord } from './useValueWord';

/** What the table of clusters can show of each. */
export function useClusterColumns(): PaletteColumn<ClusterRow>[] {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const { cluster: clusterLink } = usePaletteLinks();
  const wordOf = useValueWord();
  return useMemo(
    () => [
      {
        id: 'name',
        label: t('clusters.name'),
        isRowHeader: true,
        value: row => row.name,
        render: row => <Link href={clusterLink(row.id)}>{row.name}</Link>,
      },
      {
        id: 'kind',
        label: t('clusters.kind'),
        value: row => wordOf('kind', row.kind),
      },
      { id: 'host', label: t('clusters.host'), value: row => row.host },
      {
        id: 'project',
        label: t('clusters.project'),
        value: row => row.project,
      },
      {
        id: 'cloud',
        label: t('clusters.cloud'),
        value: row => wordOf('cloud', row.cloud),
      },
      {
        id: 'state',
        label: t('clusters.state'),
        value: row => wordOf('state', row.state),
        render: row => <StateLabel state={row.state} />,
      },
      {
        id: 'health',
        label: t('clusters.health'),
        value: row => wordOf('health', row.health),
        render: row => <StateLabel state={row.health} />,
      },
      {
        id: 'kubernetes',
        label: t('clusters.kubernetes'),
        value: row => row.kubernetes || undefined,
      },
      { id: 'nodes', label: t('clusters.nodes'), value: row => row.nodes },
      {
        id: 'tags',
        label: t('clusters.tags'),
        value: row => row.tags.join(', ') || undefined,
      },
      {
        id: 'created',
        label: t('clusters.created'),
        value: row => row.created || undefined,
        render: row => formatTime(row.created, t('common.none')),
      },
      {
        id: 'heartbeat',
        label: t('cluster.heartbeat'),
        value: row => row.heartbeat || undefined,
        render: row => formatTime(row.heartbeat, t('common.none')),
      },
    ],
    [t, clusterLink, wordOf],
  );
}
