import { InfoCard, Progress } from '@backstage/core-components';
import {
  useApi,
  useApiHolder,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { spectroCloudAuthApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import type { Cluster } from '@terasky/backstage-plugin-spectrocloud-common';
import { useContext } from 'react';
import { usePaletteScope } from '../components/PaletteScope';
import { RefreshButton } from '../components/RefreshButton';
import { useLoad } from '../components/useLoad';
import { configApiRef } from '../coreApiRefs';
import { Notice } from '../entity/Notice';
import { quietPaletteRef } from '../QuietPalette';
import { spectroCloudTranslationRef } from '../translation';
import { AccessNamespace } from './AccessNamespace';
import { AccessReport } from './AccessReport';
import { kubernetesApiRef, type KubernetesApi } from './kubernetesApi';
import { readAccess } from './readAccess';

const DEFAULT_ENVIRONMENT = 'development';
const DEFAULT_NAMESPACE = 'default';

const Card = (props: { uid: string; kubernetes: KubernetesApi }) => {
  const { uid, kubernetes } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const palette = useApi(quietPaletteRef);
  const authApi = useApi(spectroCloudAuthApiRef);
  const config = useApi(configApiRef);
  const scope = usePaletteScope();
  const given = useContext(AccessNamespace);
  const namespace = given ?? DEFAULT_NAMESPACE;
  const environments =
    config.getOptionalConfigArray('spectrocloud.environments') ?? [];
  const names = environments.map(each => each.getString('name'));
  const asked = environments[Math.max(0, names.indexOf(scope.instance ?? ''))];
  const environment =
    asked?.getOptionalString('authEnvironment') ??
    config.getOptionalString('auth.environment') ??
    DEFAULT_ENVIRONMENT;
  const { value, error, loading, reload } = useLoad(
    ({ fresh, signal }) =>
      readAccess(
        {
          palette: palette.client,
          kubernetes,
          // A card asks nobody to sign in.
          getIdToken: () =>
            authApi.getIdTokenOf(environment, { optional: true }),
          instances: names,
        },
        { uid, namespace },
        { ...scope, fresh, signal },
      ),
    JSON.stringify([uid, namespace, scope]),
  );
  return (
    <InfoCard
      title={t('kubernetesAccess.title')}
      headerProps={{
        action: <RefreshButton loading={loading} onClick={reload} />,
      }}
    >
      {value && (
        <AccessReport
          access={value}
          namespace={namespace}
          isNamespaceGiven={given !== undefined}
        />
      )}
      {error && !value && <Notice text={t('kubernetesAccess.unknown')} />}
      {loading && !value && <Progress />}
    </InfoCard>
  );
};

/** Who the cluster says the user is, and why it refuses; nothing where the Kubernetes plugin isn't installed. */
export const KubernetesAccessCard = ({ cluster }: { cluster: Cluster }) => {
  const kubernetes = useApiHolder().get(kubernetesApiRef);
  return kubernetes ? (
    <Card uid={cluster.metadata.uid} kubernetes={kubernetes} />
  ) : null;
};
