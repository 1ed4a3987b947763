import { type ApiRef, createApiRef } from '@backstage/frontend-plugin-api';

/** What is used here of the Kubernetes plugin's API. */
export interface KubernetesApi {
  getClusters(): Promise<Array<{ name: string; oidcTokenProvider?: string }>>;
  proxy(options: {
    clusterName: string;
    path: string;
    init?: RequestInit;
  }): Promise<Response>;
}

/** By its id, so that an app without the Kubernetes plugin loads nothing of it. */
export const kubernetesApiRef: ApiRef<KubernetesApi> =
  createApiRef<KubernetesApi>().with({
    id: 'plugin.kubernetes.service',
    pluginId: 'kubernetes',
  });
