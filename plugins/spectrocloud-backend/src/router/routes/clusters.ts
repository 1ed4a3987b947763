import {
  spectroCloudClusterViewInfoPermission,
  spectroCloudClusterViewPackManifestsPermission,
} from '@terasky/backstage-plugin-spectrocloud-common';
import {
  clusterEventSchema,
  clusterMetaSchema,
  clusterProfileOfClusterSchema,
  clusterSchema,
  clusterStateSchema,
  clusterSummarySchema,
  packManifestSchema,
} from '@terasky/backstage-plugin-spectrocloud-common/schemas';
import { z } from 'zod';
import { streamPackManifest } from '../../palette/endpoints/clusters';
import { answerCluster } from '../../queries/getCluster';
import { getClusterState } from '../../queries/getClusterState';
import { listClusterEvents } from '../../queries/listClusterEvents';
import { listClusterMeta } from '../../queries/listClusterMeta';
import { listClusters } from '../../queries/listClusters';
import { locateCluster } from '../../queries/locateCluster';
import { listClusterProfiles } from '../../queries/profiles';
import { profilePermissions, profileRights } from '../profileRights';
import { defineRoute } from '../route';
import { scopeQuery, uid, uidParams } from '../schemas';
import { streamJson } from '../streamJson';

const MAX_MANIFEST_BYTES = 8 * 1024 * 1024;
const permissions = [spectroCloudClusterViewInfoPermission];

export const clusterRoutes = [
  defineRoute({
    method: 'get',
    path: '/clusters',
    operation: 'listClusters',
    summary: 'The clusters that the caller may see, without virtual ones',
    permissions,
    allowServiceToken: true,
    query: scopeQuery,
    answer: z.object({ clusters: z.array(clusterSummarySchema) }),
    async handle({ reader, query: { projectUid } }) {
      const list = await listClusters(reader, { projectUid });
      return list.answer('host', clusters => ({ clusters }));
    },
  }),
  defineRoute({
    method: 'get',
    // Before `/clusters/:uid`; no uid of Palette's is a word.
    path: '/clusters/meta',
    operation: 'listClusterMeta',
    summary: 'Region and type of the clusters that the caller may see',
    permissions,
    allowServiceToken: true,
    query: scopeQuery,
    answer: z.object({ clusters: z.array(clusterMetaSchema) }),
    handle: async ({ reader, query: { projectUid } }) => ({
      clusters: await listClusterMeta(reader, { projectUid }),
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/clusters/:uid/state',
    operation: 'getClusterState',
    summary: 'How far Palette is with a cluster, host or virtual',
    permissions,
    allowServiceToken: true,
    params: uidParams,
    query: scopeQuery,
    answer: clusterStateSchema,
    handle: async ({ reader, params, query }) =>
      getClusterState(reader, params.uid, query.projectUid),
  }),
  defineRoute({
    method: 'get',
    path: '/clusters/:uid',
    operation: 'getCluster',
    summary: 'One cluster',
    permissions,
    allowServiceToken: true,
    params: uidParams,
    query: scopeQuery,
    answer: clusterSchema,
    handle: async ({ reader, params, query }) =>
      answerCluster(reader, params.uid, query.projectUid),
  }),
  defineRoute({
    method: 'get',
    path: '/clusters/:uid/events',
    operation: 'listClusterEvents',
    summary: 'The latest events of a cluster, newest first',
    permissions,
    allowServiceToken: true,
    params: uidParams,
    query: scopeQuery,
    answer: z.object({ events: z.array(clusterEventSchema) }),
    handle: async ({ reader, params, query }) => ({
      events: await listClusterEvents(reader, params.uid, query.projectUid),
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/clusters/:uid/profiles',
    operation: 'listClusterProfiles',
    summary: 'The profiles attached to a cluster, with their packs',
    permissions,
    considers: profilePermissions,
    allowServiceToken: true,
    params: uidParams,
    query: scopeQuery,
    answer: z.object({ profiles: z.array(clusterProfileOfClusterSchema) }),
    handle: async ({ reader, params, query, rights }) => ({
      profiles: await listClusterProfiles(
        reader,
        params.uid,
        profileRights(rights),
        query.projectUid,
      ),
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/clusters/:uid/pack/manifests/:manifestUid',
    operation: 'getPackManifest',
    summary: 'A manifest of a pack of a cluster',
    permissions: [spectroCloudClusterViewPackManifestsPermission],
    allowServiceToken: true,
    params: z.object({ uid, manifestUid: uid }),
    query: scopeQuery,
    answer: packManifestSchema,
    async handle({ reader, params, query, response }) {
      const projectUid = await locateCluster(
        reader,
        params.uid,
        query.projectUid,
      );
      const body = await streamPackManifest(
        reader.client,
        params.uid,
        params.manifestUid,
        projectUid,
      );
      await streamJson(body, response, MAX_MANIFEST_BYTES);
    },
  }),
];
