import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import GroupIcon from '@material-ui/icons/GroupWorkOutlined';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import type { ClusterGroup } from '@terasky/backstage-plugin-spectrocloud-common';
import { useLoad } from '@terasky/backstage-plugin-spectrocloud-react';
import { useMemo } from 'react';
import { ListPage } from '../components/ListPage';
import { usePageLinks } from '../routing/usePageLinks';
import type { PaletteColumn } from '../table/PaletteColumn';
import { spectroCloudTranslationRef } from '../translation';
import { QuotaBar } from './QuotaBar';
import { shareOf } from './shareOf';

type GroupRow = ReturnType<typeof toRow>;

function toRow({ metadata, spec }: ClusterGroup) {
  const { scope = '', projectUid = '' } = metadata.annotations ?? {};
  return {
    id: metadata.uid,
    name: metadata.name,
    projectUid: scope === 'project' ? projectUid : '',
    hosts: spec.hostClustersCount ?? spec.hostClusters.length,
    virtualClusters: spec.virtualClustersCount,
    cpu: spec.cpu,
    memory: spec.memory,
    endpoint: spec.endpointType,
    distribution: spec.kubernetesDistroType,
  };
}

/** The groups of host clusters that virtual clusters run on, and how full they are. */
export const ClusterGroupListPage = () => {
  const api = useApi(spectroCloudApiRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const links = usePageLinks();
  const { value, error, loading, reload } = useLoad(options =>
    api.listClusterGroups(options),
  );
  const rows = useMemo(() => value?.map(toRow), [value]);
  const columns: PaletteColumn<GroupRow>[] = [
    {
      id: 'name',
      label: t('clusters.name'),
      isRowHeader: true,
      value: ({ name }) => name,
      render: ({ id, name, projectUid }) => {
        const page = links.clusterGroup(id, projectUid);
        return page ? <Link href={page}>{name}</Link> : name;
      },
    },
    {
      id: 'hosts',
      label: t('clusterGroup.hosts'),
      value: ({ hosts }) => hosts,
    },
    {
      id: 'virtual',
      label: t('clusterGroup.virtualClusters'),
      value: row => row.virtualClusters,
    },
    {
      id: 'cpu',
      label: t('clusterGroup.cpu'),
      value: ({ cpu }) => shareOf(cpu),
      render: ({ cpu }) => <QuotaBar share={cpu} unit="cores" />,
    },
    {
      id: 'memory',
      label: t('clusterGroup.memory'),
      value: ({ memory }) => shareOf(memory),
      render: ({ memory }) => <QuotaBar share={memory} unit="gib" />,
    },
    {
      id: 'endpoint',
      label: t('clusterGroup.endpoint'),
      value: ({ endpoint }) => endpoint,
    },
    {
      id: 'distribution',
      label: t('clusterGroup.distribution'),
      value: ({ distribution }) => distribution,
    },
  ];
  return (
    <ListPage
      title={t('clusterGroups.title')}
      counted={t('clusterGroups.count', { count: rows?.length ?? 0 })}
      columns={columns}
      rows={rows}
      error={error}
      loading={loading}
      onRefresh={reload}
      empty={{
        icon: GroupIcon,
        title: t('clusterGroups.emptyTitle'),
        description: t('clusterGroups.empty'),
      }}
    />
  );
};
