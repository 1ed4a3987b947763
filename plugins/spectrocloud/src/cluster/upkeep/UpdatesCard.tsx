import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import type { Cluster } from '@terasky/backstage-plugin-spectrocloud-common';
import { CardTable } from '../../components/CardTable';
import { spectroCloudTranslationRef } from '../../translation';
import { PartCard } from '../PartCard';
import { packChanges } from './packChanges';

/** Which packs would change if the newer versions of the cluster's profiles were applied. */
export const UpdatesCard = ({ cluster }: { cluster: Cluster }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const { uid } = cluster.metadata;
  const none = t('common.none');
  return (
    <PartCard
      title={t('upkeep.updates')}
      loadKey={uid}
      load={(api, options) => api.listProfileUpdates(uid, options)}
    >
      {(updates, headingId) => {
        const changes = packChanges(updates, cluster.spec.profiles);
        return changes.length === 0 ? (
          <Typography variant="body2" color="textSecondary">
            {t('upkeep.noUpdates')}
          </Typography>
        ) : (
          <CardTable
            labelId={headingId}
            columns={[
              {
                id: 'pack',
                label: t('cluster.pack'),
                render: ({ pack }) => pack,
              },
              {
                id: 'profile',
                label: t('upkeep.profile'),
                render: ({ profile }) => profile,
              },
              {
                id: 'from',
                label: t('upkeep.from'),
                render: ({ from }) => from ?? none,
              },
              {
                id: 'to',
                label: t('upkeep.to'),
                render: ({ to }) => to ?? none,
              },
            ]}
            rows={changes}
            keyOf={({ profile, pack }) => `${profile}/${pack}`}
          />
        );
      }}
    </PartCard>
  );
};
