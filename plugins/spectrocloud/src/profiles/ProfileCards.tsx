import { InfoCard } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ClusterProfile } from '@terasky/backstage-plugin-spectrocloud-common';
import { CardGrid } from '../components/CardGrid';
import { Facts } from '../components/Facts';
import { PackTable } from '../components/PackTable';
import { spectroCloudTranslationRef } from '../translation';
import { ProfileClusters } from './ProfileClusters';

/** Everything about a profile, on its own page and in the tab of an entity. */
export const ProfileCards = ({ profile }: { profile: ClusterProfile }) => {
  const { spec, status } = profile;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const none = t('common.none');
  return (
    <CardGrid>
      <InfoCard title={t('cluster.overview')}>
        <Facts
          facts={[
            [t('profiles.type'), spec.type ?? none],
            [t('clusters.cloud'), spec.cloudType ?? none],
            [t('profiles.version'), spec.version ?? none],
          ]}
        />
      </InfoCard>
      <InfoCard title={t('profiles.packsTitle')}>
        <PackTable label={t('profiles.packsTitle')} packs={spec.packs} />
      </InfoCard>
      <InfoCard title={t('profiles.clustersTitle')}>
        <ProfileClusters clusters={status.inUseClusters} />
      </InfoCard>
    </CardGrid>
  );
};
