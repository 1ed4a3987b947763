import { InfoCard, Progress } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import { BackLink } from '../components/BackLink';
import { CardGrid } from '../components/CardGrid';
import { ErrorState } from '../components/ErrorState';
import { Facts } from '../components/Facts';
import { PackTable } from '../components/PackTable';
import { PageHead } from '../components/PageHead';
import { RefreshButton } from '../components/RefreshButton';
import { useLoad } from '../components/useLoad';
import { useAddressParams } from '../routing/useAddressParams';
import { spectroCloudTranslationRef } from '../translation';
import { ProfileClusters } from './ProfileClusters';

export const ProfilePage = (props: { uid: string; back: string }) => {
  const { uid, back } = props;
  const projectUid = useAddressParams()[0].get('projectUid') ?? undefined;
  const api = useApi(spectroCloudApiRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const { value, error, loading, reload } = useLoad(
    options => api.getProfile(uid, { ...options, projectUid }),
    uid,
  );
  const none = t('common.none');
  return (
    <Container py="4">
      <BackLink to={back} text={t('profiles.back')} />
      {error && !value && <ErrorState error={error} onRetry={reload} />}
      {!error && !value && <Progress />}
      {value && (
        <>
          <PageHead title={value.metadata.name} error={error}>
            <RefreshButton loading={loading} onClick={reload} />
          </PageHead>
          <CardGrid>
            <InfoCard title={t('cluster.overview')}>
              <Facts
                facts={[
                  [t('profiles.type'), value.spec.type ?? none],
                  [t('clusters.cloud'), value.spec.cloudType ?? none],
                  [t('profiles.version'), value.spec.version ?? none],
                ]}
              />
            </InfoCard>
            <InfoCard title={t('profiles.packsTitle')}>
              <PackTable
                label={t('profiles.packsTitle')}
                packs={value.spec.packs}
              />
            </InfoCard>
            <InfoCard title={t('profiles.clustersTitle')}>
              <ProfileClusters clusters={value.status.inUseClusters} />
            </InfoCard>
          </CardGrid>
        </>
      )}
    </Container>
  );
};
