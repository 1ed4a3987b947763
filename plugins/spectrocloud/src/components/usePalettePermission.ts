import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import type { spectroCloudClusterViewInfoPermission } from '@terasky/backstage-plugin-spectrocloud-common';
import { configApiRef } from '../coreApiRefs';

/** Whether the user has a permission, as the back end will decide: where `spectrocloud.enablePermissions` is false, all have. */
export function usePalettePermission(
  permission: typeof spectroCloudClusterViewInfoPermission,
): { loading: boolean; allowed: boolean } {
  const isAsked =
    useApi(configApiRef).getOptionalBoolean('spectrocloud.enablePermissions') ??
    true;
  const decision = usePermission({ permission });
  return isAsked ? decision : { loading: false, allowed: true };
}
