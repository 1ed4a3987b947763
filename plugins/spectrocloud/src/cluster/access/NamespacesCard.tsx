import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import type { ClusterNamespace } from '@terasky/backstage-plugin-spectrocloud-common';
import { CardTable } from '../../components/CardTable';
import { spectroCloudTranslationRef } from '../../translation';
import { PartCard } from '../PartCard';
import { Problems } from './Problems';

const MIB_PER_GIB = 1024;

/** The namespaces that Palette sets up, and what each may take. */
export const NamespacesCard = ({ uid }: { uid: string }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const amount = (value: number | undefined) =>
    value?.toLocaleString(t('common.locale')) ?? t('access.unlimited');
  return (
    <PartCard
      title={t('access.namespaces')}
      loadKey={uid}
      load={(api, options) => api.listClusterNamespaces(uid, options)}
      missing={t('access.noNamespaces')}
    >
      {(namespaces, headingId) =>
        namespaces.length === 0 ? (
          <Typography variant="body2" color="textSecondary">
            {t('access.noNamespaces')}
          </Typography>
        ) : (
          <CardTable<ClusterNamespace>
            labelId={headingId}
            columns={[
              {
                id: 'name',
                label: t('workloads.namespace'),
                render: ({ name, isPattern }) =>
                  isPattern ? t('access.pattern', { pattern: name }) : name,
              },
              {
                id: 'cpu',
                label: t('access.maxCores'),
                render: ({ cpuCores }) => amount(cpuCores),
              },
              {
                id: 'memory',
                label: t('access.maxGib'),
                render: ({ memoryMiB }) =>
                  amount(memoryMiB && memoryMiB / MIB_PER_GIB),
              },
              {
                id: 'gpus',
                label: t('access.maxGpus'),
                render: ({ gpus }) => amount(gpus),
              },
              ...(namespaces.some(({ problems }) => problems.length > 0)
                ? [
                    {
                      id: 'problems',
                      label: t('access.problems'),
                      render: ({ problems }: ClusterNamespace) => (
                        <Problems problems={problems} />
                      ),
                    },
                  ]
                : []),
            ]}
            rows={namespaces}
            keyOf={({ name }) => name}
          />
        )
      }
    </PartCard>
  );
};
