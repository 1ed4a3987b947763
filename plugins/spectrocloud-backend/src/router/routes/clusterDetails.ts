import {
  spectroCloudClusterDownloadKubeconfigPermission,
  spectroCloudClusterViewInfoPermission,
} from '@terasky/backstage-plugin-spectrocloud-common';
import {
  clusterBackupSchema,
  clusterCertificateSchema,
  clusterCostSchema,
  clusterMetricSchema,
  clusterOidcSchema,
  clusterRepaveSchema,
  clusterScanSchema,
  clusterWorkloadSchema,
  nodePoolSchema,
  profileUpdateSchema,
} from '@terasky/backstage-plugin-spectrocloud-common/schemas';
import { z } from 'zod';
import { toClusterOidc, toWorkloads } from '../../mapping/clusterDetails';
import {
  toBackup,
  toCertificates,
  toProfileUpdate,
  toRepave,
} from '../../mapping/clusterUpkeep';
import { toScans } from '../../mapping/clusterScans';
import {
  fetchBackup,
  fetchCertificates,
  fetchClusterOidc,
  fetchProfileUpdates,
  fetchRepave,
  fetchWorkloads,
} from '../../palette/endpoints/clusterDetails';
import { fetchScans } from '../../palette/endpoints/clusterScans';
import { getCost, listMetrics } from '../../queries/clusterUsage';
import { listNodePools } from '../../queries/listNodePools';
import {
  type ClusterPart,
  readClusterPart,
} from '../../queries/readClusterPart';
import { defineRoute, type Route } from '../route';
import { metricsQuery, scopeQuery, uidParams } from '../schemas';

const permissions = [spectroCloudClusterViewInfoPermission];

/** A route to what Palette tells of a cluster in one call. */
function partRoute<V1, T>(
  {
    path,
    ...route
  }: Pick<Route, 'path' | 'operation' | 'summary' | 'answer'> &
    Partial<Pick<Route, 'permissions' | 'allowServiceToken'>>,
  part: Omit<ClusterPart<V1, T>, 'operation'>,
) {
  return defineRoute({
    method: 'get',
    path: `/clusters/:uid/${path}`,
    permissions,
    allowServiceToken: true,
    params: uidParams,
    query: scopeQuery,
    ...route,
    handle: async ({ reader, params, query }) =>
      readClusterPart(
        reader,
        { operation: `cluster-${path}`, ...part },
        params.uid,
        query.projectUid,
      ),
  });
}

/** What the tabs of a cluster show, each when it is opened. */
export const clusterDetailRoutes = [
  defineRoute({
    method: 'get',
    path: '/clusters/:uid/nodepools',
    operation: 'listClusterNodePools',
    summary: 'The node pools of a cluster with their machines',
    permissions,
    allowServiceToken: true,
    params: uidParams,
    query: scopeQuery,
    answer: z.object({ nodePools: z.array(nodePoolSchema) }),
    handle: async ({ reader, params, query }) => ({
      nodePools: await listNodePools(reader, params.uid, query.projectUid),
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/clusters/:uid/metrics',
    operation: 'listClusterMetrics',
    summary: 'How much a cluster used over the last hours',
    permissions,
    allowServiceToken: true,
    params: uidParams,
    query: metricsQuery,
    answer: z.object({ metrics: z.array(clusterMetricSchema) }),
    handle: async ({ reader, params, query: { hours, projectUid } }) => ({
      metrics: await listMetrics(reader, params.uid, hours, projectUid),
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/clusters/:uid/cost',
    operation: 'getClusterCost',
    summary: 'What a cluster cost in the last month, day by day',
    permissions,
    allowServiceToken: true,
    params: uidParams,
    query: scopeQuery,
    answer: clusterCostSchema,
    handle: async ({ reader, params, query }) =>
      getCost(reader, params.uid, query.projectUid),
  }),
  partRoute(
    {
      path: 'workloads',
      operation: 'listClusterWorkloads',
      summary: 'What runs on a cluster, as its agent reported it',
      answer: z.object({ workloads: z.array(clusterWorkloadSchema) }),
    },
    {
      fetch: fetchWorkloads,
      map: answer => ({ workloads: toWorkloads(answer) }),
    },
  ),
  partRoute(
    {
      path: 'oidc',
      operation: 'getClusterOidc',
      summary: 'The OpenID provider that a cluster trusts, without any secret',
      permissions: [spectroCloudClusterDownloadKubeconfigPermission],
      // As of the kubeconfig that it takes the place of.
      allowServiceToken: false,
      answer: clusterOidcSchema,
    },
    { fetch: fetchClusterOidc, map: toClusterOidc },
  ),
  partRoute(
    {
      path: 'repave',
      operation: 'getClusterRepave',
      summary: 'Whether nodes of a cluster have to be replaced, and why',
      answer: clusterRepaveSchema,
    },
    { fetch: fetchRepave, map: toRepave },
  ),
  partRoute(
    {
      path: 'certificates',
      operation: 'listClusterCertificates',
      summary: 'The certificates of the control plane, and when they lapse',
      answer: z.object({ certificates: z.array(clusterCertificateSchema) }),
    },
    {
      fetch: fetchCertificates,
      map: machines => ({ certificates: machines.flatMap(toCertificates) }),
    },
  ),
  partRoute(
    {
      path: 'updates',
      operation: 'listProfileUpdates',
      summary: 'The profiles of a cluster with newer packs to apply',
      answer: z.object({ updates: z.array(profileUpdateSchema) }),
    },
    {
      fetch: fetchProfileUpdates,
      map: profiles => ({ updates: profiles.map(toProfileUpdate) }),
    },
  ),
  partRoute(
    {
      path: 'backup',
      operation: 'getClusterBackup',
      summary: 'How a cluster is backed up',
      answer: clusterBackupSchema,
    },
    { fetch: fetchBackup, map: toBackup },
  ),
  partRoute(
    {
      path: 'scans',
      operation: 'listClusterScans',
      summary: 'The compliance scans of a cluster, and how they went',
      answer: z.object({ scans: z.array(clusterScanSchema) }),
    },
    { fetch: fetchScans, map: answer => ({ scans: toScans(answer) }) },
  ),
];
