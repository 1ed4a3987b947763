import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { formatCost } from '../../clusters/clusterAmounts';
import { spectroCloudTranslationRef } from '../../translation';
import { PartCard } from '../PartCard';
import { TimeChart } from './TimeChart';

/** What the cluster cost lately; not shown by a Palette that doesn't tell. */
export const CostCard = ({ uid }: { uid: string }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const format = (dollars: number) => formatCost(dollars, t('common.locale'));
  return (
    <PartCard
      title={t('usage.costTitle')}
      loadKey={uid}
      load={(api, options) => api.getClusterCost(uid, options)}
    >
      {({ total, points }, headingId) => (
        <>
          <Typography variant="body2" color="textSecondary" gutterBottom>
            {total === undefined || points.length === 0
              ? t('usage.noCost')
              : t('usage.costTotal', {
                  total: format(total),
                  count: points.length,
                })}
          </Typography>
          {points.length > 0 && (
            <TimeChart
              labelId={headingId}
              points={points.map(({ at, total: value }) => ({
                time: Date.parse(at),
                value,
              }))}
              format={format}
              valueLabel={t('usage.costTitle')}
              isDaily
            />
          )}
        </>
      )}
    </PartCard>
  );
};
