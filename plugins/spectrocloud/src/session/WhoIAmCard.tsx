import { InfoCard } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { spectroCloudAuthApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import type { SpectroCloudUser } from '@terasky/backstage-plugin-spectrocloud-common';
import { Facts } from '../components/Facts';
import { formatTime } from '../components/formatTime';
import { spectroCloudTranslationRef } from '../translation';
import { ActionError } from './ActionError';
import { SignOutEverywhereButton } from './SignOutEverywhereButton';
import { useAction } from './useAction';

const useStyles = makeStyles(theme => ({
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginTop: theme.spacing(3),
  },
}));

export const WhoIAmCard = (props: {
  user: SpectroCloudUser;
  onSignedIn: () => void;
}) => {
  const { user, onSignedIn } = props;
  const authApi = useApi(spectroCloudAuthApiRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const { busy, error, run } = useAction();
  const { environment, expiresAt } = user.session;
  const projects = Object.keys(user.projectPermissions).length;
  const signInAgain = async () => {
    await authApi.signInAgain(environment);
    onSignedIn();
  };
  return (
    <InfoCard title={t('session.whoTitle')}>
      <Facts
        facts={[
          [t('session.name'), user.name],
          [t('session.email'), user.email ?? t('common.none')],
          [t('session.tenant'), user.tenantName ?? user.tenantUid],
          [t('session.instance'), user.instance],
          [
            t('session.access'),
            user.tenantPermissions.length > 0
              ? t('session.wholeTenant')
              : t('session.ownProjects', { count: projects }),
          ],
          [
            t('session.until'),
            formatTime(
              expiresAt,
              t('session.untilUnknown'),
              t('common.locale'),
            ),
          ],
        ]}
      />
      <div className={classes.actions}>
        <Button
          variant="contained"
          color="primary"
          disabled={busy}
          onClick={() => run(signInAgain)}
        >
          {t('session.signInAgain')}
        </Button>
        <Button
          variant="outlined"
          disabled={busy}
          onClick={() =>
            run(() => authApi.reauthentication.signOut(environment))
          }
        >
          {t('session.signOut')}
        </Button>
        <SignOutEverywhereButton disabled={busy} run={run} />
      </div>
      <ActionError error={error} />
    </InfoCard>
  );
};
