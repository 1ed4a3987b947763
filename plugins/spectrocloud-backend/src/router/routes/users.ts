import {
  spectroCloudClusterCreatePermission,
  spectroCloudClusterViewInfoPermission,
  spectroCloudProfileViewInfoPermission,
} from '@terasky/backstage-plugin-spectrocloud-common';
import {
  paletteVisibilitySchema,
  projectSchema,
  spectroCloudUserSchema,
  sshKeySchema,
  userProjectSchema,
} from '@terasky/backstage-plugin-spectrocloud-common/schemas';
import { z } from 'zod';
import { toSshKey } from '../../mapping/infrastructure';
import { fetchSshKeys } from '../../palette/endpoints/users';
import { describeMe } from '../../queries/describeMe';
import { describeVisibility } from '../../queries/describeVisibility';
import { listMyProjects } from '../../queries/listMyProjects';
import { listProjects } from '../../queries/listProjects';
import { listVisible } from '../../queries/listVisible';
import { defineRoute } from '../route';
import { scopeQuery } from '../schemas';

/** Whoever may see anything may know who they are and which projects there are. */
const anyReader = [
  spectroCloudClusterViewInfoPermission,
  spectroCloudProfileViewInfoPermission,
];

export const userRoutes = [
  defineRoute({
    method: 'get',
    path: '/users/me',
    operation: 'getMe',
    summary: 'Who the caller is at Palette, never with a token',
    permissions: anyReader,
    allowServiceToken: true,
    query: scopeQuery,
    answer: spectroCloudUserSchema,
    handle: async ({ reader }) => describeMe(reader),
  }),
  defineRoute({
    method: 'get',
    path: '/users/me/visibility',
    operation: 'getMyVisibility',
    summary: 'The uids of what the caller may see at Palette',
    permissions: anyReader,
    allowServiceToken: false,
    query: scopeQuery,
    answer: paletteVisibilitySchema,
    handle: async ({ reader }) => describeVisibility(reader),
  }),
  defineRoute({
    method: 'get',
    path: '/users/me/projects',
    operation: 'listMyProjects',
    summary: `The caller's own projects and permissions`,
    permissions: anyReader,
    allowServiceToken: true,
    query: scopeQuery,
    answer: z.object({ projects: z.array(userProjectSchema) }),
    handle: async ({ reader }) => ({ projects: await listMyProjects(reader) }),
  }),
  defineRoute({
    method: 'get',
    path: '/projects',
    operation: 'listProjects',
    summary: 'The projects that the caller may see',
    permissions: anyReader,
    allowServiceToken: true,
    query: scopeQuery,
    answer: z.object({ projects: z.array(projectSchema) }),
    handle: async ({ reader }) => ({ projects: await listProjects(reader) }),
  }),
  defineRoute({
    method: 'get',
    path: '/users/sshkeys',
    operation: 'listSshKeys',
    summary: 'Public SSH keys for the nodes of new clusters',
    permissions: [spectroCloudClusterCreatePermission],
    allowServiceToken: true,
    query: scopeQuery,
    answer: z.object({ sshKeys: z.array(sshKeySchema) }),
    async handle({ reader, query: { projectUid } }) {
      const keys = await listVisible(reader, {
        operation: 'ssh-keys',
        permission: 'sshKey.list',
        projectUid,
        read: fetchSshKeys,
      });
      return { sshKeys: keys.map(toSshKey) };
    },
  }),
];
