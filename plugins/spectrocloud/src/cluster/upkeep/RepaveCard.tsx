import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { Facts } from '../../components/Facts';
import { RelativeTime } from '../../components/RelativeTime';
import { StateLabel } from '../../components/StateLabel';
import { spectroCloudTranslationRef } from '../../translation';
import { RepaveReasons } from '../../dayTwo/RepaveReasons';
import { PartCard } from '../PartCard';

/** How each state of a repave looks. */
const LOOKS = {
  Pending: 'Warning',
  Approved: 'Healthy',
  Reverted: 'Deleted',
} as const;
const STATES = ['Pending', 'Approved', 'Reverted'] as const;

/** Whether nodes wait to be replaced, and why. */
export const RepaveCard = ({ uid }: { uid: string }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  return (
    <PartCard
      title={t('upkeep.repave')}
      loadKey={uid}
      load={(api, options) => api.getClusterRepave(uid, options)}
    >
      {({ state = '', message, since, reasons }) => {
        const known = STATES.find(each => each === state);
        return (
          <>
            <Facts
              facts={[
                [
                  t('clusters.state'),
                  <StateLabel
                    state={known ? LOOKS[known] : 'Unknown'}
                    text={known ? t(`repave.${known}`) : t('clusters.unknown')}
                    wraps
                  />,
                ],
                [t('upkeep.since'), <RelativeTime iso={since} />],
              ]}
            />
            {message && <Typography variant="body2">{message}</Typography>}
            <RepaveReasons reasons={reasons} />
          </>
        );
      }}
    </PartCard>
  );
};
