import { type ApiRef, createApiRef } from '@backstage/frontend-plugin-api';
import type { SpectroCloudApi } from '@terasky/backstage-plugin-spectrocloud-common';

/**
 * Reference of the typed Palette client, whose requests re-authenticate.
 *
 * @public
 */
export const spectroCloudApiRef: ApiRef<SpectroCloudApi> =
  createApiRef<SpectroCloudApi>().with({
    id: 'plugin.spectrocloud-auth.palette',
    pluginId: 'spectrocloud-auth',
  });
