import { spectroCloudProfileViewInfoPermission } from '@terasky/backstage-plugin-spectrocloud-common';
import {
  clusterProfileSchema,
  profilePackSchema,
  profileSearchSchema,
  profileVariableSchema,
} from '@terasky/backstage-plugin-spectrocloud-common/schemas';
import { z } from 'zod';
import {
  getProfile,
  listProfilePacks,
  listProfileVariables,
  searchProfiles,
} from '../../queries/profiles';
import { profilePermissions, profileRights } from '../profileRights';
import { defineRoute } from '../route';
import { scopeQuery, uidParams } from '../schemas';

const permissions = [spectroCloudProfileViewInfoPermission];

export const profileRoutes = [
  defineRoute({
    method: 'post',
    path: '/profiles/search',
    operation: 'searchProfiles',
    summary: 'Profiles that match, of a project or of the tenant',
    permissions,
    considers: profilePermissions,
    allowServiceToken: true,
    query: scopeQuery,
    body: profileSearchSchema.default({}),
    answer: z.object({ profiles: z.array(clusterProfileSchema) }),
    handle: async ({ reader, query, body, rights }) => ({
      profiles: await searchProfiles(
        reader,
        body,
        profileRights(rights),
        query.projectUid,
      ),
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/projects/:uid/profiles',
    operation: 'listProjectProfiles',
    summary: 'The profiles that can be used in a project',
    permissions,
    considers: profilePermissions,
    allowServiceToken: true,
    params: uidParams,
    query: scopeQuery,
    answer: z.object({ profiles: z.array(clusterProfileSchema) }),
    handle: async ({ reader, params, rights }) => ({
      profiles: await searchProfiles(
        reader,
        {},
        profileRights(rights),
        params.uid,
      ),
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/profiles/:uid',
    operation: 'getProfile',
    summary: 'One profile',
    permissions,
    considers: profilePermissions,
    allowServiceToken: true,
    params: uidParams,
    query: scopeQuery,
    answer: clusterProfileSchema,
    handle: async ({ reader, params, query, rights }) =>
      getProfile(reader, params.uid, profileRights(rights), query.projectUid),
  }),
  defineRoute({
    method: 'get',
    path: '/profiles/:uid/packs',
    operation: 'listProfilePacks',
    summary: `A profile's packs`,
    permissions,
    considers: profilePermissions,
    allowServiceToken: true,
    params: uidParams,
    query: scopeQuery,
    answer: z.object({ packs: z.array(profilePackSchema) }),
    handle: async ({ reader, params, query, rights }) => ({
      packs: await listProfilePacks(
        reader,
        params.uid,
        profileRights(rights),
        query.projectUid,
      ),
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/profiles/:uid/variables',
    operation: 'listProfileVariables',
    summary: 'What a profile asks for at cluster creation',
    permissions,
    allowServiceToken: true,
    params: uidParams,
    query: scopeQuery,
    answer: z.object({ variables: z.array(profileVariableSchema) }),
    handle: async ({ reader, params, query }) => ({
      variables: await listProfileVariables(
        reader,
        params.uid,
        query.projectUid,
      ),
    }),
  }),
];
