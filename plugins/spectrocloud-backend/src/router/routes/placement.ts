import { spectroCloudClusterCreatePermission } from '@terasky/backstage-plugin-spectrocloud-common';
import {
  clusterCreationSchema,
  clusterRateSchema,
  placementOptionSchema,
} from '@terasky/backstage-plugin-spectrocloud-common/schemas';
import { z } from 'zod';
import { estimateCluster, listPlacementOptions } from '../../queries/placement';
import { defineRoute } from '../route';
import { placementParams, placementQuery, projectQuery } from '../schemas';

const permissions = [spectroCloudClusterCreatePermission];

export const placementRoutes = [
  defineRoute({
    method: 'get',
    path: '/cloudaccounts/:cloudType/:uid/placement/:kind',
    operation: 'listPlacementOptions',
    summary:
      'What a cloud account offers for the placement of clusters and their machines',
    permissions,
    allowServiceToken: true,
    params: placementParams,
    query: placementQuery,
    answer: z.object({ options: z.array(placementOptionSchema) }),
    async handle({ reader, params, query }) {
      const { projectUid, region, cloudProject, subscription } = query;
      return {
        options: await listPlacementOptions(reader, {
          cloudType: params.cloudType,
          kind: params.kind,
          place: { accountUid: params.uid, region, cloudProject, subscription },
          projectUid,
        }),
      };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/clusters/rate',
    operation: 'estimateCluster',
    summary:
      'What a cluster to be created would cost an hour, by Palette’s estimate',
    permissions,
    allowServiceToken: false,
    query: projectQuery,
    body: clusterCreationSchema,
    answer: clusterRateSchema,
    handle: async ({ reader, query, body }) =>
      estimateCluster(reader, body, query.projectUid),
  }),
];
