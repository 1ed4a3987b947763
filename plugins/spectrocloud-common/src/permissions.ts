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

/** Read what lets a cluster that is being imported join Palette. @public */
export const spectroCloudClusterViewImportManifestPermission = createPermission(
  {
    name: 'spectrocloud.cluster.view-import-manifest',
    attributes: { action: 'read' },
  },
);

/** Download the logs of clusters, which may hold secrets. @public */
export const spectroCloudClusterDownloadLogsPermission = createPermission({
  name: 'spectrocloud.cluster.download-logs',
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

/** Rename and tag clusters, resize their node pools, pause and resume virtual clusters. @public */
export const spectroCloudClusterUpdatePermission = createPermission({
  name: 'spectrocloud.cluster.update',
  attributes: { action: 'update' },
});

/** Change what runs on a cluster: its profiles, their versions and their variables. @public */
export const spectroCloudClusterUpdateProfilesPermission = createPermission({
  name: 'spectrocloud.cluster.update-profiles',
  attributes: { action: 'update' },
});

/** Approve that the nodes of a cluster are replaced. @public */
export const spectroCloudClusterApproveRepavePermission = createPermission({
  name: 'spectrocloud.cluster.approve-repave',
  attributes: { action: 'update' },
});

/** Delete clusters and virtual clusters. @public */
export const spectroCloudClusterDeletePermission = createPermission({
  name: 'spectrocloud.cluster.delete',
  attributes: { action: 'delete' },
});

/** Delete clusters by force, which may leave machines and disks behind in their cloud. @public */
export const spectroCloudClusterForceDeletePermission = createPermission({
  name: 'spectrocloud.cluster.force-delete',
  attributes: { action: 'delete' },
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
  spectroCloudClusterViewImportManifestPermission,
  spectroCloudClusterDownloadLogsPermission,
  spectroCloudClusterViewPackValuesPermission,
  spectroCloudClusterViewPackManifestsPermission,
  spectroCloudClusterCreatePermission,
  spectroCloudClusterUpdatePermission,
  spectroCloudClusterUpdateProfilesPermission,
  spectroCloudClusterApproveRepavePermission,
  spectroCloudClusterDeletePermission,
  spectroCloudClusterForceDeletePermission,
  spectroCloudProfileViewInfoPermission,
  spectroCloudProfileViewClustersPermission,
  spectroCloudPeopleViewInfoPermission,
];
