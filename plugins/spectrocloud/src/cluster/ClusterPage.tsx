import { Progress } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import { BackLink } from '../components/BackLink';
import { CardGrid } from '../components/CardGrid';
import { ErrorState } from '../components/ErrorState';
import { PageHead } from '../components/PageHead';
import { RefreshButton } from '../components/RefreshButton';
import { useLoad } from '../components/useLoad';
import { spectroCloudTranslationRef } from '../translation';
import { EventsCard } from './EventsCard';
import { HealthCard } from './HealthCard';
import { KubeconfigMenu } from './KubeconfigMenu';
import { OverviewCard } from './OverviewCard';
import { ProfilesCard } from './ProfilesCard';

export const ClusterPage = (props: { uid: string; back: string }) => {
  const { uid, back } = props;
  const api = useApi(spectroCloudApiRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const cluster = useLoad(options => api.getCluster(uid, options), uid);
  const { value, error, loading, reload } = cluster;
  return (
    <Container py="4">
      <BackLink to={back} text={t('cluster.back')} />
      {error && !value && <ErrorState error={error} onRetry={reload} />}
      {!error && !value && <Progress />}
      {value && (
        <>
          <PageHead title={value.metadata.name} error={error}>
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
      )}
    </Container>
  );
};
