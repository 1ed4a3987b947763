import { z } from 'zod';
import {
  cloudNameSchema,
  flagSchema,
  metadataSchema,
  referenceSchema,
  textSchema,
} from './common';

/** Schema of `ProfilePack`. @public */
export const profilePackSchema = z.object({
  /** Palette's uid. */
  uid: textSchema,
  /** Name as people know it. */
  name: z.string(),
  /** Name to show. */
  displayName: textSchema,
  /** Version. */
  version: textSchema,
  /** `os`, `k8s`, `cni`, `csi`, `addon` and so on. */
  layer: textSchema,
  /** Kind, in Palette's words. */
  type: textSchema,
  /** YAML; only with the permission `spectrocloud.cluster.view-pack-values`. */
  values: textSchema,
  /** Only with the permission `spectrocloud.cluster.view-pack-manifests`. */
  manifests: z.array(referenceSchema).optional(),
});

/** A pack of a profile. @public */
export type ProfilePack = z.infer<typeof profilePackSchema>;

/** Schema of `ClusterProfile`. @public */
export const clusterProfileSchema = z.object({
  /** Uid, name and so on. */
  metadata: metadataSchema,
  /** What it is. */
  spec: z.object({
    /** What it is for. */
    description: textSchema,
    type: textSchema,
    cloudType: textSchema,
    /** Semantic version, as `1.2.0`. */
    version: textSchema,
    versions: z.array(z.object({ uid: z.string(), version: z.string() })),
    packs: z.array(profilePackSchema),
  }),
  /** How it is. */
  status: z.object({
    isPublished: flagSchema,
    /** Only with the permission `spectrocloud.profile.view-clusters`. */
    inUseClusters: z.array(referenceSchema).optional(),
  }),
});

/** A cluster profile. @public */
export type ClusterProfile = z.infer<typeof clusterProfileSchema>;

/** Schema of `ClusterProfileOfCluster`. @public */
export const clusterProfileOfClusterSchema = z.object({
  /** Uid, name and so on. */
  metadata: metadataSchema,
  /** What it is. */
  spec: z.object({
    type: textSchema,
    cloudType: textSchema,
    version: textSchema,
    packs: z.array(profilePackSchema),
  }),
});

/** A profile attached to a cluster, with its packs. @public */
export type ClusterProfileOfCluster = z.infer<
  typeof clusterProfileOfClusterSchema
>;

/** Schema of `ProfileVariable`. @public */
export const profileVariableSchema = z.object({
  /** Name as people know it. */
  name: z.string(),
  /** Name to show. */
  displayName: textSchema,
  /** What it is for. */
  description: textSchema,
  /** Absent for sensitive variables. */
  defaultValue: textSchema,
  /** `string`, `number`, `boolean`, `ipv4` and so on. */
  format: textSchema,
  /** `text`, `dropdown` or `multiline`. */
  inputType: textSchema,
  /** Values to choose from. */
  options: z
    .array(
      z.object({ value: z.string(), label: textSchema, default: flagSchema }),
    )
    .optional(),
  /** What a value has to match. */
  regex: textSchema,
  /** Must have a value. */
  required: flagSchema,
  /** Not to be shown in a form. */
  hidden: flagSchema,
  /** Not to be changed after creation. */
  immutable: flagSchema,
  /** A secret. */
  isSensitive: flagSchema,
});

/** A value that a profile asks for at cluster creation; maps to a form field. @public */
export type ProfileVariable = z.infer<typeof profileVariableSchema>;

/** Schema of `PackManifest`. Passed on as Palette sends it, which promises none of it. @public */
export const packManifestSchema = z.looseObject({
  /** Uid and name, where Palette tells them. */
  metadata: z.looseObject({ uid: textSchema, name: textSchema }).optional(),
  /** `content` is YAML. */
  spec: z
    .looseObject({
      published: z
        .looseObject({ content: textSchema, digest: textSchema })
        .optional(),
    })
    .optional(),
});

/** A manifest of a pack. @public */
export type PackManifest = z.infer<typeof packManifestSchema>;

/** Schema of `ProfileSearch`. @public */
export const profileSearchSchema = z.strictObject({
  /** Part of the name, ignoring case. */
  name: z.string().min(1).max(200).optional(),
  /** `cluster`, `infra`, `add-on` or `system`. */
  types: z.array(z.enum(['cluster', 'infra', 'add-on', 'system'])).optional(),
  /** Clouds, any of which fits. */
  cloudTypes: z.array(cloudNameSchema).max(50).optional(),
  /** Whose profiles. */
  scope: z.enum(['system', 'tenant', 'project']).optional(),
});

/** What to look for in `POST /profiles/search`. @public */
export type ProfileSearch = z.infer<typeof profileSearchSchema>;
