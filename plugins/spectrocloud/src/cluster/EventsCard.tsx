import { InfoCard, Progress } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import { useLoad } from '@terasky/backstage-plugin-spectrocloud-react';
import { useState } from 'react';
import { ErrorState } from '../components/ErrorState';
import { FilterRow } from '../components/FilterRow';
import { FilterSelect } from '../components/FilterSelect';
import { MoreOf } from '../components/MoreOf';
import { usePaletteScope } from '../components/PaletteScope';
import { RelativeTime } from '../components/RelativeTime';
import { SearchField } from '../components/SearchField';
import { StateLabel } from '../components/StateLabel';
import { spectroCloudTranslationRef } from '../translation';
import { filterEvents } from './filterEvents';

/** So many at first, and with each click on "more". */
const STEP = 10;
/** Severities that look as the states of their names. */
const LOUD = ['Warning', 'Error'];

const useStyles = makeStyles(theme => ({
  list: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    display: 'grid',
    gap: theme.spacing(1.5),
  },
}));

/** What happened lately, newest first; loaded when it is shown. */
export const EventsCard = ({ uid }: { uid: string }) => {
  const api = useApi(spectroCloudApiRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const scope = usePaletteScope();
  const [search, setSearch] = useState('');
  const [severity, setSeverity] = useState('');
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
        <FilterRow>
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
        </FilterRow>
      )}
      {value && found.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {t(value.length === 0 ? 'cluster.noEvents' : 'cluster.noEventFound')}
        </Typography>
      )}
      <MoreOf all={found} step={STEP}>
        {shown => (
          <ol className={classes.list}>
            {shown.map((event, index) => (
              <li key={index}>
                <StateLabel
                  state={
                    LOUD.find(each => each === event.severity) ?? 'Running'
                  }
                  text={event.reason ?? t('clusters.unknown')}
                />
                <Typography variant="body2">{event.message}</Typography>
                <Typography variant="caption" color="textSecondary">
                  <RelativeTime iso={event.timestamp} />
                </Typography>
              </li>
            ))}
          </ol>
        )}
      </MoreOf>
    </InfoCard>
  );
};
