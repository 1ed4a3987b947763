import { useApi } from '@backstage/frontend-plugin-api';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import type { ClusterProfile } from '@terasky/backstage-plugin-spectrocloud-common';
import { useLoad } from '@terasky/backstage-plugin-spectrocloud-react';
import { usePaletteScope } from '../components/PaletteScope';

/** Another version of a profile, once one is chosen. */
export function useOtherVersion(uid: string, { metadata }: ClusterProfile) {
  const api = useApi(spectroCloudApiRef);
  const scope = usePaletteScope();
  const projectUid = scope.projectUid ?? metadata.annotations?.projectUid;
  return useLoad(
    async options =>
      uid
        ? api.getProfile(uid, { ...options, ...scope, projectUid })
        : undefined,
    uid,
  );
}
