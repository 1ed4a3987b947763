import { spectroCloudClusterViewInfoPermission } from '@terasky/backstage-plugin-spectrocloud-common';
import { kubernetesClusterSchema } from '@terasky/backstage-plugin-spectrocloud-common/schemas';
import { z } from 'zod';
import {
  listKubernetesClusters,
  rereadKubernetesCluster,
} from '../../kubernetes/listKubernetesClusters';
import { defineRoute } from '../route';
import { scopeQuery, uidParams } from '../schemas';

const permissions = [spectroCloudClusterViewInfoPermission];

export const kubernetesRoutes = [
  defineRoute({
    method: 'get',
    path: '/kubernetes/clusters',
    operation: 'listKubernetesClusters',
    summary:
      'The clusters that the caller may see, with endpoint, CA and OIDC client of their Kubernetes API',
    permissions,
    // Whoever signs in at a cluster is a user.
    allowServiceToken: false,
    query: scopeQuery,
    answer: z.object({ clusters: z.array(kubernetesClusterSchema) }),
    handle: async ({ reader, kubernetes, query: { projectUid } }) => ({
      clusters: await listKubernetesClusters(reader, kubernetes, {
        projectUid,
      }),
    }),
  }),
  defineRoute({
    method: 'post',
    path: '/kubernetes/clusters/:uid/reread',
    operation: 'rereadKubernetesCluster',
    summary:
      'Reads anew, once a minute at most and behind the answer, how a cluster’s Kubernetes API is reached',
    permissions,
    allowServiceToken: false,
    params: uidParams,
    query: scopeQuery,
    answer: kubernetesClusterSchema,
    handle: async ({ reader, kubernetes, params: { uid }, query }) =>
      rereadKubernetesCluster(reader, kubernetes, {
        uid,
        projectUid: query.projectUid,
      }),
  }),
];
