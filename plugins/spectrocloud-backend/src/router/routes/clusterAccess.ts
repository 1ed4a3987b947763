import {
  spectroCloudClusterViewImportManifestPermission,
  spectroCloudClusterViewInfoPermission,
  spectroCloudPeopleViewInfoPermission,
} from '@terasky/backstage-plugin-spectrocloud-common';
import {
  clusterImportManifestSchema,
  clusterNamespaceSchema,
  clusterRoleBindingSchema,
} from '@terasky/backstage-plugin-spectrocloud-common/schemas';
import { z } from 'zod';
import { listNamespaces, listRoleBindings } from '../../queries/clusterAccess';
import { getImportManifest } from '../../queries/getImportManifest';
import { defineRoute } from '../route';
import { scopeQuery, uidParams } from '../schemas';

/** Who may do what where in a cluster, and what lets it join Palette. */
export const clusterAccessRoutes = [
  defineRoute({
    method: 'get',
    path: '/clusters/:uid/namespaces',
    operation: 'listClusterNamespaces',
    summary: 'The namespaces that Palette sets up in a cluster',
    permissions: [spectroCloudClusterViewInfoPermission],
    allowServiceToken: true,
    params: uidParams,
    query: scopeQuery,
    answer: z.object({ namespaces: z.array(clusterNamespaceSchema) }),
    handle: async ({ reader, params, query }) => ({
      namespaces: await listNamespaces(reader, params.uid, query.projectUid),
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/clusters/:uid/rolebindings',
    operation: 'listClusterRoleBindings',
    summary: `Who has which role where in a cluster, as Palette sets it up there; other users' names only with ${spectroCloudPeopleViewInfoPermission.name}`,
    permissions: [spectroCloudClusterViewInfoPermission],
    considers: [spectroCloudPeopleViewInfoPermission],
    allowServiceToken: true,
    params: uidParams,
    query: scopeQuery,
    answer: z.object({ roleBindings: z.array(clusterRoleBindingSchema) }),
    handle: async ({ reader, params, query, rights }) => ({
      roleBindings: await listRoleBindings(reader, params.uid, {
        seesPeople: rights.allows(spectroCloudPeopleViewInfoPermission),
        projectUid: query.projectUid,
      }),
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/clusters/:uid/importmanifest',
    operation: 'getClusterImportManifest',
    summary:
      'What lets a cluster that is being imported join Palette: a secret',
    permissions: [spectroCloudClusterViewImportManifestPermission],
    // Whoever holds it can join another cluster in this one's place.
    allowServiceToken: false,
    params: uidParams,
    query: scopeQuery,
    answer: clusterImportManifestSchema,
    handle: async ({ reader, auditor, request, params, query }) =>
      getImportManifest({
        reader,
        auditor,
        request,
        uid: params.uid,
        projectUid: query.projectUid,
      }),
  }),
];
