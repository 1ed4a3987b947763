import {
  type SpectroCloudUser,
  spectroCloudClusterViewInfoPermission,
  spectroCloudProfileViewInfoPermission,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { getMe } from '../../queries/getMe';
import { listProjects } from '../../queries/listProjects';
import { defineRoute } from '../route';
import { scopeQuery } from '../schemas';

const permissions = [
  spectroCloudClusterViewInfoPermission,
  spectroCloudProfileViewInfoPermission,
];

const usersMe = defineRoute({
  method: 'get',
  path: '/users/me',
  operation: 'getMe',
  summary: 'Who the caller is at Palette',
  permissions,
  allowServiceToken: true,
  query: scopeQuery,
  async handle({ reader }): Promise<SpectroCloudUser> {
    const me = await getMe(reader);
    const { caller } = reader;
    return {
      instance: caller.instance.name,
      name: me.name ?? me.email ?? me.userUid,
      email: me.email,
      userUid: me.userUid,
      tenantUid: me.tenantUid,
      tenantName: me.tenantName,
      tenantPermissions: me.tenantPermissions,
      projectPermissions: me.projectPermissions,
      session: {
        environment: caller.instance.authEnvironment,
        expiresAt: caller.session.expiresAt?.toISOString(),
      },
    };
  },
});

const projects = defineRoute({
  method: 'get',
  path: '/projects',
  operation: 'listProjects',
  summary: 'The projects that the caller may see',
  permissions,
  allowServiceToken: true,
  query: scopeQuery,
  async handle({ reader }) {
    return { projects: await listProjects(reader) };
  },
});

export const userRoutes = [usersMe, projects];
