import { spectroCloudClusterCreatePermission } from '@terasky/backstage-plugin-spectrocloud-common';
import {
  clusterCreationSchema,
  clusterValidationSchema,
  createdClusterSchema,
  virtualClusterCreationSchema,
} from '@terasky/backstage-plugin-spectrocloud-common/schemas';
import { createCluster, validateCluster } from '../../queries/createCluster';
import { defineRoute } from '../route';
import { projectQuery } from '../schemas';

const permissions = [spectroCloudClusterCreatePermission];

export const creationRoutes = [
  defineRoute({
    method: 'post',
    path: '/clusters',
    operation: 'createCluster',
    summary: 'Creates a cluster; never retried',
    permissions,
    allowServiceToken: false,
    query: projectQuery,
    body: clusterCreationSchema,
    status: 201,
    answer: createdClusterSchema,
    handle: async ({ query, body, ...context }) =>
      createCluster({
        ...context,
        creation: body,
        projectUid: query.projectUid,
      }),
  }),
  defineRoute({
    method: 'post',
    path: '/clusters/validate',
    operation: 'validateCluster',
    summary:
      'Asks Palette whether a cluster could be created; 422 with its findings when not',
    permissions,
    allowServiceToken: false,
    query: projectQuery,
    body: clusterCreationSchema,
    answer: clusterValidationSchema,
    handle: async ({ reader, query, body }) =>
      validateCluster({
        reader,
        creation: body,
        projectUid: query.projectUid,
      }),
  }),
  defineRoute({
    method: 'post',
    path: '/virtualclusters',
    operation: 'createVirtualCluster',
    summary: 'Creates a virtual cluster; never retried',
    permissions,
    allowServiceToken: false,
    query: projectQuery,
    body: virtualClusterCreationSchema,
    status: 201,
    answer: createdClusterSchema,
    handle: async ({ query, body, ...context }) =>
      createCluster({
        ...context,
        creation: { ...body, cloudType: 'virtual' },
        projectUid: query.projectUid,
      }),
  }),
];
