import { spectroCloudPeopleViewInfoPermission } from '@terasky/backstage-plugin-spectrocloud-common';
import {
  paletteTeamSchema,
  paletteUserSchema,
} from '@terasky/backstage-plugin-spectrocloud-common/schemas';
import { z } from 'zod';
import { getUser, listTeams, listUsers } from '../../queries/people';
import { defineRoute } from '../route';
import { scopeQuery, uidParams } from '../schemas';

const permissions = [spectroCloudPeopleViewInfoPermission];

export const peopleRoutes = [
  defineRoute({
    method: 'get',
    path: '/users',
    operation: 'listUsers',
    summary: `The tenant's users with their teams, never with an activation link`,
    permissions,
    allowServiceToken: true,
    query: scopeQuery,
    answer: z.object({ users: z.array(paletteUserSchema) }),
    handle: async ({ reader }) => ({ users: await listUsers(reader) }),
  }),
  defineRoute({
    method: 'get',
    path: '/users/:uid',
    operation: 'getUser',
    summary: 'One of the users',
    permissions,
    allowServiceToken: true,
    params: uidParams,
    query: scopeQuery,
    answer: paletteUserSchema,
    handle: async ({ reader, params }) => getUser(reader, params.uid),
  }),
  defineRoute({
    method: 'get',
    path: '/teams',
    operation: 'listTeams',
    summary: `The tenant's teams and who is in them`,
    permissions,
    allowServiceToken: true,
    query: scopeQuery,
    answer: z.object({ teams: z.array(paletteTeamSchema) }),
    handle: async ({ reader }) => ({ teams: await listTeams(reader) }),
  }),
];
