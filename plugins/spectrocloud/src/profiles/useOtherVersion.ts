import { useApi } from '@backstage/frontend-plugin-api';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import type { ClusterProfile } from '@terasky/backstage-plugin-spectrocloud-common';
import { usePaletteScope } from '../components/PaletteScope';
import { useLoad } from '../components/useLoad';

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
