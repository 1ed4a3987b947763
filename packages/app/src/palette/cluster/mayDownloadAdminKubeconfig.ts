import type { Cluster } from '@terasky/backstage-plugin-spectrocloud-common';

const ADMIN_DOWNLOAD = 'cluster.adminKubeconfigDownload';

/** Whether Palette lets the user have the administrator's kubeconfig; where it doesn't tell, it will say so itself. */
export function mayDownloadAdminKubeconfig(cluster: Cluster): boolean {
  const permissions = cluster.metadata.annotations?.permissions;
  return !permissions || permissions.split(',').includes(ADMIN_DOWNLOAD);
}
