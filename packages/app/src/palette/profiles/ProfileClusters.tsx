import { Link } from '@backstage/core-components';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import type { PaletteReference } from '@terasky/backstage-plugin-spectrocloud-common';
import { clustersRouteRef } from '../routes';
import { paletteTranslationRef } from '../translation';

export const ProfileClusters = (props: { clusters?: PaletteReference[] }) => {
  const { clusters = [] } = props;
  const { t } = useTranslationRef(paletteTranslationRef);
  const clustersLink = useRouteRef(clustersRouteRef);
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
          <Link to={`${clustersLink?.()}/${encodeURIComponent(uid)}`}>
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
};
