import { InfoCard } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { Cluster } from '@terasky/backstage-plugin-spectrocloud-common';
import { PackTable } from '../components/PackTable';
import { spectroCloudTranslationRef } from '../translation';
import { inLayerOrder } from './inLayerOrder';

const useStyles = makeStyles(theme => ({
  profile: { '& + &': { marginTop: theme.spacing(3) } },
}));

export const ProfilesCard = ({ cluster }: { cluster: Cluster }) => {
  const profiles = inLayerOrder(cluster.spec.profiles);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  return (
    <InfoCard title={t('cluster.profilesTitle')}>
      {profiles.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('cluster.noProfiles')}
        </Typography>
      )}
      {profiles.map(({ uid, name = uid, type, version, packs }) => (
        <section key={uid} className={classes.profile}>
          <Typography variant="subtitle2" component="h3">
            {name}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            {[
              type,
              version !== undefined &&
                t('cluster.profileVersion', { version: String(version) }),
            ]
              .filter(Boolean)
              .join(', ')}
          </Typography>
          <PackTable label={name} packs={packs} />
        </section>
      ))}
    </InfoCard>
  );
};
