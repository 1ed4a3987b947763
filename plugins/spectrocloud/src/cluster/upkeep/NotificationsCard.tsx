import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { NotificationList } from '../../notifications/NotificationList';
import { spectroCloudTranslationRef } from '../../translation';
import { PartCard } from '../PartCard';

/** What Palette has to say of the cluster, and nobody has dealt with. */
export const NotificationsCard = ({ uid }: { uid: string }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  return (
    <PartCard
      title={t('notifications.title')}
      loadKey={uid}
      load={(api, options) => api.listClusterNotifications(uid, options)}
    >
      {notifications =>
        notifications.length === 0 ? (
          <Typography variant="body2" color="textSecondary">
            {t('notifications.none')}
          </Typography>
        ) : (
          <NotificationList
            notifications={notifications}
            label={t('notifications.title')}
          />
        )
      }
    </PartCard>
  );
};
