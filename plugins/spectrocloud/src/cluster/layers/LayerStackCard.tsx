import { InfoCard } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { Cluster } from '@terasky/backstage-plugin-spectrocloud-common';
import { StateLabel } from '../../components/StateLabel';
import { isInTransition } from '../../components/stateOf';
import { spectroCloudTranslationRef } from '../../translation';
import { inLayerOrder } from './inLayerOrder';
import { isInOrder, layerRows } from './layerRows';
import { ProfileLayers } from './ProfileLayers';

const useStyles = makeStyles(theme => ({
  stack: { marginTop: theme.spacing(2), maxWidth: 960 },
}));

/** The profiles as Palette stacks them, the operating system at the bottom, with what of each layer runs. */
export const LayerStackCard = ({ cluster }: { cluster: Cluster }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const { state, upgrading } = cluster.status;
  const isAtWork = isInTransition(state) || upgrading === true;
  const profiles = inLayerOrder(cluster.spec.profiles);
  const rows = profiles.flatMap(profile => layerRows(profile, cluster));
  const off = rows.filter(row => !isInOrder(row)).length;
  const told = rows.filter(({ match }) => match !== 'notTold').length;
  if (rows.length === 0) {
    return (
      <InfoCard title={t('cluster.profilesTitle')}>
        <Typography variant="body2" color="textSecondary">
          {t('cluster.noProfiles')}
        </Typography>
      </InfoCard>
    );
  }
  return (
    <InfoCard title={t('cluster.profilesTitle')}>
      {off > 0 && (
        <StateLabel
          state={isAtWork ? 'Provisioning' : 'Warning'}
          text={t('layers.off', { count: off, total: String(rows.length) })}
          wraps
        />
      )}
      {off === 0 && told === rows.length && (
        <StateLabel state="Healthy" text={t('layers.allAsWanted')} wraps />
      )}
      <div className={classes.stack}>
        {profiles.map((profile, index) => (
          <ProfileLayers
            key={index}
            profile={profile}
            cluster={cluster}
            isAtWork={isAtWork}
          />
        ))}
      </div>
    </InfoCard>
  );
};
