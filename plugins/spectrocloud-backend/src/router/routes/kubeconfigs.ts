import {
  spectroCloudClusterDownloadAdminKubeconfigPermission,
  spectroCloudClusterDownloadKubeconfigPermission,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { sendKubeconfig } from '../../kubeconfig/sendKubeconfig';
import { defineRoute } from '../route';
import { kubeconfigQuery, uidParams } from '../schemas';

function kubeconfigRoute(path: string, operation: string) {
  return defineRoute({
    method: 'get',
    path,
    operation,
    summary:
      'A kubeconfig as a file: the one that signs in as its user, or with kind=admin the cluster administrator’s',
    permissions: [
      spectroCloudClusterDownloadKubeconfigPermission,
      spectroCloudClusterDownloadAdminKubeconfigPermission,
    ],
    // A kubeconfig is always somebody's own.
    allowServiceToken: false,
    params: uidParams,
    query: kubeconfigQuery,
    answer: { contentType: 'application/yaml' },
    async handle({ params, query, rights, ...context }) {
      const { kind, direct, projectUid } = query;
      // Neither permission implies the other.
      rights.require([
        kind === 'admin'
          ? spectroCloudClusterDownloadAdminKubeconfigPermission
          : spectroCloudClusterDownloadKubeconfigPermission,
      ]);
      await sendKubeconfig({
        ...context,
        rights,
        uid: params.uid,
        kind,
        direct: direct === 'true',
        projectUid,
      });
    },
  });
}

export const kubeconfigRoutes = [
  kubeconfigRoute('/clusters/:uid/kubeconfig', 'getKubeconfig'),
  kubeconfigRoute('/virtualclusters/:uid/kubeconfig', 'getVirtualKubeconfig'),
];
