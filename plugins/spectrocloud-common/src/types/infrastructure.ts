import type { PaletteMetadata } from './metadata';

/** A cloud account; its credentials never leave the backend. @public */
export interface CloudAccount {
  /** Its cloud, in Palette's words where Palette tells it. */
  kind?: string;
  /** Uid, name and so on. */
  metadata: PaletteMetadata;
}

/** A vSphere data centre that an account can place clusters in. @public */
export interface VsphereDatacenter {
  /** Name of the data centre. */
  datacenter: string;
  /** Compute clusters in it. */
  computeClusters: string[];
  /** Folders to choose from. */
  folders: string[];
}

/** What a vSphere compute cluster offers. @public */
export interface VsphereComputeClusterResources {
  /** Name of the data centre. */
  datacenter?: string;
  /** Name of the compute cluster. */
  computeCluster?: string;
  /** Datastores to choose from. */
  datastores: string[];
  /** Networks to choose from. */
  networks: string[];
  /** Resource pools to choose from. */
  resourcePools: string[];
}

/** A private cloud gateway. @public */
export interface Overlord {
  /** Kind, in Palette's words. */
  kind?: string;
  /** Uid, name and so on. */
  metadata: PaletteMetadata;
  /** What it is. */
  spec: { cloudAccountUid?: string; isSelfHosted?: boolean };
  /** How it is. */
  status: {
    state?: string;
    health?: string;
    isActive?: boolean;
    isReady?: boolean;
  };
}

/** A pool of addresses of a private cloud gateway. @public */
export interface IpPool {
  /** Uid, name and so on. */
  metadata: PaletteMetadata;
  /** What it is. */
  spec: {
    start?: string;
    end?: string;
    subnet?: string;
    gateway?: string;
    prefix?: number;
    restrictToSingleCluster?: boolean;
  };
  /** How it is. */
  status: { inUse?: boolean; allotted?: number; available?: number };
}
