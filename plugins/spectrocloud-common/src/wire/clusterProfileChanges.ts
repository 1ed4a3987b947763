import { z } from 'zod';
import { changeReasonSchema } from './clusterChanges';
import { textSchema } from './common';
import { clusterFindingSchema } from './creation';

/** As many profiles as nobody attaches to one cluster. */
const MAX_PROFILES = 50;
const MAX_VARIABLES = 500;
const MAX_PACKS = 100;
/** Palette keeps values as texts; a pack's are some kB. */
const MAX_VALUE = 256 * 1024;

const uidSchema = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/,
    'must be a uid: letters, digits, "_" and "-", at most 64',
  );

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
