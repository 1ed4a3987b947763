/** A field that Palette asks for, as a path from the body's root; `[]` is each entry. */
export interface RequiredField {
  path: string;
  /** For numbers: the least that is accepted. */
  min?: number;
  max?: number;
}

/** What the bodies of one cloud type need. */
export interface ClusterRules {
  /** Cloud type of the cluster that is made. */
  cloudType: string;
  required: RequiredField[];
  /** Clouds that run their own control plane want no pool for it. */
  managedControlPlane: boolean;
  /** Since 4.9.38 these refuse `maxSurge` and `maxUnavailable`. */
  refusesSurge: boolean;
}

const POOL = 'spec.machinepoolconfig[]';

const POOL_BASICS: RequiredField[] = [
  { path: `${POOL}.poolConfig.name` },
  { path: `${POOL}.poolConfig.size`, min: 0 },
  { path: `${POOL}.poolConfig.labels` },
];

const fields = (...paths: string[]): RequiredField[] =>
  paths.map(path => ({ path }));

function hostRules(
  cloudType: string,
  required: RequiredField[],
  managed = false,
): ClusterRules {
  return {
    cloudType,
    required: [...fields('metadata.name'), ...required, ...POOL_BASICS],
    managedControlPlane: managed,
    refusesSurge: managed,
  };
}

const ACCOUNT = 'spec.cloudAccountUid';
const CONFIG = 'spec.cloudConfig';
const AZURE = fields(
  ACCOUNT,
  `${CONFIG}.location`,
  `${CONFIG}.sshKey`,
  `${CONFIG}.subscriptionId`,
);
const GCP = fields(
  ACCOUNT,
  `${CONFIG}.project`,
  `${CONFIG}.region`,
  `${POOL}.cloudConfig.instanceType`,
);

/** By the last segment of `POST /v1/spectroclusters/{type}`. */
export const CLUSTER_RULES: Record<string, ClusterRules> = {
  aws: hostRules('aws', [
    ...fields(ACCOUNT, `${CONFIG}.region`, `${POOL}.cloudConfig.instanceType`),
  ]),
  eks: hostRules('eks', fields(ACCOUNT, `${CONFIG}.region`), true),
  azure: hostRules('azure', AZURE),
  aks: hostRules('aks', AZURE, true),
  gcp: hostRules('gcp', GCP),
  gke: hostRules('gke', GCP, true),
  vsphere: hostRules('vsphere', [
    ...fields(`${CONFIG}.placement`, `${POOL}.cloudConfig.instanceType`),
    { path: `${POOL}.cloudConfig.instanceType.diskGiB`, min: 1 },
    { path: `${POOL}.cloudConfig.instanceType.memoryMiB`, min: 1 },
    { path: `${POOL}.cloudConfig.instanceType.numCPUs`, min: 1 },
  ]),
  maas: hostRules(
    'maas',
    fields(
      ACCOUNT,
      `${CONFIG}.domain`,
      `${POOL}.cloudConfig.instanceType`,
      `${POOL}.cloudConfig.resourcePool`,
    ),
  ),
  'edge-native': hostRules(
    'edge-native',
    fields(`${POOL}.cloudConfig.edgeHosts[].hostUid`),
  ),
  'apache-cloudstack': hostRules('apache-cloudstack', fields(ACCOUNT)),
  virtual: {
    cloudType: 'nested',
    required: [
      ...fields(
        'metadata.name',
        'spec.clusterConfig',
        'spec.clusterConfig.hostClusterConfig.clusterGroup.uid',
        `${POOL}.cloudConfig.instanceType`,
      ),
    ],
    managedControlPlane: true,
    refusesSurge: false,
  },
};
