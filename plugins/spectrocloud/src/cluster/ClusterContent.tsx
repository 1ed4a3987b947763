import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { Cluster } from '@terasky/backstage-plugin-spectrocloud-common';
import type { Load } from '@terasky/backstage-plugin-spectrocloud-react';
import { useId, useState } from 'react';
import { CardGrid } from '../components/CardGrid';
import { PageHead } from '../components/PageHead';
import { PaletteTabs } from '../components/PaletteTabs';
import { RefreshButton } from '../components/RefreshButton';
import { UnknownPage } from '../components/UnknownPage';
import { useConsoleUrl } from '../components/useConsoleUrl';
import { ActionsMenu } from '../dayTwo/ActionsMenu';
import { useAddressParams } from '../routing/useAddressParams';
import { spectroCloudTranslationRef } from '../translation';
import { AccessTab } from './access/AccessTab';
import { ClusterStatusLine } from './ClusterStatusLine';
import { EventsCard } from './EventsCard';
import { HealthCard } from './HealthCard';
import { ImportCard } from './importing/ImportCard';
import { KubeconfigMenu } from './KubeconfigMenu';
import { LayerStackCard } from './layers/LayerStackCard';
import { NodesTab } from './nodes/NodesTab';
import { OverviewCard } from './OverviewCard';
import { PackValuesCard } from './PackValuesCard';
import { UpkeepTab } from './upkeep/UpkeepTab';
import { LazyUsageTab } from './usage/LazyUsageTab';
import { useFollowedCluster } from './useFollowedCluster';
import { VirtualClustersCard } from './VirtualClustersCard';
import { WorkloadsCard } from './workloads/WorkloadsCard';

/** In their order; what a tab shows beyond the cluster itself is loaded when it is opened. */
const TABS = [
  'overview',
  'nodes',
  'usage',
  'workloads',
  'profiles',
  'values',
  'upkeep',
  'access',
  'events',
] as const;

const useStyles = makeStyles(theme => ({
  status: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 3),
    marginBottom: theme.spacing(1),
  },
  panel: { marginTop: theme.spacing(3) },
}));

/** Everything about a cluster, on its own page and in the tab of an entity. */
export const ClusterContent = (props: Load<Cluster> & { value: Cluster }) => {
  const { value, error, loading, reload } = props;
  const { uid, name } = value.metadata;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const id = useId();
  const consoleUrl = useConsoleUrl(value);
  useFollowedCluster(value, reload);
  // What the tabs have loaded is from before the last change.
  const [changes, setChanges] = useState(0);
  const [params, setParams] = useAddressParams();
  const wanted = params.get('tab') ?? TABS[0];
  const shown = TABS.find(each => each === wanted);
  const open = (tab: string) =>
    setParams(
      current => {
        current.set('tab', tab);
        return current;
      },
      { replace: true },
    );
  return (
    <>
      <PageHead title={name} error={error}>
        <ActionsMenu
          cluster={value}
          onChanged={() => {
            setChanges(count => count + 1);
            reload();
          }}
        />
        <KubeconfigMenu uid={uid} />
        <RefreshButton loading={loading} onClick={reload} />
      </PageHead>
      <div className={classes.status}>
        <ClusterStatusLine cluster={value} />
        {consoleUrl && (
          <Link href={consoleUrl} target="_blank" rel="noopener noreferrer">
            {t('entity.openInPalette')}
          </Link>
        )}
      </div>
      <PaletteTabs
        id={id}
        label={name}
        tabs={TABS.map(tab => ({ value: tab, label: t(`cluster.tab.${tab}`) }))}
        shown={shown}
        onOpen={open}
      />
      <div
        key={changes}
        className={classes.panel}
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={shown && `${id}-${shown}`}
      >
        {!shown && (
          <UnknownPage
            action={
              <Button variant="outlined" onClick={() => open(TABS[0])}>
                {t('cluster.tab.overview')}
              </Button>
            }
          />
        )}
        {shown === 'overview' && (
          <CardGrid>
            <ImportCard cluster={value} />
            <OverviewCard cluster={value} />
            <HealthCard cluster={value} />
            <VirtualClustersCard cluster={value} />
          </CardGrid>
        )}
        {shown === 'nodes' && <NodesTab cluster={value} />}
        {shown === 'usage' && <LazyUsageTab uid={uid} />}
        {shown === 'workloads' && <WorkloadsCard cluster={value} />}
        {shown === 'access' && <AccessTab cluster={value} />}
        {shown === 'upkeep' && <UpkeepTab cluster={value} />}
        {shown === 'profiles' && <LayerStackCard cluster={value} />}
        {shown === 'values' && <PackValuesCard uid={uid} />}
        {shown === 'events' && <EventsCard uid={uid} />}
      </div>
    </>
  );
};
