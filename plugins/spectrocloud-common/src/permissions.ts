import { createPermission } from '@backstage/plugin-permission-common';

/** See clusters, virtual clusters and cluster groups. @public */
export const spectroCloudClusterViewInfoPermission = createPermission({
  name: 'spectrocloud.cluster.view-info',
  attributes: { action: 'read' },
});

/** Download the kubeconfig with which the user acts as themselves. @public */
export const spectroCloudClusterDownloadKubeconfigPermission = createPermission(
  {
    name: 'spectrocloud.cluster.download-kubeconfig',
    attributes: { action: 'read' },
  },
);

/** Download the kubeconfig that makes whoever holds it cluster administrator. @public */
export const spectroCloudClusterDownloadAdminKubeconfigPermission =
  createPermission({
    name: 'spectrocloud.cluster.download-admin-kubeconfig',
    attributes: { action: 'read' },
  });

/** See the values of the packs in a profile. @public */
export const spectroCloudClusterViewPackValuesPermission = createPermission({
  name: 'spectrocloud.cluster.view-pack-values',
  attributes: { action: 'read' },
});

/** See the manifests of the packs in a profile. @public */
export const spectroCloudClusterViewPackManifestsPermission = createPermission({
  name: 'spectrocloud.cluster.view-pack-manifests',
  attributes: { action: 'read' },
});

/** Create clusters and virtual clusters, and see what a creation form offers. @public */
export const spectroCloudClusterCreatePermission = createPermission({
  name: 'spectrocloud.cluster.create',
  attributes: { action: 'create' },
});

/** See cluster profiles. @public */
export const spectroCloudProfileViewInfoPermission = createPermission({
  name: 'spectrocloud.profile.view-info',
  attributes: { action: 'read' },
});

/** See which clusters use a profile. @public */
export const spectroCloudProfileViewClustersPermission = createPermission({
  name: 'spectrocloud.profile.view-clusters',
  attributes: { action: 'read' },
});

/** See the tenant's users, their e-mail addresses and teams. @public */
export const spectroCloudPeopleViewInfoPermission = createPermission({
  name: 'spectrocloud.people.view-info',
  attributes: { action: 'read' },
});

/** Every permission of the SpectroCloud plugins. @public */
export const spectroCloudPermissions = [
  spectroCloudClusterViewInfoPermission,
  spectroCloudClusterDownloadKubeconfigPermission,
  spectroCloudClusterDownloadAdminKubeconfigPermission,
  spectroCloudClusterViewPackValuesPermission,
  spectroCloudClusterViewPackManifestsPermission,
  spectroCloudClusterCreatePermission,
  spectroCloudProfileViewInfoPermission,
  spectroCloudProfileViewClustersPermission,
  spectroCloudPeopleViewInfoPermission,
];
