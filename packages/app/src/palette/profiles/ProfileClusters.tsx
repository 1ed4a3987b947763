import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import type { PaletteReference } from '@terasky/backstage-plugin-spectrocloud-common';
import { paletteTranslationRef } from '../translation';

export const ProfileClusters = (props: { clusters?: PaletteReference[] }) => {
  const { clusters = [] } = props;
  const { t } = useTranslationRef(paletteTranslationRef);
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
          <Link to={`../../clusters/${encodeURIComponent(uid)}`}>{name}</Link>
        </li>
      ))}
    </ul>
  );
};
