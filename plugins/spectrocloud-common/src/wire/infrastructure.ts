import { z } from 'zod';
import { countSchema, flagSchema, metadataSchema, textSchema } from './common';

/** Schema of `CloudAccount`. @public */
export const cloudAccountSchema = z.object({
  /** Its cloud, in Palette's words where Palette tells it. */
  kind: textSchema,
  /** Uid, name and so on. */
  metadata: metadataSchema,
});

/** A cloud account; its credentials never leave the backend. @public */
export type CloudAccount = z.infer<typeof cloudAccountSchema>;

/** Schema of `VsphereDatacenter`. @public */
export const vsphereDatacenterSchema = z.object({
  /** Name of the data centre. */
  datacenter: z.string(),
  /** Compute clusters in it. */
  computeClusters: z.array(z.string()),
  /** Folders to choose from. */
  folders: z.array(z.string()),
});

/** A vSphere data centre that an account can place clusters in. @public */
export type VsphereDatacenter = z.infer<typeof vsphereDatacenterSchema>;

/** Schema of `VsphereComputeClusterResources`. @public */
export const vsphereComputeClusterResourcesSchema = z.object({
  /** Name of the data centre. */
  datacenter: textSchema,
  /** Name of the compute cluster. */
  computeCluster: textSchema,
  /** Datastores to choose from. */
  datastores: z.array(z.string()),
  /** Networks to choose from. */
  networks: z.array(z.string()),
  /** Resource pools to choose from. */
  resourcePools: z.array(z.string()),
});

/** What a vSphere compute cluster offers. @public */
export type VsphereComputeClusterResources = z.infer<
  typeof vsphereComputeClusterResourcesSchema
>;

/** Schema of `Overlord`. @public */
export const overlordSchema = z.object({
  /** Kind, in Palette's words. */
  kind: textSchema,
  /** Uid, name and so on. */
  metadata: metadataSchema,
  /** What it is. */
  spec: z.object({ cloudAccountUid: textSchema, isSelfHosted: flagSchema }),
  /** How it is. */
  status: z.object({
    state: textSchema,
    health: textSchema,
    isActive: flagSchema,
    isReady: flagSchema,
  }),
});

/** A private cloud gateway. @public */
export type Overlord = z.infer<typeof overlordSchema>;

/** Schema of `IpPool`. @public */
export const ipPoolSchema = z.object({
  /** Uid, name and so on. */
  metadata: metadataSchema,
  /** What it is. */
  spec: z.object({
    start: textSchema,
    end: textSchema,
    subnet: textSchema,
    gateway: textSchema,
    prefix: countSchema,
    restrictToSingleCluster: flagSchema,
  }),
  /** How it is. */
  status: z.object({
    inUse: flagSchema,
    allotted: countSchema,
    available: countSchema,
  }),
});

/** A pool of addresses of a private cloud gateway. @public */
export type IpPool = z.infer<typeof ipPoolSchema>;
