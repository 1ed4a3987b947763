import { InfoCard, Progress } from '@backstage/core-components';
import {
  useApi,
  useApiHolder,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { spectroCloudAuthApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import type { Cluster } from '@terasky/backstage-plugin-spectrocloud-common';
import { useContext, useEffect, useRef, useState } from 'react';
import { usePaletteScope } from '../components/PaletteScope';
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
/** What is being read behind the answers is there soon. */
const LOOK_AGAIN_MS = 3_000;

const Card = (props: { cluster: Cluster; kubernetes: KubernetesApi }) => {
  const { cluster, kubernetes } = props;
  const { uid } = cluster.metadata;
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
  const [looks, setLooks] = useState(0);
  const lookAgain = () => setLooks(count => count + 1);
  const { value, error, loading } = useLoad(
    ({ signal }) =>
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
        { ...scope, signal },
      ),
    JSON.stringify([uid, namespace, scope, looks]),
  );
  const isBeingRead = value?.kind === 'gap' && value.gap === 'not-read-yet';
  useEffect(() => {
    if (!isBeingRead || loading) return undefined;
    const timer = setTimeout(lookAgain, LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [isBeingRead, loading]);
  // The page's own button has the cluster loaded anew.
  const lookedFor = useRef(cluster);
  useEffect(() => {
    if (lookedFor.current !== cluster) lookAgain();
    lookedFor.current = cluster;
  }, [cluster]);
  return (
    <InfoCard title={t('kubernetesAccess.title')}>
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
  return kubernetes ? <Card cluster={cluster} kubernetes={kubernetes} /> : null;
};
