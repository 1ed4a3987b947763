import { InfoCard, Progress } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import { useState } from 'react';
import { ErrorState } from '../components/ErrorState';
import { FilterSelect } from '../components/FilterSelect';
import { usePaletteScope } from '../components/PaletteScope';
import { RelativeTime } from '../components/RelativeTime';
import { SearchField } from '../components/SearchField';
import { StateLabel } from '../components/StateLabel';
import { useLoad } from '../components/useLoad';
import { spectroCloudTranslationRef } from '../translation';
import { filterEvents } from './filterEvents';

/** So many at first, and with each click on "more". */
const STEP = 10;
const STATE_BY_SEVERITY: Record<string, string> = {
  Warning: 'Warning',
  Error: 'Error',
};

const useStyles = makeStyles(theme => ({
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(2),
    marginBottom: theme.spacing(2),
    '& > *': { flex: '1 1 200px', maxWidth: 360 },
  },
  list: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    display: 'grid',
    gap: theme.spacing(1.5),
  },
  more: { marginTop: theme.spacing(2) },
}));

/** What happened lately, newest first; loaded when it is shown. */
export const EventsCard = ({ uid }: { uid: string }) => {
  const api = useApi(spectroCloudApiRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const scope = usePaletteScope();
  const [search, setSearch] = useState('');
  const [severity, setSeverity] = useState('');
  const [limit, setLimit] = useState(STEP);
  const { value, error, reload } = useLoad(
    options => api.listClusterEvents(uid, { ...options, ...scope }),
    uid,
  );
  const found = filterEvents(value ?? [], { search, severity });
  const severities = [
    ...new Set((value ?? []).flatMap(event => event.severity ?? [])),
  ].sort();
  return (
    <InfoCard title={t('cluster.eventsTitle')}>
      {error && <ErrorState error={error} onRetry={reload} />}
      {!value && !error && <Progress />}
      {value && value.length > 0 && (
        <div className={classes.filters} role="search">
          <SearchField
            label={t('cluster.searchEvents')}
            value={search}
            onChange={setSearch}
          />
          <FilterSelect
            label={t('cluster.severity')}
            value={severity}
            options={severities}
            onChange={setSeverity}
          />
        </div>
      )}
      {value && found.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {t(value.length === 0 ? 'cluster.noEvents' : 'cluster.noEventFound')}
        </Typography>
      )}
      <ol className={classes.list}>
        {found.slice(0, limit).map(event => (
          <li key={event.uid ?? `${event.timestamp}${event.message}`}>
            <StateLabel
              state={STATE_BY_SEVERITY[event.severity ?? ''] ?? 'Running'}
              text={event.reason ?? t('clusters.unknown')}
            />
            <Typography variant="body2">{event.message}</Typography>
            <Typography variant="caption" color="textSecondary">
              <RelativeTime iso={event.timestamp} />
            </Typography>
          </li>
        ))}
      </ol>
      {found.length > limit && (
        <Button
          className={classes.more}
          variant="outlined"
          onClick={() => setLimit(limit + STEP)}
        >
          {t('cluster.moreEvents')}
        </Button>
      )}
    </InfoCard>
  );
};
