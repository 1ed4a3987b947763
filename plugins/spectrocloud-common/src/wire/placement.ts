import { z } from 'zod';
import { countSchema, flagSchema, textSchema } from './common';

/** Schema of `PlacementKind`. @public */
export const placementKindSchema = z.enum([
  'projects',
  'regions',
  'zones',
  'instance-types',
  'networks',
  'key-pairs',
  'resource-groups',
  'domains',
  'resource-pools',
  'subnets',
]);

/** What a cloud account can be asked for about where a cluster can go; which ones there are depends on the cloud. @public */
export type PlacementKind = z.infer<typeof placementKindSchema>;

/** Schema of `PlacementOption`. @public */
export const placementOptionSchema = z.object({
  /** What a create body takes. */
  value: z.string(),
  /** Name to show, where it is another. */
  name: textSchema,
  /** Of machines: how many cores. */
  cpu: countSchema,
  /** Of machines: as Palette tells it, which says no unit. */
  memory: countSchema,
  /** Of machines: how many GPUs. */
  gpu: countSchema,
  /** Of machines: US dollars an hour, by Palette's own price list. */
  hourlyPrice: countSchema,
  /** Of networks: address range. */
  cidr: textSchema,
  /** Of networks: what they are divided into. */
  subnets: z
    .array(
      z.object({
        value: z.string(),
        name: textSchema,
        zone: textSchema,
        isPrivate: flagSchema,
      }),
    )
    .optional(),
});

/** Something to choose from. @public */
export type PlacementOption = z.infer<typeof placementOptionSchema>;

/** Schema of `ClusterRate`. @public */
export const clusterRateSchema = z.object({
  /** US dollars an hour. */
  total: countSchema,
  /** US dollars an hour. */
  compute: countSchema,
  /** US dollars an hour. */
  storage: countSchema,
  /** By node pool. */
  pools: z.array(
    z.object({
      name: z.string(),
      /** How many nodes that is for. */
      nodes: countSchema,
      /** US dollars an hour. */
      total: countSchema,
    }),
  ),
});

/** What a cluster to be created would cost an hour, by Palette's estimate. @public */
export type ClusterRate = z.infer<typeof clusterRateSchema>;
