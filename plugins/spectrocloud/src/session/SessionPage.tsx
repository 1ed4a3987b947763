import { Progress } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import { useLoad } from '@terasky/backstage-plugin-spectrocloud-react';
import { CardGrid } from '../components/CardGrid';
import { ErrorState } from '../components/ErrorState';
import { PageHead } from '../components/PageHead';
import { RefreshButton } from '../components/RefreshButton';
import { SubPages } from '../components/SubPages';
import { usePaletteLinks } from '../routing/PaletteRouting';
import { spectroCloudTranslationRef } from '../translation';
import { SessionsCard } from './SessionsCard';
import { WhoIAmCard } from './WhoIAmCard';

const Session = () => {
  const api = useApi(spectroCloudApiRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const { value, error, loading, reload } = useLoad(options =>
    api.getMe(options),
  );
  if (error && !value) {
    return <ErrorState error={error} onRetry={reload} />;
  }
  return (
    <Container py="4">
      <PageHead title={t('session.title')} error={error}>
        <RefreshButton loading={loading} onClick={reload} />
      </PageHead>
      {value ? (
        <CardGrid>
          <WhoIAmCard user={value} onSignedIn={reload} />
          <SessionsCard user={value} />
        </CardGrid>
      ) : (
        <Progress />
      )}
    </Container>
  );
};

/** Who the user is at Palette, and where they are signed in; nothing is below it. */
export const SessionPage = () => {
  const { session } = usePaletteLinks();
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  return (
    <SubPages base={session} title={t('session.title')} list={<Session />} />
  );
};
