import type {
  V1ClusterHealth,
  V1ObjectMeta,
  V1ProfileTemplate,
  V1Reference,
} from './v1';

export interface V1ClusterGroupSummary {
  metadata?: V1ObjectMeta;
  spec?: {
    scope?: string;
    endpointType?: string;
    kubernetesDistroType?: string;
    hostClustersCount?: number;
    virtualClustersCount?: number;
    cpu?: { allocated?: number; used?: number };
    memory?: { allocated?: number; used?: number };
    hostClusters?: V1Reference[];
  };
}

export interface V1ClusterGroup {
  metadata?: V1ObjectMeta;
  spec?: {
    clusterProfileTemplates?: V1ProfileTemplate[];
    clusterRefs?: Array<{ clusterUid?: string; clusterName?: string }>;
    clustersConfig?: {
      values?: string;
      hostClustersConfig?: Array<{
        clusterUid?: string;
        endpointConfig?: {
          ingressConfig?: { host?: string; port?: number };
          loadBalancerConfig?: {
            externalTrafficPolicy?: string;
            loadBalancerSourceRanges?: string[];
          };
        };
      }>;
      endpointType?: string;
      kubernetesDistroType?: string;
      limitConfig?: {
        cpuMilliCore?: number;
        memoryMiB?: number;
        storageGiB?: number;
        overSubscription?: number;
      };
    };
  };
  status?: { isActive?: boolean };
}

/** Of `/v1/dashboard/cloudaccounts/metadata`, which never holds credentials. */
export interface V1CloudAccountMetadata {
  kind?: string;
  metadata?: V1ObjectMeta;
}

export interface V1VsphereDatacenter {
  datacenter?: string;
  computeclusters?: string[];
  folders?: string[];
}

export interface V1VsphereResources {
  datacenter?: string;
  computecluster?: {
    name?: string;
    datastores?: string[];
    networks?: string[];
    resourcePools?: string[];
  };
}

export interface V1SshKey {
  metadata?: V1ObjectMeta;
  spec?: { publicKey?: string };
}

/** `status.kubectlCommands` is left out on purpose: it holds a secret. */
export interface V1Overlord {
  kind?: string;
  metadata?: V1ObjectMeta;
  spec?: { cloudAccountUid?: string; isSelfHosted?: boolean };
  status?: {
    state?: string;
    isActive?: boolean;
    isReady?: boolean;
    health?: V1ClusterHealth;
  };
}

export interface V1IpPool {
  metadata?: V1ObjectMeta;
  spec?: {
    pool?: {
      start?: string;
      end?: string;
      subnet?: string;
      gateway?: string;
      prefix?: number;
    };
    restrictToSingleCluster?: boolean;
  };
  status?: {
    inUse?: boolean;
    allottedIps?: string[];
    availableIps?: string[];
  };
}

export interface V1Event {
  metadata?: V1ObjectMeta;
  severity?: string;
  reason?: string;
  message?: string;
  source?: { component?: string };
}

export interface V1ValidationError {
  code?: string;
  message?: string;
}

interface V1ValidationResults {
  results?: Array<{
    name?: string;
    displayName?: string;
    errors?: V1ValidationError[];
  }>;
}

/** Palette answers 200 even when it found errors. */
export interface V1ClusterValidation {
  machinePools?: V1ValidationResults;
  profiles?: Array<{ uid?: string; packs?: V1ValidationResults }>;
}
