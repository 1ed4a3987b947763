import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Facts } from '../../components/Facts';
import { spectroCloudTranslationRef } from '../../translation';
import { PartCard } from '../PartCard';

/** Which compliance scans run when; not shown where none was set up. */
export const ScansCard = ({ uid }: { uid: string }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  return (
    <PartCard
      title={t('upkeep.scans')}
      loadKey={uid}
      load={(api, options) => api.listClusterScans(uid, options)}
    >
      {scans => (
        <Facts
          facts={scans.map(({ name, schedule }): [string, string] => [
            name,
            schedule ?? t('upkeep.onDemand'),
          ])}
        />
      )}
    </PartCard>
  );
};
