import type { V1ObjectMeta, V1Reference } from './v1';
import type { V1PoolConfig } from './v1clusterChanges';

/*
 * What a cluster's tabs show, as far as it is read. Every field may be missing.
 */

/** One cloud config; its shape differs by cloud in what isn't read here. */
export interface V1CloudConfigObject {
  spec?: {
    machinePoolConfig?: Array<V1PoolConfig & { isControlPlane?: boolean }>;
  };
}

/** How large a machine is, where its cloud says so by figures. */
export interface V1MachineSize {
  name?: string;
  numCPUs?: number;
  memoryMiB?: number;
  diskGiB?: number;
}

export interface V1Machine {
  metadata?: V1ObjectMeta;
  spec?: {
    instanceType?: string | V1MachineSize;
    /** Of Apache CloudStack. */
    offering?: { name?: string };
    az?: string;
    availabilityZone?: string;
    zone?: string;
    hostname?: string;
    hostName?: string;
    dnsName?: string;
  };
  status?: {
    addresses?: Array<{ address?: string; type?: string }>;
    health?: { state?: string };
    instanceState?: string;
    maintenanceStatus?: { action?: string; state?: string };
  };
}

/** A cluster that is a pool of another one. */
export interface V1HybridPool {
  name?: string;
  cloudType?: string;
  /** Where its machines are, as the pools of any cluster. */
  cloudConfigUid?: string;
  /** The cluster that it is. */
  clusterUid?: string;
  status?: { state?: string; health?: { state?: string } };
}

export interface V1Metric {
  kind?: string;
  unit?: string;
  points?: Array<{ timestamp?: number; value?: number }>;
}

export interface V1ClusterCost {
  startTime?: string;
  endTime?: string;
  cluster?: {
    cost?: { total?: number };
    cloud?: { data?: Array<{ timestamp?: number; total?: number }> };
  };
}

/** Replicas of deployments and stateful sets, pods of daemon sets, and so on. */
export interface V1Workload {
  metadata?: {
    creationTimestamp?: string;
    namespace?: string;
    entity?: { name?: string; uid?: string };
  };
  spec?: { schedule?: string };
  status?: {
    replicas?: { ready?: number; total?: number };
    ready?: number;
    desiredScheduled?: number;
    succeeded?: number;
    phase?: string;
  };
}

export interface V1ClusterWorkloads {
  spec?: {
    deployments?: V1Workload[];
    statefulSets?: V1Workload[];
    daemonSets?: V1Workload[];
    jobs?: V1Workload[];
    cronJobs?: V1Workload[];
    pods?: V1Workload[];
  };
}

/** `clientSecret` is left out on purpose. */
export interface V1ClusterOidc {
  clientId?: string;
  issuerUrl?: string;
  scopes?: string[];
}

export interface V1ClusterRepave {
  spec?: {
    source?: string;
    reasons?: Array<{
      code?: string;
      message?: string;
      pack?: {
        current?: { name?: string; version?: string; tag?: string };
        target?: { name?: string; version?: string; tag?: string };
      };
    }>;
  };
  status?: { message?: string; repaveTransitionTime?: string; state?: string };
}

export interface V1MachineCertificates {
  name?: string;
  certificateAuthorities?: Array<{
    name?: string;
    expiry?: string;
    certificates?: Array<{ name?: string; expiry?: string }>;
  }>;
}

/** `packServerSecret` is left out on purpose. */
export interface V1ProfileUpdate {
  uid?: string;
  name?: string;
  profileVersion?: string;
  version?: number;
  packs?: Array<{
    name?: string;
    layer?: string;
    version?: string;
    tag?: string;
  }>;
}

export interface V1ClusterBackup {
  spec?: {
    config?: {
      backupLocationName?: string;
      backupLocationUid?: string;
      schedule?: { scheduledRunTime?: string };
    };
  };
  status?: {
    clusterBackupStatuses?: Array<{
      backupLocationConfig?: V1Reference;
      state?: string;
      backupStatusMeta?: Array<{
        backupName?: string;
        backupState?: { backupTime?: string; msg?: string; state?: string };
        backupedNamespaces?: string[];
        expiryDate?: string;
      }>;
    }>;
  };
}
