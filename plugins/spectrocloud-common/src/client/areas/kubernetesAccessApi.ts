import type { ClusterOidc, KubernetesCluster } from '../../wire';
import { apiPath, type ApiRequester } from '../ApiRequester';
import type { ApiOptions, KubeconfigOptions } from '../ApiOptions';
import { type Kubeconfig, readKubeconfig } from '../kubeconfig';

/** How the Kubernetes API of a cluster is reached. @public */
export interface KubernetesAccessApi {
  /** A cluster's kubeconfig; `admin` has a permission of its own. */
  getKubeconfig(
    clusterUid: string,
    options?: KubeconfigOptions,
  ): Promise<Kubeconfig>;
  /** A virtual cluster's kubeconfig. */
  getVirtualKubeconfig(
    uid: string,
    options?: KubeconfigOptions,
  ): Promise<Kubeconfig>;
  /** The OpenID provider that a cluster trusts. */
  getClusterOidc(uid: string, options?: ApiOptions): Promise<ClusterOidc>;
  /**
   * All clusters that the caller may see, with endpoint, CA and OIDC client of their
   * Kubernetes API as far as the backend knows them yet.
   */
  listKubernetesClusters(options?: ApiOptions): Promise<KubernetesCluster[]>;
  /** Has the backend read anew how a cluster's Kubernetes API is reached, since it isn't any more as it was. */
  rereadKubernetesCluster(
    uid: string,
    options?: ApiOptions,
  ): Promise<KubernetesCluster>;
}

/** The calls of {@link KubernetesAccessApi}. */
export function kubernetesAccessApi(api: ApiRequester): KubernetesAccessApi {
  const kubeconfigOf = async (
    path: string,
    options?: KubeconfigOptions,
  ): Promise<Kubeconfig> => {
    const response = await api.send(path, options, {
      query: {
        kind: options?.kind,
        direct: options?.direct ? 'true' : undefined,
      },
    });
    return readKubeconfig(response);
  };
  return {
    getKubeconfig: (clusterUid, options) =>
      kubeconfigOf(apiPath`/clusters/${clusterUid}/kubeconfig`, options),
    getVirtualKubeconfig: (uid, options) =>
      kubeconfigOf(apiPath`/virtualclusters/${uid}/kubeconfig`, options),
    getClusterOidc: (uid, options) =>
      api.json(apiPath`/clusters/${uid}/oidc`, options),
    listKubernetesClusters: options =>
      api.list('/kubernetes/clusters', 'clusters', options),
    rereadKubernetesCluster: (uid, options) =>
      api.json(apiPath`/kubernetes/clusters/${uid}/reread`, options, {
        body: {},
      }),
  };
}
