import { spectroCloudClusterViewInfoPermission } from '@terasky/backstage-plugin-spectrocloud-common';
import { getCluster } from '../../queries/getCluster';
import { listClusters } from '../../queries/listClusters';
import { defineRoute } from '../route';
import { scopeQuery, uidParams } from '../schemas';

const clusters = defineRoute({
  method: 'get',
  path: '/clusters',
  operation: 'listClusters',
  summary: 'The clusters that the caller may see, without virtual ones',
  permissions: [spectroCloudClusterViewInfoPermission],
  allowServiceToken: true,
  query: scopeQuery,
  async handle({ reader, query }) {
    return {
      clusters: await listClusters(reader, {
        kind: 'host',
        projectUid: query.projectUid,
      }),
    };
  },
});

const cluster = defineRoute({
  method: 'get',
  path: '/clusters/:uid',
  operation: 'getCluster',
  summary: 'One cluster',
  permissions: [spectroCloudClusterViewInfoPermission],
  allowServiceToken: true,
  params: uidParams,
  query: scopeQuery,
  async handle({ reader, params, query }) {
    return getCluster(reader, params.uid, query.projectUid);
  },
});

export const clusterRoutes = [clusters, cluster];
