import type { Manifest, Pack, PackLayer } from './types';
import { uidOf } from './uid';

interface PackDefinition {
  displayName: string;
  layer: PackLayer;
  type?: Pack['type'];
  values: string;
  /** Manifest contents by name. */
  manifests?: Record<string, string>;
}

const KUBERNETES_VALUES = `pack:
  k8sHardening: true
  palette:
    config:
      oidc:
        identityProvider: palette
kubeadmconfig:
  apiServer:
    extraArgs:
      secure-port: "6443"
      anonymous-auth: "true"
      profiling: "false"
  kubeletExtraArgs:
    read-only-port: "0"
`;

const QUOTA_MANIFEST = `apiVersion: v1
kind: ResourceQuota
metadata:
  name: team-quota
  namespace: apps
spec:
  hard:
    requests.cpu: "64"
    requests.memory: 256Gi
`;

const NAMESPACE_MANIFEST = `apiVersion: v1
kind: Namespace
metadata:
  name: apps
  labels:
    owner: "{{.spectro.system.project.name}}"
`;

const PACKS: Record<string, PackDefinition> = {
  ubuntu: {
    displayName: 'Ubuntu',
    layer: 'os',
    values: 'kubeadmconfig:\n  preKubeadmCommands: []\n  files: []\n',
  },
  'amazon-linux-eks': {
    displayName: 'Amazon Linux',
    layer: 'os',
    values: '# AMI family\namiType: AL2023_x86_64_STANDARD\n',
  },
  'edge-native-byoi': {
    displayName: 'BYOS Edge OS',
    layer: 'os',
    values: 'options:\n  system.uri: "registry.acme.example/edge/ubuntu"\n',
  },
  kubernetes: {
    displayName: 'Palette eXtended Kubernetes',
    layer: 'k8s',
    values: KUBERNETES_VALUES,
  },
  'kubernetes-eks': {
    displayName: 'Amazon EKS',
    layer: 'k8s',
    values: 'managedControlPlane: {}\nmanagedMachinePool: {}\n',
  },
  'kubernetes-aks': {
    displayName: 'Azure AKS',
    layer: 'k8s',
    values: 'managedControlPlane:\n  aadProfile: {}\n',
  },
  'kubernetes-gke': {
    displayName: 'Google GKE',
    layer: 'k8s',
    values: 'managedControlPlane:\n  releaseChannel: stable\n',
  },
  'edge-k3s': {
    displayName: 'Palette Optimized K3s',
    layer: 'k8s',
    values: 'cluster:\n  config: |\n    disable:\n      - traefik\n',
  },
  'cni-calico': {
    displayName: 'Calico',
    layer: 'cni',
    values: 'calico:\n  encapsulationType: VXLAN\n  mtu: 1440\n',
  },
  'cni-cilium-oss': {
    displayName: 'Cilium',
    layer: 'cni',
    type: 'helm',
    values: 'cilium:\n  hubble:\n    enabled: true\n',
  },
  'csi-aws-ebs': {
    displayName: 'Amazon EBS CSI',
    layer: 'csi',
    type: 'helm',
    values: 'storageClasses:\n  - name: spectro-storage-class\n    type: gp3\n',
  },
  'csi-azure': {
    displayName: 'Azure Disk CSI',
    layer: 'csi',
    values: 'storageClass:\n  skuName: StandardSSD_LRS\n',
  },
  'csi-gcp-driver': {
    displayName: 'GCE Persistent Disk CSI',
    layer: 'csi',
    values: 'storageClass:\n  type: pd-balanced\n',
  },
  'csi-vsphere-csi': {
    displayName: 'vSphere CSI',
    layer: 'csi',
    values: 'storageClass:\n  storagePolicy: gold\n',
  },
  'csi-longhorn': {
    displayName: 'Longhorn',
    layer: 'csi',
    type: 'helm',
    values: 'longhorn:\n  defaultReplicaCount: 3\n',
  },
  'prometheus-operator': {
    displayName: 'Prometheus Operator',
    layer: 'addon',
    type: 'helm',
    values: 'prometheus:\n  retention: 14d\n  replicas: 2\n',
  },
  'cert-manager': {
    displayName: 'cert-manager',
    layer: 'addon',
    type: 'helm',
    values: 'crds:\n  enabled: true\n',
  },
  'spectro-proxy': {
    displayName: 'Spectro Proxy',
    layer: 'addon',
    values: 'server: "{{ .spectro.system.reverseproxy.server }}"\nport: 443\n',
  },
  'team-namespaces': {
    displayName: 'Team namespaces and quotas',
    layer: 'addon',
    type: 'manifest',
    values: 'pack:\n  spectrocloud.com/install-priority: "10"\n',
    manifests: { namespaces: NAMESPACE_MANIFEST, quota: QUOTA_MANIFEST },
  },
  'fraud-detector': {
    displayName: 'Fraud detector',
    layer: 'addon',
    type: 'oci',
    values: 'replicas: 3\nmodel: fraud-2026-03\n',
  },
};

/** A pack of the registry at this version. */
export function createPack(name: string, version: string): Pack {
  const definition = PACKS[name];
  const manifests: Manifest[] = Object.entries(definition.manifests ?? {}).map(
    ([manifest, content]) => ({
      uid: uidOf('manifest', name, version, manifest),
      name: manifest,
      content,
    }),
  );
  return {
    uid: uidOf('pack', name, version),
    name,
    displayName: definition.displayName,
    layer: definition.layer,
    type: definition.type ?? 'spectro',
    version,
    values: definition.values,
    manifests,
  };
}
