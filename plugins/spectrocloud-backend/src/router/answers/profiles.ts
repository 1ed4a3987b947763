import type {
  ClusterProfile,
  ClusterProfileOfCluster,
  ProfilePack,
  ProfileVariable,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { z } from 'zod';
import { flag, metadata, reference, text } from './common';

const pack: z.ZodType<ProfilePack> = z
  .object({
    uid: text,
    name: z.string(),
    displayName: text,
    version: text,
    layer: text,
    type: text,
    values: text,
    manifests: z.array(reference).optional(),
  })
  .meta({ id: 'ProfilePack' });

export const profile: z.ZodType<ClusterProfile> = z
  .object({
    metadata,
    spec: z.object({
      type: text,
      cloudType: text,
      version: text,
      versions: z.array(z.object({ uid: z.string(), version: z.string() })),
      packs: z.array(pack),
    }),
    status: z.object({
      isPublished: flag,
      inUseClusters: z.array(reference).optional(),
    }),
  })
  .meta({ id: 'ClusterProfile' });

export const profiles: z.ZodType<{ profiles: ClusterProfile[] }> = z.object({
  profiles: z.array(profile),
});

export const clusterProfiles: z.ZodType<{
  profiles: ClusterProfileOfCluster[];
}> = z.object({
  profiles: z.array(
    z.object({
      metadata,
      spec: z.object({
        type: text,
        cloudType: text,
        version: text,
        packs: z.array(pack),
      }),
    }),
  ),
});

export const packs: z.ZodType<{ packs: ProfilePack[] }> = z.object({
  packs: z.array(pack),
});

export const variables: z.ZodType<{ variables: ProfileVariable[] }> = z.object({
  variables: z.array(
    z.object({
      name: z.string(),
      displayName: text,
      description: text,
      defaultValue: text,
      format: text,
      inputType: text,
      options: z
        .array(z.object({ value: z.string(), label: text, default: flag }))
        .optional(),
      regex: text,
      required: flag,
      hidden: flag,
      immutable: flag,
      isSensitive: flag,
    }),
  ),
});
