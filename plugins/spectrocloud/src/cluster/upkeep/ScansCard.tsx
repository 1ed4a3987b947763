import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CardTable } from '../../components/CardTable';
import { RelativeTime } from '../../components/RelativeTime';
import { spectroCloudTranslationRef } from '../../translation';
import { PartCard } from '../PartCard';
import { ScanOutcome } from './ScanOutcome';

/** Which compliance scans run when, and how they went last; not shown where none was set up. */
export const ScansCard = ({ uid }: { uid: string }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  return (
    <PartCard
      title={t('upkeep.scans')}
      loadKey={uid}
      load={(api, options) => api.listClusterScans(uid, options)}
    >
      {(scans, headingId) => (
        <CardTable
          labelId={headingId}
          columns={[
            { id: 'name', label: t('upkeep.scan'), render: ({ name }) => name },
            {
              id: 'schedule',
              label: t('upkeep.schedule'),
              render: ({ schedule }) => schedule ?? t('upkeep.onDemand'),
            },
            {
              id: 'outcome',
              label: t('upkeep.outcome'),
              render: ({ runs = [] }) => <ScanOutcome run={runs[0]} />,
            },
            {
              id: 'at',
              label: t('upkeep.lastRun'),
              render: ({ runs = [] }) => <RelativeTime iso={runs[0]?.at} />,
            },
          ]}
          rows={scans}
          keyOf={({ name }) => name}
        />
      )}
    </PartCard>
  );
};
