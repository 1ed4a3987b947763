import { InfoCard } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import {
  type Cluster,
  type ClusterImportManifest,
  spectroCloudClusterViewImportManifestPermission,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { useState } from 'react';
import { usePaletteScope } from '../../components/PaletteScope';
import { usePalettePermission } from '../../components/usePalettePermission';
import { ActionError } from '../../session/ActionError';
import { useAction } from '../../session/useAction';
import { spectroCloudTranslationRef } from '../../translation';
import { ImportSteps } from './ImportSteps';
import { isBeingImported } from './isBeingImported';

const ImportManifest = ({ uid }: { uid: string }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const api = useApi(spectroCloudApiRef);
  const scope = usePaletteScope();
  const { busy, error, run } = useAction();
  // A credential: asked for by a click only, and gone with the card.
  const [found, setFound] = useState<ClusterImportManifest>();
  if (found) {
    return <ImportSteps uid={uid} {...found} />;
  }
  return (
    <>
      <ActionError error={error} />
      <Button
        variant="outlined"
        color="primary"
        disabled={busy}
        onClick={() =>
          run(async () =>
            setFound(await api.getClusterImportManifest(uid, scope)),
          )
        }
      >
        {t(busy ? 'common.loading' : 'importing.show')}
      </Button>
    </>
  );
};

/** How a cluster that is being imported is let join; of others, nothing. */
export const ImportCard = ({ cluster }: { cluster: Cluster }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const { allowed, loading } = usePalettePermission(
    spectroCloudClusterViewImportManifestPermission,
  );
  if (!isBeingImported(cluster) || loading) {
    return null;
  }
  return (
    <InfoCard title={t('importing.title')}>
      <Typography variant="body2" paragraph>
        {t('importing.hint')}
      </Typography>
      {allowed ? (
        <ImportManifest uid={cluster.metadata.uid} />
      ) : (
        <Typography variant="body2" color="textSecondary">
          {t('entity.notAllowed', {
            permission: spectroCloudClusterViewImportManifestPermission.name,
          })}
        </Typography>
      )}
    </InfoCard>
  );
};
