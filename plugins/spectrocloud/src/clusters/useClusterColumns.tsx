import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { useMemo } from 'react';
import { FewLines } from '../components/FewLines';
import { StateLabel } from '../components/StateLabel';
import { usePaletteLinks } from '../routing/PaletteRouting';
import type { PaletteColumn } from '../table/PaletteColumn';
import { spectroCloudTranslationRef } from '../translation';
import {
  type Amount,
  coresOf,
  formatCost,
  gibOf,
  percentOf,
} from './clusterAmounts';
import type { ClusterRow } from './clusterRows';
import { ShortTime } from '../components/ShortTime';
import { HealthOf } from './HealthOf';
import { useValueWord } from './useValueWord';

/** What the table of clusters can show of each. */
export function useClusterColumns(): PaletteColumn<ClusterRow>[] {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const { cluster: clusterLink } = usePaletteLinks();
  const wordOf = useValueWord();
  return useMemo(() => {
    const locale = t('common.locale');
    const amount = (of: Amount | undefined, unit: 'cores' | 'gib') =>
      of &&
      t(`clusters.${unit}`, { percent: String(of.percent), total: of.total });
    const time = (iso: string, as: 'age' | 'ago') =>
      iso ? <ShortTime iso={iso} as={as} /> : undefined;
    return [
      {
        id: 'name',
        label: t('clusters.name'),
        isRowHeader: true,
        value: row => row.name,
        render: row =>
          // Without a uid there is no page of it.
          row.id ? (
            <Link href={clusterLink(row.id)}>{row.name}</Link>
          ) : undefined,
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
        id: 'region',
        label: t('clusters.region'),
        value: row => row.region || undefined,
      },
      {
        id: 'type',
        label: t('clusters.type'),
        value: row => row.type && wordOf('type', row.type),
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
        render: row => <HealthOf row={row} />,
      },
      {
        id: 'reason',
        label: t('clusters.reason'),
        value: row => row.problem,
        render: row => row.problem && <FewLines text={row.problem} />,
        wraps: true,
      },
      {
        id: 'kubernetes',
        label: t('clusters.kubernetes'),
        value: row => row.kubernetes || undefined,
      },
      { id: 'nodes', label: t('clusters.nodes'), value: row => row.nodes },
      {
        id: 'cpu',
        label: t('clusters.cpu'),
        value: row => percentOf(row.cpu),
        render: row => amount(row.cpu && coresOf(row.cpu, locale), 'cores'),
      },
      {
        id: 'memory',
        label: t('clusters.memory'),
        value: row => percentOf(row.memory),
        render: row => amount(row.memory && gibOf(row.memory, locale), 'gib'),
      },
      {
        id: 'cost',
        label: t('clusters.cost'),
        value: row => row.cost,
        render: row =>
          row.cost === undefined ? undefined : formatCost(row.cost, locale),
      },
      {
        id: 'tags',
        label: t('clusters.tags'),
        value: row => row.tags.join(', ') || undefined,
        wraps: true,
      },
      {
        id: 'created',
        label: t('clusters.age'),
        value: row => row.created || undefined,
        render: row => time(row.created, 'age'),
      },
      {
        id: 'heartbeat',
        label: t('clusters.heartbeat'),
        value: row => row.heartbeat || undefined,
        render: row => time(row.heartbeat, 'ago'),
      },
      {
        id: 'attention',
        label: t('clusters.attention'),
        value: row =>
          row.attention.map(reason => wordOf('attention', reason)).join(', ') ||
          undefined,
      },
    ];
  }, [t, clusterLink, wordOf]);
}
