import { createPack } from './packs';
import type { CloudType, Profile, Project } from './types';
import { uidOf } from './uid';
import { createVariables } from './variables';

interface ProfileDefinition {
  name: string;
  description: string;
  type: Profile['type'];
  cloudType: CloudType | 'all';
  scope: Profile['scope'];
  project?: string;
  withVariables?: boolean;
  /** Packs (`name@version`) by profile version, oldest first. */
  versions: Record<string, string[]>;
}

const infra = (
  cloudType: CloudType,
  description: string,
  versions: Record<string, string[]>,
): ProfileDefinition => ({
  name: `${cloudType}-infra`,
  description,
  type: 'infra',
  cloudType,
  scope: 'tenant',
  versions,
});

const vmStack = (csi: string) => ({
  '1.2.0': ['ubuntu@22.04', 'kubernetes@1.31.9', 'cni-calico@3.29.3', csi],
  '1.3.0': ['ubuntu@22.04', 'kubernetes@1.32.6', 'cni-calico@3.30.1', csi],
});

const DEFINITIONS: ProfileDefinition[] = [
  infra('aws', 'IaaS clusters on AWS', vmStack('csi-aws-ebs@1.43.0')),
  infra('eks', 'Managed clusters on AWS', {
    '2.0.0': [
      'amazon-linux-eks@1.0.0',
      'kubernetes-eks@1.31',
      'cni-calico@3.29.3',
      'csi-aws-ebs@1.43.0',
    ],
    '2.1.0': [
      'amazon-linux-eks@1.0.0',
      'kubernetes-eks@1.32',
      'cni-calico@3.30.1',
      'csi-aws-ebs@1.46.0',
    ],
  }),
  infra('azure', 'IaaS clusters on Azure', vmStack('csi-azure@1.32.5')),
  infra('aks', 'Managed clusters on Azure', {
    '1.0.0': ['ubuntu@22.04', 'kubernetes-aks@1.32', 'cni-calico@3.30.1'],
  }),
  infra('gcp', 'IaaS clusters on GCP', vmStack('csi-gcp-driver@1.15.4')),
  infra('gke', 'Managed clusters on GCP', {
    '1.0.0': ['ubuntu@22.04', 'kubernetes-gke@1.32', 'cni-calico@3.30.1'],
  }),
  infra('vsphere', 'Data-centre clusters', vmStack('csi-vsphere-csi@3.4.0')),
  infra('maas', 'Bare-metal clusters', vmStack('csi-longhorn@1.8.1')),
  infra('edge-native', 'Two-node store clusters', {
    '3.1.0': ['edge-native-byoi@2.1.0', 'edge-k3s@1.32.4', 'cni-calico@3.30.1'],
  }),
  {
    name: 'aws-quickstart',
    description: 'Infrastructure and add-ons of a small cluster in one profile',
    type: 'cluster',
    cloudType: 'aws',
    scope: 'tenant',
    versions: {
      '1.0.0': [
        'ubuntu@22.04',
        'kubernetes@1.32.6',
        'cni-cilium-oss@1.17.4',
        'csi-aws-ebs@1.46.0',
        'cert-manager@1.17.2',
      ],
    },
  },
  {
    name: 'observability',
    description: 'Metrics, alerts and certificates for every cluster',
    type: 'add-on',
    cloudType: 'all',
    scope: 'tenant',
    withVariables: true,
    versions: {
      '1.0.0': ['prometheus-operator@69.3.1', 'cert-manager@1.16.3'],
      '1.1.0': ['prometheus-operator@72.6.2', 'cert-manager@1.17.2'],
    },
  },
  {
    name: 'remote-access',
    description: 'Reverse proxy for clusters without a public address',
    type: 'add-on',
    cloudType: 'all',
    scope: 'system',
    versions: { '1.5.0': ['spectro-proxy@1.5.5'] },
  },
  {
    name: 'payments-addons',
    description: 'Namespaces, quotas and the fraud detector',
    type: 'add-on',
    cloudType: 'all',
    scope: 'project',
    project: 'payments',
    withVariables: true,
    versions: { '0.9.0': ['team-namespaces@1.0.0', 'fraud-detector@4.2.0'] },
  },
  {
    name: 'shop-addons',
    description: 'Namespaces of the web shop',
    type: 'add-on',
    cloudType: 'all',
    scope: 'project',
    project: 'retail-web',
    versions: { '1.0.0': ['team-namespaces@1.0.0'] },
  },
  {
    name: 'virtual-cluster-base',
    description: 'Add-ons of virtual clusters',
    type: 'add-on',
    cloudType: 'nested',
    scope: 'tenant',
    versions: { '1.0.0': ['team-namespaces@1.0.0'] },
  },
];

/** Profiles that only make a tenant big. */
function createFillers(count: number): ProfileDefinition[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `profile-${String(index + 1).padStart(3, '0')}`,
    description: 'One of many',
    type: 'add-on',
    cloudType: 'all',
    scope: 'tenant',
    versions: { '1.0.0': ['team-namespaces@1.0.0'] },
  }));
}

/** Every version of every profile, oldest first; project profiles where the project exists. */
export function createProfiles(
  tenant: string,
  projects: Project[],
  extra = 0,
): Profile[] {
  return [...DEFINITIONS, ...createFillers(extra)].flatMap(definition => {
    const project = projects.find(({ name }) => name === definition.project);
    if (definition.project && !project) {
      return [];
    }
    return Object.entries(definition.versions).map(
      ([version, packs], index) => ({
        uid: uidOf('profile', tenant, definition.name, version),
        name: definition.name,
        version,
        description: definition.description,
        type: definition.type,
        cloudType: definition.cloudType,
        scope: definition.scope,
        projectUid: project?.uid,
        published: true,
        packs: packs.map(pack => {
          const [name, packVersion] = pack.split('@');
          return createPack(name, packVersion);
        }),
        variables: definition.withVariables ? createVariables() : [],
        createdAt: new Date(
          Date.UTC(2025, 1 + index * 5, 12, 10),
        ).toISOString(),
      }),
    );
  });
}
