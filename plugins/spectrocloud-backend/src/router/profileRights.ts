import type { BasicPermission } from '@backstage/plugin-permission-common';
import {
  spectroCloudClusterViewPackManifestsPermission,
  spectroCloudClusterViewPackValuesPermission,
  spectroCloudProfileViewClustersPermission,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { ProfileRights } from '../mapping/profiles';

/** Which parts of profiles the caller may see. */
export async function profileRights(
  allows: (permission: BasicPermission) => Promise<boolean>,
): Promise<ProfileRights> {
  const [values, manifests, clusters] = await Promise.all([
    allows(spectroCloudClusterViewPackValuesPermission),
    allows(spectroCloudClusterViewPackManifestsPermission),
    allows(spectroCloudProfileViewClustersPermission),
  ]);
  return { values, manifests, clusters };
}
