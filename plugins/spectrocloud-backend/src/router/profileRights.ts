import {
  spectroCloudClusterViewPackManifestsPermission,
  spectroCloudClusterViewPackValuesPermission,
  spectroCloudProfileViewClustersPermission,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { ProfileRights } from '../mapping/profiles';
import type { Rights } from '../permissions/PermissionGate';

/** The permissions that parts of profiles depend on. */
export const profilePermissions = [
  spectroCloudClusterViewPackValuesPermission,
  spectroCloudClusterViewPackManifestsPermission,
  spectroCloudProfileViewClustersPermission,
];

/** Which parts of profiles the caller may see; takes rights that {@link profilePermissions} were asked for. */
export function profileRights(rights: Rights): ProfileRights {
  const [values, manifests, clusters] = profilePermissions.map(permission =>
    rights.allows(permission),
  );
  return { values, manifests, clusters };
}
