import type { Cluster } from '@terasky/backstage-plugin-spectrocloud-common';
import { CardGrid } from '../components/CardGrid';
import { PageHead } from '../components/PageHead';
import { RefreshButton } from '../components/RefreshButton';
import type { Load } from '../components/useLoad';
import { EventsCard } from './EventsCard';
import { HealthCard } from './HealthCard';
import { KubeconfigMenu } from './KubeconfigMenu';
import { OverviewCard } from './OverviewCard';
import { ProfilesCard } from './ProfilesCard';

/** Everything about a cluster, on its own page and in the tab of an entity. */
export const ClusterContent = (props: Load<Cluster> & { value: Cluster }) => {
  const { value, error, loading, reload } = props;
  const { uid, name } = value.metadata;
  return (
    <>
      <PageHead title={name} error={error}>
        <KubeconfigMenu uid={uid} />
        <RefreshButton loading={loading} onClick={reload} />
      </PageHead>
      <CardGrid>
        <OverviewCard cluster={value} />
        <HealthCard cluster={value} />
        <ProfilesCard cluster={value} />
        <EventsCard uid={uid} />
      </CardGrid>
    </>
  );
};
