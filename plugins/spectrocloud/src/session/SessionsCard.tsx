import { InfoCard, Progress } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  spectroCloudAuthApiRef,
  type SpectroCloudSessionInfo,
} from '@terasky/backstage-plugin-spectrocloud-auth';
import type { SpectroCloudUser } from '@terasky/backstage-plugin-spectrocloud-common';
import { useLoad } from '@terasky/backstage-plugin-spectrocloud-react';
import { ErrorState } from '../components/ErrorState';
import { formatTime } from '../components/formatTime';
import { spectroCloudTranslationRef } from '../translation';
import { ActionError } from './ActionError';
import { DeviceName } from './DeviceName';
import { useAction } from './useAction';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  item: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(2),
    padding: theme.spacing(1.5, 0),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
}));

/** The sessions, asked for anew whenever the user was: a sign-in or a refresh may have changed them. */
export const SessionsCard = ({ user }: { user: SpectroCloudUser }) => {
  const authApi = useApi(spectroCloudAuthApiRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const sessions = useLoad(() => authApi.listSessions(), user);
  const action = useAction();
  const end = (session: SpectroCloudSessionInfo) =>
    action.run(async () => {
      await authApi.endSessions(session.id);
      sessions.reload();
    });
  const none = t('common.none');
  const locale = t('common.locale');
  return (
    <InfoCard
      title={t('session.sessionsTitle')}
      subheader={t('session.sessionsHint')}
    >
      {sessions.error && (
        <ErrorState error={sessions.error} onRetry={sessions.reload} />
      )}
      {!sessions.value && !sessions.error && <Progress />}
      <ActionError error={action.error} />
      <ul className={classes.list}>
        {sessions.value?.map(session => {
          const since = formatTime(session.createdAt, none, locale);
          return (
            <li key={session.id} className={classes.item}>
              <div>
                <Typography variant="body2">
                  {t(
                    session.current
                      ? 'session.thisBrowser'
                      : 'session.otherBrowser',
                  )}
                  {': '}
                  <DeviceName device={session.device} />
                </Typography>
                <Typography variant="body2" color="textSecondary">
                  {t('session.since', { time: since })}
                  {', '}
                  {t('session.lastUsed', {
                    time: formatTime(session.usedAt, none, locale),
                  })}
                </Typography>
              </div>
              {!session.current && (
                <Button
                  variant="outlined"
                  size="small"
                  disabled={action.busy}
                  aria-label={t('session.endLabel', { time: since })}
                  onClick={() => end(session)}
                >
                  {t('session.end')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {sessions.value?.every(({ current }) => current) && (
        <Typography variant="body2" color="textSecondary">
          {t('session.noSessions')}
        </Typography>
      )}
    </InfoCard>
  );
};
