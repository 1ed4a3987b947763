import { InfoCard } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import type { FleetNotifications } from '@terasky/backstage-plugin-spectrocloud-common';
import { useState } from 'react';
import type { ClusterRow } from '../clusters/clusterRows';
import { NotificationList } from '../notifications/NotificationList';
import { ActionError } from '../session/ActionError';
import { useAction } from '../session/useAction';
import { spectroCloudTranslationRef } from '../translation';

/** As many as are looked at, and as many more with each click. */
const STEP = 8;

const Found = ({ notifications, projectsLeftOut }: FleetNotifications) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const [most, setMost] = useState(STEP);
  return (
    <>
      {notifications.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('notifications.none')}
        </Typography>
      )}
      <NotificationList
        notifications={notifications.slice(0, most)}
        label={t('notifications.title')}
        namesClusters
      />
      {notifications.length > most && (
        <Button size="small" onClick={() => setMost(most + STEP)}>
          {t('notifications.more', { count: notifications.length - most })}
        </Button>
      )}
      {projectsLeftOut > 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('notifications.leftOut', { count: projectsLeftOut })}
        </Typography>
      )}
    </>
  );
};

/**
 * What Palette has to say of the clusters. The list says of how many, so nothing is
 * asked until somebody wants to read it.
 */
export const FleetNotificationsCard = ({ rows }: { rows: ClusterRow[] }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const api = useApi(spectroCloudApiRef);
  const { busy, error, run } = useAction();
  const [found, setFound] = useState<FleetNotifications>();
  const count = rows.filter(({ attention }) =>
    attention.includes('update'),
  ).length;
  if (count === 0) {
    return null;
  }
  return (
    <InfoCard title={t('notifications.title')}>
      <ActionError error={error} />
      {found ? (
        <Found {...found} />
      ) : (
        <>
          <Typography variant="body2" paragraph>
            {t('notifications.ofClusters', { count })}
          </Typography>
          <Button
            variant="outlined"
            disabled={busy}
            onClick={() =>
              run(async () => setFound(await api.listNotifications()))
            }
          >
            {t(busy ? 'common.loading' : 'notifications.show')}
          </Button>
        </>
      )}
    </InfoCard>
  );
};
