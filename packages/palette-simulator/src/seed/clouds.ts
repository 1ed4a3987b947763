import type { AccountCloud, CloudType } from './types';

interface Region {
  name: string;
  latitude: number;
  longitude: number;
  country: string;
}

interface Cloud {
  account?: AccountCloud;
  /** Name of the infrastructure profile; none for imported clusters. */
  profile?: string;
  regions: Region[];
}

const region = (
  name: string,
  latitude: number,
  longitude: number,
  country: string,
): Region => ({ name, latitude, longitude, country });

const AWS = [
  region('us-east-1', 38.9, -77.4, 'US'),
  region('eu-central-1', 50.1, 8.7, 'DE'),
  region('eu-west-1', 53.3, -6.3, 'IE'),
];
const AZURE = [
  region('westeurope', 52.4, 4.9, 'NL'),
  region('eastus2', 36.7, -78.4, 'US'),
];
const GCP = [
  region('europe-west3', 50.1, 8.7, 'DE'),
  region('us-central1', 41.3, -95.9, 'US'),
];
const DATACENTERS = [
  region('dc-frankfurt', 50.1, 8.7, 'DE'),
  region('dc-dallas', 32.8, -96.8, 'US'),
];
const STORES = [
  region('store-0117', 40.7, -74.0, 'US'),
  region('store-0342', 48.9, 2.4, 'FR'),
  region('store-0508', 52.5, 13.4, 'DE'),
];

/** Where clusters of each cloud run, and with what. */
export const CLOUDS: Record<CloudType, Cloud> = {
  aws: { account: 'aws', profile: 'aws-infra', regions: AWS },
  eks: { account: 'aws', profile: 'eks-infra', regions: AWS },
  azure: { account: 'azure', profile: 'azure-infra', regions: AZURE },
  aks: { account: 'azure', profile: 'aks-infra', regions: AZURE },
  gcp: { account: 'gcp', profile: 'gcp-infra', regions: GCP },
  gke: { account: 'gcp', profile: 'gke-infra', regions: GCP },
  vsphere: {
    account: 'vsphere',
    profile: 'vsphere-infra',
    regions: DATACENTERS,
  },
  maas: { account: 'maas', profile: 'maas-infra', regions: DATACENTERS },
  'edge-native': { profile: 'edge-native-infra', regions: STORES },
  'apache-cloudstack': { regions: DATACENTERS },
  generic: { regions: [region('on-premises', 47.4, 8.5, 'CH')] },
  nested: { profile: 'virtual-cluster-base', regions: DATACENTERS },
};
