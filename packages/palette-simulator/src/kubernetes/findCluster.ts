import type { Cluster } from '../seed/types';
import type { SimulatorContext } from '../SimulatorContext';
import { KubernetesStatus } from './Status';

/** The cluster whose API server is asked, and the tenant whose users it knows. @throws 404 */
export function findCluster(
  context: SimulatorContext,
  params: Record<string, string>,
): { cluster: Cluster; tenant: string } {
  for (const { name, clusters } of context.organisations) {
    const cluster = clusters.find(({ uid }) => uid === params.uid);
    if (cluster?.kubeconfig === 'oidc') return { cluster, tenant: name };
  }
  throw new KubernetesStatus(404, 'no such cluster');
}
