import { NotFoundError } from '@backstage/errors';
import {
  spectroCloudClusterViewInfoPermission,
  spectroCloudClusterViewPackValuesPermission,
} from '@terasky/backstage-plugin-spectrocloud-common';
import {
  clusterGroupSchema,
  clusterSchema,
  virtualClusterSummarySchema,
} from '@terasky/backstage-plugin-spectrocloud-common/schemas';
import { z } from 'zod';
import { VIRTUAL_CLOUD_TYPE } from '../../mapping/clusters';
import { isGone } from '../../mapping/common';
import {
  toClusterGroup,
  toClusterGroupSummary,
} from '../../mapping/infrastructure';
import {
  fetchClusterGroup,
  fetchClusterGroups,
} from '../../palette/endpoints/infrastructure';
import { getCluster } from '../../queries/getCluster';
import { listClusters } from '../../queries/listClusters';
import { listVisible } from '../../queries/listVisible';
import { defineRoute } from '../route';
import { scopeQuery, uidParams } from '../schemas';

const permissions = [spectroCloudClusterViewInfoPermission];

export const virtualClusterRoutes = [
  defineRoute({
    method: 'get',
    path: '/virtualclusters',
    operation: 'listVirtualClusters',
    summary: 'The virtual clusters that the caller may see',
    permissions,
    allowServiceToken: true,
    query: scopeQuery,
    answer: z.object({
      virtualClusters: z.array(virtualClusterSummarySchema),
    }),
    async handle({ reader, query: { projectUid } }) {
      const list = await listClusters(reader, { projectUid });
      return list.answer('virtual', virtualClusters => ({ virtualClusters }));
    },
  }),
  defineRoute({
    method: 'get',
    path: '/virtualclusters/:uid',
    operation: 'getVirtualCluster',
    summary: 'One virtual cluster',
    permissions,
    allowServiceToken: true,
    params: uidParams,
    query: scopeQuery,
    answer: clusterSchema,
    async handle({ reader, params, query }) {
      const cluster = await getCluster(reader, params.uid, query.projectUid);
      if (cluster.spec.cloudType !== VIRTUAL_CLOUD_TYPE) {
        throw new NotFoundError('This cluster is not a virtual one');
      }
      return cluster;
    },
  }),
  defineRoute({
    method: 'get',
    path: '/clustergroups',
    operation: 'listClusterGroups',
    summary: 'The cluster groups that virtual clusters can run on',
    permissions,
    allowServiceToken: true,
    query: scopeQuery,
    answer: z.object({ clusterGroups: z.array(clusterGroupSchema) }),
    async handle({ reader, query: { projectUid } }) {
      const groups = await listVisible(reader, {
        operation: 'cluster-groups',
        permission: 'clusterGroup.list',
        projectUid,
        read: fetchClusterGroups,
      });
      return { clusterGroups: groups.map(toClusterGroupSummary) };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/clustergroups/:uid',
    operation: 'getClusterGroup',
    summary: 'One cluster group',
    permissions,
    considers: [spectroCloudClusterViewPackValuesPermission],
    allowServiceToken: true,
    params: uidParams,
    query: scopeQuery,
    answer: clusterGroupSchema,
    async handle({ reader, params, query: { projectUid }, rights }) {
      const group = await reader.one(
        'cluster-group',
        [params.uid, projectUid],
        shared => fetchClusterGroup(shared.client, params.uid, projectUid),
      );
      if (isGone(group)) {
        throw new NotFoundError('The cluster group was deleted');
      }
      return toClusterGroup(group, {
        values: rights.allows(spectroCloudClusterViewPackValuesPermission),
      });
    },
  }),
];
