import { InfoCard } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { Cluster } from '@terasky/backstage-plugin-spectrocloud-common';
import { Facts } from '../components/Facts';
import { RelativeTime } from '../components/RelativeTime';
import { StateLabel } from '../components/StateLabel';
import { reportedConditions } from './reportedConditions';
import { spectroCloudTranslationRef } from '../translation';

const useStyles = makeStyles(theme => ({
  heading: { margin: theme.spacing(2, 0, 1) },
  list: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    display: 'grid',
    gap: theme.spacing(1),
  },
}));

export const HealthCard = ({ cluster }: { cluster: Cluster }) => {
  const { health } = cluster.status;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const none = t('common.none');
  const reported = reportedConditions(cluster);
  return (
    <InfoCard title={t('cluster.healthTitle')}>
      <Facts
        facts={[
          [
            t('clusters.health'),
            <StateLabel state={health?.state ?? 'Unknown'} />,
          ],
          [
            t('cluster.heartbeat'),
            <RelativeTime iso={health?.lastHeartBeatTimestamp} />,
          ],
          [
            t('cluster.agent'),
            <>
              {health?.agentVersion ?? none}{' '}
              {cluster.spec.agentUpgradesPaused && (
                <StateLabel state="Paused" text={t('cluster.upgradesPaused')} />
              )}
            </>,
          ],
        ]}
      />
      <Typography
        variant="subtitle2"
        component="h3"
        className={classes.heading}
      >
        {t('cluster.conditions')}
      </Typography>
      {reported.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          {t('cluster.noConditions')}
        </Typography>
      ) : (
        <ul className={classes.list}>
          {reported.map(({ type, state, message }) => (
            <li key={type}>
              <StateLabel state={state} text={type} />
              {message && (
                <Typography variant="body2" color="textSecondary">
                  {message}
                </Typography>
              )}
            </li>
          ))}
        </ul>
      )}
    </InfoCard>
  );
};
