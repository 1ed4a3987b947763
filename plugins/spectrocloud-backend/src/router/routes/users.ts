import {
  spectroCloudClusterCreatePermission,
  spectroCloudClusterViewInfoPermission,
  spectroCloudProfileViewInfoPermission,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { toSshKey } from '../../mapping/infrastructure';
import { describeMe } from '../../queries/describeMe';
import { listMyProjects } from '../../queries/listMyProjects';
import { listProjects } from '../../queries/listProjects';
import { listVisible } from '../../queries/listVisible';
import * as answers from '../answers/users';
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
    answer: answers.user,
    handle: async ({ reader }) => describeMe(reader),
  }),
  defineRoute({
    method: 'get',
    path: '/users/me/projects',
    operation: 'listMyProjects',
    summary: `The caller's own projects and permissions`,
    permissions: anyReader,
    allowServiceToken: true,
    query: scopeQuery,
    answer: answers.userProjects,
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
    answer: answers.projects,
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
    answer: answers.sshKeys,
    async handle({ reader, query: { projectUid } }) {
      const keys = await listVisible(reader, {
        operation: 'ssh-keys',
        permission: 'sshKey.list',
        projectUid,
        read: (client, scope) => client.listSshKeys(scope),
      });
      return { sshKeys: keys.map(toSshKey) };
    },
  }),
];
