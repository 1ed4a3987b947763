import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { spectroCloudClusterCreatePermission } from '@terasky/backstage-plugin-spectrocloud-common';
import { LinkButton } from '../components/LinkButton';
import { usePalettePermission } from '../components/usePalettePermission';
import { usePaletteLinks } from '../routing/PaletteRouting';
import { spectroCloudTranslationRef } from '../translation';

/** Leads to the wizard those who may create clusters. */
export const CreateClusterButton = () => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const { createCluster } = usePaletteLinks();
  const { allowed } = usePalettePermission(spectroCloudClusterCreatePermission);
  if (!allowed) return null;
  return (
    <LinkButton href={createCluster} isPrimary>
      {t('create.button')}
    </LinkButton>
  );
};
