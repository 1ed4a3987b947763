import { spectroCloudClusterDownloadLogsPermission } from '@terasky/backstage-plugin-spectrocloud-common';
import {
  clusterLogsOrderSchema,
  clusterLogsProgressSchema,
  orderedClusterLogsSchema,
} from '@terasky/backstage-plugin-spectrocloud-common/schemas';
import { z } from 'zod';
import { orderLogs, readLogsProgress } from '../../queries/clusterLogs';
import { defineRoute } from '../route';
import { scopeQuery, uid, uidParams } from '../schemas';
import { sendClusterLogs } from '../sendClusterLogs';

const orderParams = z.object({ uid, orderUid: uid });

/** Logs may hold secrets: none of these is for service principals. */
export const clusterLogRoutes = [
  defineRoute({
    method: 'post',
    path: '/clusters/:uid/logs',
    operation: 'orderClusterLogs',
    summary: 'Has Palette collect the logs of a cluster; never retried',
    permissions: [spectroCloudClusterDownloadLogsPermission],
    allowServiceToken: false,
    params: uidParams,
    query: scopeQuery,
    body: clusterLogsOrderSchema,
    status: 202,
    answer: orderedClusterLogsSchema,
    handle: async ({ params, query, body, ...context }) =>
      orderLogs(
        { ...context, uid: params.uid, projectUid: query.projectUid },
        body,
      ),
  }),
  defineRoute({
    method: 'get',
    path: '/clusters/:uid/logs/:orderUid',
    operation: 'getClusterLogsProgress',
    summary: 'How far Palette is with the logs that were asked for',
    permissions: [spectroCloudClusterDownloadLogsPermission],
    allowServiceToken: false,
    params: orderParams,
    query: scopeQuery,
    answer: clusterLogsProgressSchema,
    handle: async ({ reader, params, query }) =>
      readLogsProgress(
        { reader, uid: params.uid, projectUid: query.projectUid },
        params.orderUid,
      ),
  }),
  defineRoute({
    method: 'get',
    path: '/clusters/:uid/logs/:orderUid/download',
    operation: 'downloadClusterLogs',
    summary: 'The collected logs of a cluster as a file',
    permissions: [spectroCloudClusterDownloadLogsPermission],
    allowServiceToken: false,
    params: orderParams,
    query: scopeQuery,
    answer: { contentType: 'application/octet-stream' },
    async handle({ reader, params, query, auditor, request, response }) {
      await sendClusterLogs({
        reader,
        auditor,
        request,
        response,
        uid: params.uid,
        orderUid: params.orderUid,
        projectUid: query.projectUid,
      });
    },
  }),
];
