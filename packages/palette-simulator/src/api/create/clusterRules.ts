/** What is peculiar to the creation of one cloud type; what its bodies require is in the vendor's table. */
export interface ClusterRules {
  /** Cloud type of the cluster that is made. */
  cloudType: string;
  /** Clouds that run their own control plane want no pool for it. */
  managedControlPlane: boolean;
  /** Since 4.9.38 these refuse `maxSurge` and `maxUnavailable`. */
  refusesSurge: boolean;
}

function hostRules(cloudType: string, managed = false): ClusterRules {
  return { cloudType, managedControlPlane: managed, refusesSurge: managed };
}

/** By the last segment of `POST /v1/spectroclusters/{type}`. */
export const CLUSTER_RULES: Record<string, ClusterRules> = {
  aws: hostRules('aws'),
  eks: hostRules('eks', true),
  azure: hostRules('azure'),
  aks: hostRules('aks', true),
  gcp: hostRules('gcp'),
  gke: hostRules('gke', true),
  vsphere: hostRules('vsphere'),
  maas: hostRules('maas'),
  'edge-native': hostRules('edge-native'),
  'apache-cloudstack': hostRules('apache-cloudstack'),
  virtual: {
    cloudType: 'nested',
    managedControlPlane: true,
    refusesSurge: false,
  },
};
