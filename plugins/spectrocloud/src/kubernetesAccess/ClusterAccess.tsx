import { Progress } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { spectroCloudAuthApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import { useLoad } from '@terasky/backstage-plugin-spectrocloud-react';
import { useContext, useEffect, useRef, useState } from 'react';
import { usePaletteScope } from '../components/PaletteScope';
import { configApiRef } from '../coreApiRefs';
import { Notice } from '../entity/Notice';
import { quietPaletteRef } from '../QuietPalette';
import { spectroCloudTranslationRef } from '../translation';
import { AccessNamespace } from './AccessNamespace';
import { AccessReport } from './AccessReport';
import type { KubernetesApi } from './kubernetesApi';
import { readAccess } from './readAccess';

const DEFAULT_ENVIRONMENT = 'development';
const DEFAULT_NAMESPACE = 'default';
/** What is being read behind the answers is there soon. */
const LOOK_AGAIN_MS = 3_000;

/** Who a cluster says the user is, and why it refuses. */
export const ClusterAccess = (props: {
  uid: string;
  kubernetes: KubernetesApi;
  /** Another one has it looked at anew. */
  version?: unknown;
}) => {
  const { uid, kubernetes, version } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const palette = useApi(quietPaletteRef);
  const authApi = useApi(spectroCloudAuthApiRef);
  const config = useApi(configApiRef);
  const scope = usePaletteScope();
  const entity = useContext(AccessNamespace);
  const namespace = entity?.name ?? DEFAULT_NAMESPACE;
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
        { uid, namespace, entity },
        { ...scope, signal },
      ),
    JSON.stringify([uid, namespace, scope, looks]),
  );
  const isBeingRead = value?.kind === 'gap' && value.gap === 'not-read-yet';
  useEffect(() => {
    if (!isBeingRead || loading) return undefined;
    const timer = setInterval(() => {
      if (!document.hidden) lookAgain();
    }, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isBeingRead, loading]);
  const lookedFor = useRef(version);
  useEffect(() => {
    if (lookedFor.current !== version) lookAgain();
    lookedFor.current = version;
  }, [version]);
  return (
    <>
      {value && (
        <AccessReport access={value} namespace={namespace} entity={entity} />
      )}
      {error && !value && <Notice text={t('kubernetesAccess.unknown')} />}
      {loading && !value && <Progress />}
    </>
  );
};
