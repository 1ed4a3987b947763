import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { PaletteNotification } from '@terasky/backstage-plugin-spectrocloud-common';
import { RelativeTime } from '../components/RelativeTime';
import { StateLabel } from '../components/StateLabel';
import { usePageLinks } from '../routing/usePageLinks';
import { spectroCloudTranslationRef } from '../translation';

const ACTIONS = [
  'NotifyActionPacksUpdate',
  'NotifyActionClusterProfileUpdate',
  'NotifyActionPackRegistryUpdate',
  'NotifyActionClusterUpdate',
] as const;

const useStyles = makeStyles(theme => ({
  list: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    '& > li': {
      padding: theme.spacing(1.5, 0),
      overflowWrap: 'anywhere',
    },
    '& > li + li': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0.5, 2),
  },
  details: { margin: theme.spacing(0.5, 0), paddingLeft: theme.spacing(3) },
}));

/** Those that ask somebody to act stand out until somebody has seen them. */
function lookOf({ isInfo, isAcknowledged }: PaletteNotification): string {
  if (isInfo) return 'Deleted';
  return isAcknowledged ? 'Pending' : 'Warning';
}

const ClusterLink = ({
  cluster,
}: {
  cluster: NonNullable<PaletteNotification['cluster']>;
}) => {
  const { uid, name = uid, projectUid } = cluster;
  const page = usePageLinks().cluster(uid, projectUid);
  return page ? <Link href={page}>{name}</Link> : <>{name}</>;
};

/** What Palette has to say, with the way to the cluster that it is about where there are several. */
export const NotificationList = (props: {
  notifications: PaletteNotification[];
  label: string;
  namesClusters?: boolean;
}) => {
  const { notifications, label, namesClusters } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  return (
    <ul className={classes.list} aria-label={label}>
      {notifications.map((notification, index) => {
        const { action, message, details, at, cluster } = notification;
        const known = ACTIONS.find(each => each === action);
        const further = details.filter(detail => detail !== message);
        return (
          <li key={index}>
            <div className={classes.head}>
              <StateLabel
                state={lookOf(notification)}
                text={t(`notifications.action.${known ?? 'other'}`)}
                wraps
              />
              {namesClusters && cluster && <ClusterLink cluster={cluster} />}
              <Typography
                variant="body2"
                color="textSecondary"
                component="span"
              >
                {notification.isAcknowledged && `${t('notifications.seen')} · `}
                <RelativeTime iso={at} />
              </Typography>
            </div>
            {message && <Typography variant="body2">{message}</Typography>}
            {further.length > 0 && (
              <ul className={classes.details}>
                {further.map(detail => (
                  <Typography key={detail} variant="body2" component="li">
                    {detail}
                  </Typography>
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ul>
  );
};
