import { spectroCloudClusterCreatePermission } from '@terasky/backstage-plugin-spectrocloud-common';
import {
  cloudAccountSchema,
  ipPoolSchema,
  overlordSchema,
  vsphereComputeClusterResourcesSchema,
  vsphereDatacenterSchema,
} from '@terasky/backstage-plugin-spectrocloud-common/schemas';
import { z } from 'zod';
import {
  toIpPool,
  toOverlord,
  toVsphereDatacenter,
  toVsphereResources,
} from '../../mapping/infrastructure';
import {
  fetchIpPools,
  fetchOverlords,
  fetchVsphereDatacenters,
  fetchVsphereResources,
} from '../../palette/endpoints/infrastructure';
import {
  getCloudAccount,
  listCloudAccounts,
} from '../../queries/cloudAccounts';
import { listVisible } from '../../queries/listVisible';
import { defineRoute } from '../route';
import {
  cloudAccountParams,
  cloudParams,
  computeClusterQuery,
  scopeQuery,
  uidParams,
} from '../schemas';

/** All of this is what a form for new clusters offers. */
const permissions = [spectroCloudClusterCreatePermission];

export const infrastructureRoutes = [
  defineRoute({
    method: 'get',
    path: '/cloudaccounts/vsphere/:uid/metadata',
    operation: 'listVsphereDatacenters',
    summary: 'Data centres that a vSphere account can place clusters in',
    permissions,
    allowServiceToken: true,
    params: uidParams,
    query: scopeQuery,
    answer: z.object({ datacenters: z.array(vsphereDatacenterSchema) }),
    async handle({ reader, params, query: { projectUid } }) {
      const found = await reader.list(
        'vsphere-datacenters',
        [params.uid, projectUid],
        shared =>
          fetchVsphereDatacenters(shared.client, params.uid, projectUid),
      );
      return { datacenters: found.map(toVsphereDatacenter) };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/cloudaccounts/vsphere/:uid/computecluster/resources',
    operation: 'getVsphereResources',
    summary: 'What a vSphere compute cluster offers',
    permissions,
    allowServiceToken: true,
    params: uidParams,
    query: computeClusterQuery,
    answer: vsphereComputeClusterResourcesSchema,
    async handle({ reader, params, query }) {
      const { projectUid, datacenter, computecluster } = query;
      const place = { datacenter, computecluster };
      const resources = await reader.list(
        'vsphere-resources',
        [params.uid, datacenter, computecluster, projectUid],
        shared =>
          fetchVsphereResources(shared.client, params.uid, place, projectUid),
      );
      return toVsphereResources(resources);
    },
  }),
  defineRoute({
    method: 'get',
    path: '/cloudaccounts/:cloudType',
    operation: 'listCloudAccounts',
    summary: 'Cloud accounts of a cloud, never their credentials',
    permissions,
    allowServiceToken: true,
    params: cloudParams,
    query: scopeQuery,
    answer: z.object({ accounts: z.array(cloudAccountSchema) }),
    handle: async ({ reader, params, query }) => ({
      accounts: await listCloudAccounts(
        reader,
        params.cloudType,
        query.projectUid,
      ),
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/cloudaccounts/:cloudType/:uid',
    operation: 'getCloudAccount',
    summary: 'One cloud account, never its credentials',
    permissions,
    allowServiceToken: true,
    params: cloudAccountParams,
    query: scopeQuery,
    answer: cloudAccountSchema,
    handle: async ({ reader, params, query }) =>
      getCloudAccount(reader, params.cloudType, params.uid, query.projectUid),
  }),
  defineRoute({
    method: 'get',
    path: '/overlords',
    operation: 'listOverlords',
    summary: 'Private cloud gateways',
    permissions,
    allowServiceToken: true,
    query: scopeQuery,
    answer: z.object({ overlords: z.array(overlordSchema) }),
    async handle({ reader, query: { projectUid } }) {
      const overlords = await listVisible(reader, {
        operation: 'overlords',
        permission: 'privateGateway.list',
        projectUid,
        read: fetchOverlords,
      });
      return { overlords: overlords.map(toOverlord) };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/overlords/vsphere/:uid/pools',
    operation: 'listIpPools',
    summary: 'Address pools of a vSphere gateway',
    permissions,
    allowServiceToken: true,
    params: uidParams,
    query: scopeQuery,
    answer: z.object({ pools: z.array(ipPoolSchema) }),
    async handle({ reader, params, query: { projectUid } }) {
      const pools = await reader.list(
        'ip-pools',
        [params.uid, projectUid],
        shared => fetchIpPools(shared.client, params.uid, projectUid),
      );
      return { pools: pools.map(toIpPool) };
    },
  }),
];
