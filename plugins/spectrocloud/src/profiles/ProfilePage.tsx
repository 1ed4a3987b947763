import { Progress } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import { useMemo } from 'react';
import { BackLink } from '../components/BackLink';
import { ErrorState } from '../components/ErrorState';
import { PageHead } from '../components/PageHead';
import { PaletteScopeProvider } from '../components/PaletteScope';
import { RefreshButton } from '../components/RefreshButton';
import { useLoad } from '../components/useLoad';
import { PageName } from '../routing/PageName';
import { usePaletteLinks } from '../routing/PaletteRouting';
import { useAddressParams } from '../routing/useAddressParams';
import { spectroCloudTranslationRef } from '../translation';
import { ExportButton } from './ExportButton';
import { ProfileCards } from './ProfileCards';

export const ProfilePage = (props: { uid: string; back: string }) => {
  const { uid, back } = props;
  const [params] = useAddressParams();
  const links = usePaletteLinks();
  const projectUid = params.get('projectUid') ?? undefined;
  const instance = params.get('instance') ?? undefined;
  const scope = useMemo(
    () => ({ instance, projectUid }),
    [instance, projectUid],
  );
  const api = useApi(spectroCloudApiRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const { value, error, loading, reload } = useLoad(
    options => api.getProfile(uid, { ...options, instance, projectUid }),
    JSON.stringify([uid, instance, projectUid]),
  );
  return (
    <PageName
      names={[value?.metadata.name ?? uid, t('profiles.title')]}
      href={links.profile(uid)}
    >
      <Container py="4">
        <BackLink to={back} text={t('profiles.back')} />
        {error && !value && <ErrorState error={error} onRetry={reload} />}
        {!error && !value && <Progress />}
        {value && (
          <PaletteScopeProvider value={scope}>
            <PageHead title={value.metadata.name} error={error}>
              <ExportButton profile={value} />
              <RefreshButton loading={loading} onClick={reload} />
            </PageHead>
            <ProfileCards profile={value} />
          </PaletteScopeProvider>
        )}
      </Container>
    </PageName>
  );
};
