import {
  Content,
  InfoCard,
  Progress,
  StructuredMetadataTable,
} from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import { ErrorState } from '../components/ErrorState';
import { useLoad } from '../components/useLoad';
import { paletteTranslationRef } from '../translation';

export const SessionPage = () => {
  const api = useApi(spectroCloudApiRef);
  const { t } = useTranslationRef(paletteTranslationRef);
  const { value, error, reload } = useLoad(options => api.getMe(options));
  if (error) {
    return <ErrorState error={error} onRetry={reload} />;
  }
  return (
    <Content>
      {value ? (
        <InfoCard title={t('session.signedInAs')}>
          <StructuredMetadataTable
            metadata={{
              [t('session.name')]: value.name,
              [t('session.email')]: value.email ?? t('common.none'),
              [t('session.tenant')]: value.tenantName ?? value.tenantUid,
              [t('session.until')]: value.session.expiresAt
                ? new Date(value.session.expiresAt).toLocaleString()
                : t('session.untilUnknown'),
            }}
          />
        </InfoCard>
      ) : (
        <Progress />
      )}
    </Content>
  );
};
