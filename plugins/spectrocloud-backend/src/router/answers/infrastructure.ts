import type {
  CloudAccount,
  IpPool,
  Overlord,
  VsphereComputeClusterResources,
  VsphereDatacenter,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { z } from 'zod';
import { count, flag, metadata, text } from './common';

export const account: z.ZodType<CloudAccount> = z.object({
  kind: text,
  metadata,
});

export const accounts: z.ZodType<{ accounts: CloudAccount[] }> = z.object({
  accounts: z.array(account),
});

export const datacenters: z.ZodType<{ datacenters: VsphereDatacenter[] }> =
  z.object({
    datacenters: z.array(
      z.object({
        datacenter: z.string(),
        computeClusters: z.array(z.string()),
        folders: z.array(z.string()),
      }),
    ),
  });

export const vsphereResources: z.ZodType<VsphereComputeClusterResources> =
  z.object({
    datacenter: text,
    computeCluster: text,
    datastores: z.array(z.string()),
    networks: z.array(z.string()),
    resourcePools: z.array(z.string()),
  });

export const overlords: z.ZodType<{ overlords: Overlord[] }> = z.object({
  overlords: z.array(
    z.object({
      kind: text,
      metadata,
      spec: z.object({ cloudAccountUid: text, isSelfHosted: flag }),
      status: z.object({
        state: text,
        health: text,
        isActive: flag,
        isReady: flag,
      }),
    }),
  ),
});

export const pools: z.ZodType<{ pools: IpPool[] }> = z.object({
  pools: z.array(
    z.object({
      metadata,
      spec: z.object({
        start: text,
        end: text,
        subnet: text,
        gateway: text,
        prefix: count,
        restrictToSingleCluster: flag,
      }),
      status: z.object({ inUse: flag, allotted: count, available: count }),
    }),
  ),
});
