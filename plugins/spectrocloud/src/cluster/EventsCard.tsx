import { InfoCard, Progress } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import { ErrorState } from '../components/ErrorState';
import { formatTime } from '../components/formatTime';
import { usePaletteScope } from '../components/PaletteScope';
import { StateLabel } from '../components/StateLabel';
import { useLoad } from '../components/useLoad';
import { spectroCloudTranslationRef } from '../translation';

const SHOWN = 8;
const STATE_BY_SEVERITY: Record<string, string> = {
  Warning: 'Warning',
  Error: 'Error',
};

const useStyles = makeStyles(theme => ({
  list: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    display: 'grid',
    gap: theme.spacing(1.5),
  },
}));

export const EventsCard = ({ uid }: { uid: string }) => {
  const api = useApi(spectroCloudApiRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const scope = usePaletteScope();
  const { value, error, reload } = useLoad(
    options => api.listClusterEvents(uid, { ...options, ...scope }),
    uid,
  );
  return (
    <InfoCard title={t('cluster.eventsTitle')}>
      {error && <ErrorState error={error} onRetry={reload} />}
      {!value && !error && <Progress />}
      {value?.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('cluster.noEvents')}
        </Typography>
      )}
      <ol className={classes.list}>
        {value?.slice(0, SHOWN).map(event => (
          <li key={event.uid ?? `${event.timestamp}${event.message}`}>
            <StateLabel
              state={STATE_BY_SEVERITY[event.severity ?? ''] ?? 'Running'}
              text={event.reason ?? t('clusters.unknown')}
            />
            <Typography variant="body2">{event.message}</Typography>
            <Typography variant="caption" color="textSecondary">
              {formatTime(event.timestamp, t('common.none'))}
            </Typography>
          </li>
        ))}
      </ol>
    </InfoCard>
  );
};
