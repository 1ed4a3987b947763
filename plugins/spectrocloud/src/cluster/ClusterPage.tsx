import { Progress } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import { useMemo } from 'react';
import { BackLink } from '../components/BackLink';
import { ErrorState } from '../components/ErrorState';
import { PaletteScopeProvider } from '../components/PaletteScope';
import { useLoad } from '../components/useLoad';
import { PageName } from '../routing/PageName';
import { usePaletteLinks } from '../routing/PaletteRouting';
import { useAddressParams } from '../routing/useAddressParams';
import { spectroCloudTranslationRef } from '../translation';
import { ClusterContent } from './ClusterContent';

/** A cluster; the address may say in which Palette and project it is, which spares looking for it. */
export const ClusterPage = (props: { uid: string; back: string }) => {
  const { uid, back } = props;
  const api = useApi(spectroCloudApiRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const [params] = useAddressParams();
  const links = usePaletteLinks();
  const instance = params.get('instance') ?? undefined;
  const projectUid = params.get('projectUid') ?? undefined;
  const scope = useMemo(
    () => ({ instance, projectUid }),
    [instance, projectUid],
  );
  const cluster = useLoad(
    options => api.getCluster(uid, { ...options, ...scope }),
    JSON.stringify([uid, scope]),
  );
  const { value, error, reload } = cluster;
  return (
    <PageName
      names={[value?.metadata.name ?? uid, t('clusters.title')]}
      href={links.cluster(uid)}
    >
      <Container py="4">
        <BackLink to={back} text={t('cluster.back')} />
        {error && !value && <ErrorState error={error} onRetry={reload} />}
        {!error && !value && <Progress />}
        {value && (
          <PaletteScopeProvider value={scope}>
            <ClusterContent {...cluster} value={value} />
          </PaletteScopeProvider>
        )}
      </Container>
    </PageName>
  );
};
