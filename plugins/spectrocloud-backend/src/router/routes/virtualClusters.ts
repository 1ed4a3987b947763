import { NotFoundError } from '@backstage/errors';
import { spectroCloudClusterViewInfoPermission } from '@terasky/backstage-plugin-spectrocloud-common';
import {
  toClusterGroup,
  toClusterGroupSummary,
} from '../../mapping/infrastructure';
import { isGone } from '../../palette/isGone';
import { VIRTUAL_CLOUD_TYPE } from '../../palette/searches';
import { getCluster } from '../../queries/getCluster';
import { listClusters } from '../../queries/listClusters';
import { listVisible } from '../../queries/listVisible';
import * as answers from '../answers/clusters';
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
    answer: answers.virtualClusters,
    handle: async ({ reader, query: { projectUid } }) => ({
      virtualClusters: await listClusters(reader, {
        kind: 'virtual',
        projectUid,
      }),
    }),
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
    answer: answers.cluster,
    async handle({ reader, params, query }) {
      const cluster = await getCluster(reader, params.uid, query.projectUid);
      if (cluster.spec.cloudType !== VIRTUAL_CLOUD_TYPE) {
        throw new NotFoundError('That is no virtual cluster');
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
    answer: answers.clusterGroups,
    async handle({ reader, query: { projectUid } }) {
      const groups = await listVisible(reader, {
        operation: 'cluster-groups',
        permission: 'clusterGroup.list',
        projectUid,
        read: (client, scope) => client.listClusterGroups(scope),
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
    allowServiceToken: true,
    params: uidParams,
    query: scopeQuery,
    answer: answers.clusterGroup,
    async handle({ reader, params, query: { projectUid } }) {
      const group = await reader.one(
        'cluster-group',
        [params.uid, projectUid],
        shared => shared.client().getClusterGroup(params.uid, projectUid),
      );
      if (isGone(group)) {
        throw new NotFoundError('The cluster group was deleted');
      }
      return toClusterGroup(group);
    },
  }),
];
