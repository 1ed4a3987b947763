import { z } from 'zod';
import { textSchema } from './common';
import { clusterFindingSchema, clusterNameSchema } from './creation';

/** As many profiles as nobody attaches to one cluster. */
const MAX_PROFILES = 50;
const MAX_VARIABLES = 500;
const MAX_PACKS = 100;
/** Palette keeps values as texts; a pack's are some kB. */
const MAX_VALUE = 256 * 1024;
const MAX_REASON = 500;

/** Letters, digits and signs of any script: nothing that breaks or hides a line of the audit log. */
const ONE_LINE = /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u;

const uidSchema = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/,
    'must be a uid: letters, digits, "_" and "-", at most 64',
  );

const reasonSchema = z
  .string()
  .trim()
  .min(1)
  .max(MAX_REASON)
  .regex(ONE_LINE, 'must be one line without control characters');

/** Schema of `ChangeReason`. @public */
export const changeReasonSchema = z.strictObject({
  /** Why, for the audit log; one line of 500 characters at most. */
  reason: reasonSchema.optional(),
});

/** What every change of a cluster can come with. @public */
export type ChangeReason = z.infer<typeof changeReasonSchema>;

/** Schema of `ClusterDeletion`. @public */
export const clusterDeletionSchema = changeReasonSchema.extend({
  /** The cluster's name, as whoever deletes it has typed it. */
  name: z.string().min(1).max(200),
});

/** Body of `POST /clusters/:uid/delete`. @public */
export type ClusterDeletion = z.infer<typeof clusterDeletionSchema>;

/** Schema of `ForcedClusterDeletion`. @public */
export const forcedClusterDeletionSchema = clusterDeletionSchema.extend({
  /** Why, for the audit log: required, since what the cluster is made of may stay in its cloud. */
  reason: reasonSchema,
});

/** Body of `POST /clusters/:uid/force-delete`. @public */
export type ForcedClusterDeletion = z.infer<typeof forcedClusterDeletionSchema>;

/** Schema of `VariableValue`. @public */
export const variableValueSchema = z.strictObject({
  name: z.string().min(1).max(200),
  value: z.string().max(MAX_VALUE),
});

/** A value for a profile's variable. @public */
export type VariableValue = z.infer<typeof variableValueSchema>;

/** Schema of `PackValues`. @public */
export const packValuesSchema = z.strictObject({
  name: z.string().min(1).max(200),
  tag: z.string().max(200).optional(),
  type: z.enum(['spectro', 'helm', 'manifest', 'oci']).optional(),
  /** YAML. */
  values: z.string().max(MAX_VALUE).optional(),
});

/** Values for a pack of a profile that differ from the profile's own. @public */
export type PackValues = z.infer<typeof packValuesSchema>;

/** Schema of `ProfileChange`. @public */
export const profileChangeSchema = z.strictObject({
  /** Of the profile's version that the cluster is to have. One that it has already is brought up to date. */
  uid: uidSchema,
  /** Uid of the attached profile, or of its version, whose place it takes. */
  replaces: uidSchema.optional(),
  variables: z.array(variableValueSchema).max(MAX_VARIABLES).optional(),
  packValues: z.array(packValuesSchema).max(MAX_PACKS).optional(),
});

/** A profile to attach to a cluster, to bring up to date or to put in another one's place. @public */
export type ProfileChange = z.infer<typeof profileChangeSchema>;

const profileChangesSchema = z
  .array(profileChangeSchema)
  .min(1)
  .max(MAX_PROFILES);

/** Schema of `ClusterProfilesChange`. @public */
export const clusterProfilesChangeSchema = changeReasonSchema.extend({
  profiles: profileChangesSchema,
});

/** Body of `POST /clusters/:uid/profiles`; those that it does not name stay as they are. @public */
export type ClusterProfilesChange = z.infer<typeof clusterProfilesChangeSchema>;

/** Schema of `ClusterProfilesCheck`. @public */
export const clusterProfilesCheckSchema = z.strictObject({
  profiles: profileChangesSchema,
});

/** Body of `POST /clusters/:uid/profiles/validate`. @public */
export type ClusterProfilesCheck = z.infer<typeof clusterProfilesCheckSchema>;

/** Schema of `ClusterProfileRemoval`. @public */
export const clusterProfileRemovalSchema = changeReasonSchema.extend({
  /** Of the attached profile. */
  profileUid: uidSchema,
  /** The profile's name, as whoever removes it has typed it. */
  name: z.string().min(1).max(200),
});

/** Body of `POST /clusters/:uid/profiles/remove`. @public */
export type ClusterProfileRemoval = z.infer<typeof clusterProfileRemovalSchema>;

/** Schema of `RepaveReason`. @public */
export const repaveReasonSchema = z.object({
  /** In one word. */
  code: textSchema,
  message: textSchema,
  /** The pack whose change it is. */
  pack: z
    .object({ name: textSchema, from: textSchema, to: textSchema })
    .optional(),
});

