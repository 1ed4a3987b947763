import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { CardTable } from '../../components/CardTable';
import { Facts } from '../../components/Facts';
import { RelativeTime } from '../../components/RelativeTime';
import { StateLabel } from '../../components/StateLabel';
import { spectroCloudTranslationRef } from '../../translation';
import { PartCard } from '../PartCard';

/** Palette's words for how a backup went; others are shown as they are. */
const LOOKS: ReadonlyMap<string, string> = new Map([
  ['Completed', 'Healthy'],
  ['InProgress', 'Provisioning'],
  ['PartiallyFailed', 'Warning'],
  ['Failed', 'Error'],
]);

/** How the cluster is backed up, and how it went; not shown where it isn't. */
export const BackupCard = ({ uid }: { uid: string }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const none = t('common.none');
  return (
    <PartCard
      title={t('upkeep.backup')}
      loadKey={uid}
      load={(api, options) => api.getClusterBackup(uid, options)}
    >
      {({ location, schedule, runs }, headingId) => (
        <>
          <Facts
            facts={[
              [t('upkeep.location'), location?.name ?? location?.uid ?? none],
              [t('upkeep.schedule'), schedule ?? none],
            ]}
          />
          {runs.length === 0 ? (
            <Typography variant="body2" color="textSecondary">
              {t('upkeep.noBackups')}
            </Typography>
          ) : (
            <CardTable
              labelId={headingId}
              columns={[
                {
                  id: 'name',
                  label: t('clusters.name'),
                  render: ({ name }) => name ?? none,
                },
                {
                  id: 'state',
                  label: t('clusters.state'),
                  render: ({ state = '', message }) => (
                    <StateLabel
                      state={LOOKS.get(state) ?? 'Unknown'}
                      text={[state || t('clusters.unknown'), message]
                        .filter(Boolean)
                        .join(': ')}
                    />
                  ),
                },
                {
                  id: 'at',
                  label: t('upkeep.at'),
                  render: ({ at }) => <RelativeTime iso={at} />,
                },
                {
                  id: 'expires',
                  label: t('upkeep.keptUntil'),
                  render: ({ expires }) => <RelativeTime iso={expires} />,
                },
                {
                  id: 'namespaces',
                  label: t('upkeep.namespaces'),
                  render: ({ namespaces }) => namespaces.join(', ') || none,
                },
              ]}
              rows={runs}
              keyOf={({ name, at }) => `${name}${at}`}
            />
          )}
        </>
      )}
    </PartCard>
  );
};
