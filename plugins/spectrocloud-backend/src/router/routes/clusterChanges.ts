import {
  spectroCloudClusterApproveRepavePermission,
  spectroCloudClusterDeletePermission,
  spectroCloudClusterForceDeletePermission,
  spectroCloudClusterUpdatePermission,
  spectroCloudClusterUpdateProfilesPermission,
} from '@terasky/backstage-plugin-spectrocloud-common';
import {
  changeReasonSchema,
  clusterChangeSchema,
  clusterDeletionSchema,
  clusterLifecycleChangeSchema,
  clusterMetadataChangeSchema,
  clusterProfileRemovalSchema,
  clusterProfilesChangeSchema,
  clusterProfilesCheckSchema,
  clusterProfileVariablesSchema,
  clusterVariablesChangeSchema,
  forcedClusterDeletionSchema,
  nodePoolResizeSchema,
  profilesValidationSchema,
} from '@terasky/backstage-plugin-spectrocloud-common/schemas';
import { z } from 'zod';
import { toClusterVariables } from '../../mapping/clusterChanges';
import { fetchClusterVariables } from '../../palette/endpoints/clusterChanges';
import type { ChangeRequest } from '../../queries/changeCluster';
import {
  changeProfiles,
  changeVariables,
  validateProfiles,
} from '../../queries/changeProfiles';
import {
  approveRepave,
  changeLifecycle,
  changeMetadata,
} from '../../queries/changeState';
import { deleteCluster } from '../../queries/deleteCluster';
import { removeProfile } from '../../queries/removeProfile';
import { resizePool } from '../../queries/resizePool';
import { readClusterPart } from '../../queries/readClusterPart';
import { defineRoute, type Route } from '../route';
import { scopeQuery, uidParams } from '../schemas';

/** A route to a change that Palette begins, and goes on with after its answer. */
function changeRoute<TBody>(
  route: Pick<Route, 'path' | 'operation' | 'summary' | 'permissions'>,
  body: z.ZodType<TBody>,
  change: (request: ChangeRequest, body: TBody) => Promise<unknown>,
) {
  return defineRoute({
    ...route,
    method: 'post',
    // What is changed is always changed by somebody.
    allowServiceToken: false,
    params: uidParams,
    query: scopeQuery,
    body,
    status: 202,
    answer: clusterChangeSchema,
    handle: async ({ params, query, ...context }) =>
      change(
        { ...context, uid: params.uid, projectUid: query.projectUid },
        context.body,
      ),
  });
}

/** What is done to clusters that are there, virtual ones among them. */
export const clusterChangeRoutes = [
  changeRoute(
    {
      path: '/clusters/:uid/delete',
      operation: 'deleteCluster',
      summary: 'Deletes a cluster, whose name has to be given; never retried',
      permissions: [spectroCloudClusterDeletePermission],
    },
    clusterDeletionSchema,
    async (request, body) => deleteCluster(request, { ...body, force: false }),
  ),
  changeRoute(
    {
      path: '/clusters/:uid/force-delete',
      operation: 'forceDeleteCluster',
      summary:
        'Deletes a cluster by force, which may leave its machines in their cloud; never retried',
      permissions: [spectroCloudClusterForceDeletePermission],
    },
    forcedClusterDeletionSchema,
    async (request, body) => deleteCluster(request, { ...body, force: true }),
  ),
  changeRoute(
    {
      path: '/clusters/:uid/profiles',
      operation: 'changeClusterProfiles',
      summary:
        'Attaches profiles to a cluster, brings attached ones up to date or puts others in their place; never retried',
      permissions: [spectroCloudClusterUpdateProfilesPermission],
    },
    clusterProfilesChangeSchema,
    changeProfiles,
  ),
  defineRoute({
    method: 'post',
    path: '/clusters/:uid/profiles/validate',
    operation: 'validateClusterProfiles',
    summary:
      'What such a change of profiles would do: what Palette does not accept, and whether nodes are replaced',
    permissions: [spectroCloudClusterUpdateProfilesPermission],
    allowServiceToken: false,
    params: uidParams,
    query: scopeQuery,
    body: clusterProfilesCheckSchema,
    answer: profilesValidationSchema,
    handle: async ({ reader, params, query, body }) =>
      validateProfiles(reader, params.uid, body.profiles, query.projectUid),
  }),
  changeRoute(
    {
      path: '/clusters/:uid/profiles/remove',
      operation: 'removeClusterProfile',
      summary:
        'Takes a profile, whose name has to be given, away from a cluster; never retried',
      permissions: [spectroCloudClusterUpdateProfilesPermission],
    },
    clusterProfileRemovalSchema,
    removeProfile,
  ),
  defineRoute({
    method: 'get',
    path: '/clusters/:uid/variables',
    operation: 'listClusterVariables',
    summary:
      'The variables of a cluster’s profiles with its values, without any secret',
    permissions: [spectroCloudClusterUpdateProfilesPermission],
    allowServiceToken: false,
    params: uidParams,
    query: scopeQuery,
    answer: z.object({ profiles: z.array(clusterProfileVariablesSchema) }),
    handle: async ({ reader, params, query }) =>
      readClusterPart(
        reader,
        {
          operation: 'cluster-variables',
          fetch: fetchClusterVariables,
          map: profiles => ({ profiles: profiles.map(toClusterVariables) }),
        },
        params.uid,
        query.projectUid,
      ),
  }),
  changeRoute(
    {
      path: '/clusters/:uid/variables',
      operation: 'changeClusterVariables',
      summary:
        'Gives variables of a cluster’s profiles other values; never retried',
      permissions: [spectroCloudClusterUpdateProfilesPermission],
    },
    clusterVariablesChangeSchema,
    changeVariables,
  ),
  changeRoute(
    {
      path: '/clusters/:uid/repave/approve',
      operation: 'approveClusterRepave',
      summary:
        'Lets Palette replace the nodes of a cluster that it waits with; never retried',
      permissions: [spectroCloudClusterApproveRepavePermission],
    },
    changeReasonSchema,
    approveRepave,
  ),
  changeRoute(
    {
      path: '/clusters/:uid/lifecycle',
      operation: 'changeClusterLifecycle',
      summary: 'Pauses or resumes a virtual cluster; never retried',
      permissions: [spectroCloudClusterUpdatePermission],
    },
    clusterLifecycleChangeSchema,
    changeLifecycle,
  ),
  changeRoute(
    {
      path: '/clusters/:uid/nodepools',
      operation: 'resizeNodePool',
      summary: 'Gives a node pool of a cluster another size; never retried',
      permissions: [spectroCloudClusterUpdatePermission],
    },
    nodePoolResizeSchema,
    resizePool,
  ),
  changeRoute(
    {
      path: '/clusters/:uid/metadata',
      operation: 'changeClusterMetadata',
      summary: 'Renames a cluster, or gives it other tags; never retried',
      permissions: [spectroCloudClusterUpdatePermission],
    },
    clusterMetadataChangeSchema,
    changeMetadata,
  ),
];
