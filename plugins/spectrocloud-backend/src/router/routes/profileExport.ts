import {
  spectroCloudClusterViewPackManifestsPermission,
  spectroCloudClusterViewPackValuesPermission,
  spectroCloudProfileViewInfoPermission,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { profileExportFormatSchema } from '@terasky/backstage-plugin-spectrocloud-common/schemas';
import { defineRoute } from '../route';
import { scopeQuery, uidParams } from '../schemas';
import { sendProfileExport } from '../sendProfileExport';

/** All of them: Palette's file has everything in it, and can't be had without. */
const needed = [
  spectroCloudProfileViewInfoPermission,
  spectroCloudClusterViewPackValuesPermission,
  spectroCloudClusterViewPackManifestsPermission,
];

export const profileExportRoutes = [
  defineRoute({
    method: 'get',
    path: '/profiles/:uid/export',
    operation: 'exportProfile',
    summary: `A profile as a file with the values and manifests of its packs; needs ${needed.map(({ name }) => name).join(', ')}, all of them`,
    permissions: needed,
    // Values may be secrets.
    allowServiceToken: false,
    params: uidParams,
    query: scopeQuery.extend({
      format: profileExportFormatSchema.default('json'),
    }),
    answer: { contentType: 'application/octet-stream' },
    async handle({ params, query, rights, ...context }) {
      needed.forEach(permission => rights.require([permission]));
      await sendProfileExport({
        ...context,
        uid: params.uid,
        format: query.format,
        projectUid: query.projectUid,
      });
    },
  }),
];
