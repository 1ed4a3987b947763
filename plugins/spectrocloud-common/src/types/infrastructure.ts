import type { PaletteMetadata } from './metadata';

/** A cloud account; its credentials never leave the backend. @public */
export interface CloudAccount {
  kind?: string;
  metadata: PaletteMetadata;
  status?: { state?: string };
}

/** A vSphere data centre that an account can place clusters in. @public */
export interface VsphereDatacenter {
  datacenter: string;
  computeClusters: string[];
  folders: string[];
}

/** What a vSphere compute cluster offers. @public */
export interface VsphereComputeClusterResources {
  datacenter?: string;
  computeCluster?: string;
  datastores: string[];
  networks: string[];
  resourcePools: string[];
}

/** A private cloud gateway. @public */
export interface Overlord {
  kind?: string;
  metadata: PaletteMetadata;
  spec: { cloudAccountUid?: string; isSelfHosted?: boolean };
  status: {
    state?: string;
    health?: string;
    isActive?: boolean;
    isReady?: boolean;
  };
}

/** A pool of addresses of a private cloud gateway. @public */
export interface IpPool {
  metadata: PaletteMetadata;
  spec: {
    start?: string;
    end?: string;
    subnet?: string;
    gateway?: string;
    prefix?: number;
    restrictToSingleCluster?: boolean;
  };
  status: { inUse?: boolean; allotted?: number; available?: number };
}
