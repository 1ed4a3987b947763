import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { SpectroCloudIcon } from '@terasky/backstage-plugin-spectrocloud-auth';
import { useState } from 'react';
import type { ClusterRow, FilterColumn } from '../clusters/clusterRows';
import { useClusterRows } from '../clusters/useClusterRows';
import { useValueWord } from '../clusters/useValueWord';
import { ErrorState } from '../components/ErrorState';
import { PageHead } from '../components/PageHead';
import { RefreshButton } from '../components/RefreshButton';
import { StatePanel } from '../components/StatePanel';
import { SubPages } from '../components/SubPages';
import { usePaletteLinks } from '../routing/PaletteRouting';
import { spectroCloudTranslationRef } from '../translation';
import { AttentionCard } from './AttentionCard';
import { BarsCard } from './BarsCard';
import { DonutCard } from './DonutCard';
import { FleetNotificationsCard } from './FleetNotificationsCard';
import { sharesOf, versionsOf } from './fleetFigures';
import { ProjectTiles } from './ProjectTiles';

const useStyles = makeStyles(theme => ({
  charts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(320px, 100%), 1fr))',
    gap: theme.spacing(3),
    margin: theme.spacing(3, 0),
  },
  notifications: {
    marginTop: theme.spacing(3),
    '&:empty': { display: 'none' },
  },
}));

const Fleet = (props: {
  rows: ClusterRow[];
  /** How often all of it was asked for anew. */
  refreshes: number;
}) => {
  const { rows, refreshes } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const { clusters } = usePaletteLinks();
  const classes = useStyles();
  const valueWord = useValueWord();
  const wordOf = (column: FilterColumn) => (value: string) =>
    valueWord(column, value);
  const hrefOf = (column: FilterColumn) => (value: string) =>
    `${clusters}?${new URLSearchParams({ [column]: value })}`;
  const hosts = rows.filter(({ kind }) => kind === 'host').length;
  return (
    <>
      <div className={classes.charts}>
        <DonutCard
          title={t('fleet.state')}
          subheader={t('fleet.kinds', {
            hosts: String(hosts),
            virtual: String(rows.length - hosts),
          })}
          shares={sharesOf(rows, 'state')}
          wordOf={wordOf('state')}
          hrefOf={hrefOf('state')}
        />
        <DonutCard
          title={t('fleet.health')}
          shares={sharesOf(rows, 'health')}
          wordOf={wordOf('health')}
          hrefOf={hrefOf('health')}
        />
      </div>
      <AttentionCard rows={rows} />
      <div className={classes.notifications}>
        <FleetNotificationsCard key={refreshes} rows={rows} />
      </div>
      <ProjectTiles rows={rows} />
      <div className={classes.charts}>
        <BarsCard
          title={t('fleet.kubernetes')}
          shares={versionsOf(rows)}
          hrefOf={hrefOf('kubernetes')}
        />
        <BarsCard
          title={t('fleet.region')}
          shares={sharesOf(rows, 'region')}
          hrefOf={hrefOf('region')}
        />
        <BarsCard
          title={t('fleet.type')}
          shares={sharesOf(rows, 'type')}
          wordOf={wordOf('type')}
          hrefOf={hrefOf('type')}
        />
      </div>
    </>
  );
};

const FleetOverview = () => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const { rows, error, loading, reload } = useClusterRows();
  const [refreshes, setRefreshes] = useState(0);
  const refresh = () => {
    reload();
    // What was read before must not pass for what there is now.
    setRefreshes(count => count + 1);
  };
  if (error && !rows) {
    return <ErrorState error={error} onRetry={reload} />;
  }
  return (
    <Container py="4">
      <PageHead title={t('fleet.title')} error={error}>
        <RefreshButton loading={loading} onClick={refresh} />
      </PageHead>
      {!rows && <Progress />}
      {rows?.length === 0 && (
        <StatePanel
          icon={SpectroCloudIcon}
          title={t('clusters.emptyTitle')}
          description={t('clusters.empty')}
        />
      )}
      {rows && rows.length > 0 && <Fleet rows={rows} refreshes={refreshes} />}
    </Container>
  );
};

/** How all clusters are, what needs somebody, and the way there; nothing is below it. */
export const FleetPage = () => {
  const { fleet } = usePaletteLinks();
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  return (
    <SubPages base={fleet} title={t('fleet.title')} list={<FleetOverview />} />
  );
};
