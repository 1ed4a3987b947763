import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import type { Cluster } from '@terasky/backstage-plugin-spectrocloud-common';
import { spectroCloudTranslationRef } from '../../translation';
import { PartCard } from '../PartCard';
import { Workloads } from './Workloads';

/** What runs on the cluster, as Palette's agent reported it. */
export const WorkloadsCard = ({ cluster }: { cluster: Cluster }) => {
  const { uid, name } = cluster.metadata;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const isVirtual = cluster.spec.cloudType === 'nested';
  const root = { kind: t(isVirtual ? 'kind.virtual' : 'kind.host'), name };
  return (
    <PartCard
      title={t('workloads.title')}
      loadKey={uid}
      load={(api, options) => api.listClusterWorkloads(uid, options)}
      missing={t('workloads.missing')}
    >
      {(workloads, headingId) =>
        workloads.length === 0 ? (
          <Typography variant="body2">{t('workloads.missing')}</Typography>
        ) : (
          <Workloads
            workloads={workloads}
            cluster={root}
            headingId={headingId}
          />
        )
      }
    </PartCard>
  );
};
