const LABELS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    aws: 'AWS',
    eks: 'AWS EKS',
    azure: 'Azure',
    aks: 'Azure AKS',
    gcp: 'GCP',
    gke: 'GCP GKE',
    vsphere: 'vSphere',
    maas: 'MAAS',
    openstack: 'OpenStack',
    'apache-cloudstack': 'CloudStack',
    'edge-native': 'Edge',
    generic: 'Generic',
    nested: 'Virtual',
  }),
);

/** Palette's name of a cloud as its makers write it. */
export function cloudLabel(cloudType: string): string {
  return LABELS.get(cloudType) ?? cloudType;
}
