import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ClusterWorkload } from '@terasky/backstage-plugin-spectrocloud-common';
import { type CardColumn, CardTable } from '../../components/CardTable';
import { MoreOf } from '../../components/MoreOf';
import { RelativeTime } from '../../components/RelativeTime';
import { spectroCloudTranslationRef } from '../../translation';
import { keyOfWorkload } from './groupWorkloads';
import { WorkloadState } from './WorkloadState';

const STEP = 25;

/** Workloads as a table. */
export const WorkloadList = (props: {
  workloads: ClusterWorkload[];
  headingId: string;
}) => {
  const { workloads, headingId } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const columns: CardColumn<ClusterWorkload>[] = [
    {
      id: 'name',
      label: t('clusters.name'),
      render: ({ name }) => name || t('common.none'),
    },
    { id: 'kind', label: t('clusters.kind'), render: ({ kind }) => kind },
    {
      id: 'namespace',
      label: t('workloads.namespace'),
      render: ({ namespace }) => namespace ?? t('common.none'),
    },
    {
      id: 'state',
      label: t('clusters.state'),
      render: workload => <WorkloadState workload={workload} />,
    },
    {
      id: 'age',
      label: t('clusters.age'),
      render: ({ creationTimestamp }) => (
        <RelativeTime iso={creationTimestamp} />
      ),
    },
  ];
  return (
    <MoreOf all={workloads} step={STEP}>
      {shown => (
        <CardTable
          labelId={headingId}
          columns={columns}
          rows={shown}
          keyOf={keyOfWorkload}
        />
      )}
    </MoreOf>
  );
};
