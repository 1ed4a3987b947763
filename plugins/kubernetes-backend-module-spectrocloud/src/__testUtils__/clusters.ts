import type { KubernetesCluster } from '@terasky/backstage-plugin-spectrocloud-common';
import type { ClusterProviderConfig } from '../config/ClusterProviderConfig';

/** A cluster that users can sign in to, but for what is said. */
export function kubernetesCluster(
  changes: Partial<KubernetesCluster> = {},
): KubernetesCluster {
  const { name = 'prod' } = changes;
  return {
    uid: `uid-of-${name}`,
    name,
    projectUid: 'p1',
    projectName: 'payments',
    state: 'Running',
    access: {
      endpoint: `https://${name}.example:6443`,
      caData: 'Q0E=',
      oidc: { issuerUrl: 'https://palette.example', clientId: 'backstage' },
    },
    ...changes,
  };
}

/** The defaults, but for what is said. */
export function providerConfig(
  changes: Partial<ClusterProviderConfig> = {},
): ClusterProviderConfig {
  return {
    instance: 'demo',
    authEnvironment: 'development',
    clientId: 'backstage',
    oidcTokenProvider: 'spectrocloud',
    names: 'project-and-name',
    excludeProjects: new Set(),
    excludeTenantScopedClusters: false,
    excludeTags: new Set(),
    unusableClusters: 'hide',
    skipMetricsLookup: true,
    refreshIntervalMs: 60_000,
    clusterTimeoutMs: 10_000,
    ...changes,
  };
}
