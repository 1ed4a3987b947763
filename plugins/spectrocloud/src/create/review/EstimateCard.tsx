import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import type { ClusterCreation } from '@terasky/backstage-plugin-spectrocloud-common';
import { useLoad } from '@terasky/backstage-plugin-spectrocloud-react';
import { formatCost } from '../../clusters/clusterAmounts';
import { spectroCloudTranslationRef } from '../../translation';

/** Hours of a month on average. */
const HOURS_OF_MONTH = 730;

/** What the cluster would cost by Palette's estimate; nothing where it has none. */
export const EstimateCard = (props: {
  creation: ClusterCreation;
  scope: { instance?: string; projectUid: string };
}) => {
  const { creation, scope } = props;
  const api = useApi(spectroCloudApiRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const { value } = useLoad(options =>
    api.estimateCluster(creation, { ...options, ...scope }),
  );
  if (!value?.total) return null;
  const format = (dollars = 0) => formatCost(dollars, t('common.locale'));
  return (
    <section aria-label={t('create.cost.title')}>
      <Typography variant="subtitle1" component="h4">
        {t('create.cost.title')}
      </Typography>
      <Typography>
        {t('create.cost.total', {
          hour: format(value.total),
          month: format(value.total * HOURS_OF_MONTH),
        })}
      </Typography>
      {value.pools.map(({ name, nodes, total }, index) => (
        <Typography key={index} variant="body2" color="textSecondary">
          {t('create.cost.pool', {
            name,
            nodes: String(nodes ?? ''),
            hour: format(total),
          })}
        </Typography>
      ))}
    </section>
  );
};
