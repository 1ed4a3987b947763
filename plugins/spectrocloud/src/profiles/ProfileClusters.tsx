import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import Typography from '@material-ui/core/Typography';
import type { PaletteReference } from '@terasky/backstage-plugin-spectrocloud-common';
import { usePaletteLinks } from '../routing/PaletteRouting';
import { spectroCloudTranslationRef } from '../translation';

export const ProfileClusters = (props: { clusters?: PaletteReference[] }) => {
  const { clusters = [] } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const { cluster: clusterLink } = usePaletteLinks();
  if (clusters.length === 0) {
    return (
      <Typography variant="body2" color="textSecondary">
        {t('profiles.unused')}
      </Typography>
    );
  }
  return (
    <ul>
      {clusters.map(({ uid, name = uid }) => (
        <li key={uid}>
          <Link href={clusterLink(uid)}>{name}</Link>
        </li>
      ))}
    </ul>
  );
};
