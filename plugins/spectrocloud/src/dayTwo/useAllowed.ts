import {
  spectroCloudClusterApproveRepavePermission,
  spectroCloudClusterDeletePermission,
  spectroCloudClusterDownloadLogsPermission,
  spectroCloudClusterForceDeletePermission,
  spectroCloudClusterUpdatePermission,
  spectroCloudClusterUpdateProfilesPermission,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { usePalettePermission } from '../components/usePalettePermission';
import type { Allowed } from './actionsOf';

/** What the permission system lets the user do to clusters; undefined until it is known. */
export function useAllowed(): Allowed | undefined {
  const asked = {
    update: usePalettePermission(spectroCloudClusterUpdatePermission),
    updateProfiles: usePalettePermission(
      spectroCloudClusterUpdateProfilesPermission,
    ),
    downloadLogs: usePalettePermission(
      spectroCloudClusterDownloadLogsPermission,
    ),
    approveRepave: usePalettePermission(
      spectroCloudClusterApproveRepavePermission,
    ),
    delete: usePalettePermission(spectroCloudClusterDeletePermission),
    forceDelete: usePalettePermission(spectroCloudClusterForceDeletePermission),
  };
  if (Object.values(asked).some(({ loading }) => loading)) return undefined;
  return {
    update: asked.update.allowed,
    updateProfiles: asked.updateProfiles.allowed,
    downloadLogs: asked.downloadLogs.allowed,
    approveRepave: asked.approveRepave.allowed,
    delete: asked.delete.allowed,
    forceDelete: asked.forceDelete.allowed,
  };
}