/** Why nodes have to be replaced. @public */
export type RepaveReason = z.infer<typeof repaveReasonSchema>;

/** Schema of `ProfilesValidation`. @public */
export const profilesValidationSchema = z.object({
  /** Whether Palette found nothing. */
  valid: z.boolean(),
  /** What Palette does not accept; empty when valid. */
  findings: z.array(clusterFindingSchema),
  /** Whether nodes would be replaced, and why; absent where Palette does not tell. */
  repave: z
    .object({
      required: z.boolean(),
      reasons: z.array(repaveReasonSchema),
    })
    .optional(),
});

/** What `POST /clusters/:uid/profiles/validate` found; nothing was changed. @public */
export type ProfilesValidation = z.infer<typeof profilesValidationSchema>;

/** Schema of `ClusterVariable`. @public */
export const clusterVariableSchema = z.object({
  name: z.string(),
  displayName: textSchema,
  description: textSchema,
  /** Absent for sensitive variables, as their default is. */
  value: textSchema,
  defaultValue: textSchema,
  /** `string`, `number`, `boolean`, `ipv4` and so on. */
  format: textSchema,
  /** `text`, `dropdown` or `multiline`. */
  inputType: textSchema,
  /** Values to choose from. */
  options: z
    .array(z.object({ value: z.string(), label: textSchema }))
    .optional(),
  /** What a value has to match. */
  regex: textSchema,
  required: z.boolean(),
  /** Not to be shown in a form. */
  hidden: z.boolean(),
  /** Not to be changed any more. */
  immutable: z.boolean(),
  /** A secret. */
  isSensitive: z.boolean(),
});

/** A variable of a cluster's profile with the value that the cluster has. @public */
export type ClusterVariable = z.infer<typeof clusterVariableSchema>;

/** Schema of `ClusterProfileVariables`. @public */
export const clusterProfileVariablesSchema = z.object({
  profileUid: z.string(),
  variables: z.array(clusterVariableSchema),
});

/** The variables of one profile of a cluster. @public */
export type ClusterProfileVariables = z.infer<
  typeof clusterProfileVariablesSchema
>;

/** Schema of `ClusterVariablesChange`. @public */
export const clusterVariablesChangeSchema = changeReasonSchema.extend({
  profiles: z
    .array(
      z.strictObject({
        profileUid: uidSchema,
        variables: z.array(variableValueSchema).min(1).max(MAX_VARIABLES),
      }),
    )
    .min(1)
    .max(MAX_PROFILES),
});

/** Body of `POST /clusters/:uid/variables`; those that it does not name stay as they are. @public */
export type ClusterVariablesChange = z.infer<
  typeof clusterVariablesChangeSchema
>;

/** Schema of `ClusterLifecycleChange`. @public */
export const clusterLifecycleChangeSchema = changeReasonSchema.extend({
  /** Whether the virtual cluster is to rest. */
  pause: z.boolean(),
});

/** Body of `POST /clusters/:uid/lifecycle`; for virtual clusters. @public */
export type ClusterLifecycleChange = z.infer<
  typeof clusterLifecycleChangeSchema
>;

/** Schema of `ClusterMetadataChange`. @public */
export const clusterMetadataChangeSchema = changeReasonSchema
  .extend({
    /** Another name. */
    name: clusterNameSchema.optional(),
    /** All tags that the cluster is to have; a bare tag has the value `spectro__tag`. */
    labels: z
      .record(z.string().min(1).max(200), z.string().max(200))
      .optional(),
  })
  .refine(({ name, labels }) => name !== undefined || labels !== undefined, {
    error: 'must have a name or labels',
  });

/** Body of `POST /clusters/:uid/metadata`. @public */
export type ClusterMetadataChange = z.infer<typeof clusterMetadataChangeSchema>;

/** More than any pool has. */
const MAX_NODES = 10_000;
const nodesSchema = z.number().int().min(0).max(MAX_NODES);

/** Schema of `NodePoolResize`. @public */
export const nodePoolResizeSchema = changeReasonSchema
  .extend({
    /** Name of the pool. */
    pool: z.string().min(1).max(200),
    /** Nodes that are wanted. */
    size: nodesSchema,
    /** Fewest nodes, where Palette is to scale the pool; as it is where left out. */
    minSize: nodesSchema.optional(),
    /** Most nodes. */
    maxSize: nodesSchema.optional(),
  })
  .refine(({ minSize = 0, maxSize = MAX_NODES }) => minSize <= maxSize, {
    path: ['minSize'],
    error: 'must not be more than maxSize',
  });

/** Body of `POST /clusters/:uid/nodepools`. @public */
export type NodePoolResize = z.infer<typeof nodePoolResizeSchema>;

/** Schema of `ClusterChange`. @public */
export const clusterChangeSchema = z.object({
  /** Palette's uid of the cluster. */
  uid: z.string(),
});

/** Palette has taken a change of a cluster; how far it is with it says the cluster's state. @public */
export type ClusterChange = z.infer<typeof clusterChangeSchema>;
