import { z } from 'zod';
import {
  countSchema,
  flagSchema,
  metadataSchema,
  referenceSchema,
  textSchema,
  timeSchema,
} from './common';

/** Schema of `SpectroCloudUser`. @public */
export const spectroCloudUserSchema = z.object({
  /** The instance (`spectrocloud.environments[].name`) that was asked. */
  instance: z.string(),
  /** Display name, or the e-mail where Palette knows no name. */
  name: z.string(),
  /** E-mail at Palette. */
  email: textSchema,
  /** Uid of the user. */
  userUid: z.string(),
  /** Uid of the tenant. */
  tenantUid: z.string(),
  /** Organisation name of the tenant. */
  tenantName: textSchema,
  /** Permissions that hold in the whole tenant, as `cluster.list`. */
  tenantPermissions: z.array(z.string()),
  /** Permissions by project uid. */
  projectPermissions: z.record(z.string(), z.array(z.string())),
  /** The caller's session. */
  session: z.object({
    /** Auth environment that the caller is signed in at. */
    environment: z.string(),
    /** When Palette stops accepting the session, ISO 8601, where Palette tells. */
    expiresAt: timeSchema,
  }),
});

/** Answer of `GET /users/me`: who the caller is at Palette. Never holds a token. @public */
export type SpectroCloudUser = z.infer<typeof spectroCloudUserSchema>;

/** Schema of `PaletteVisibility`. @public */
export const paletteVisibilitySchema = z.object({
  /** The caller's tenant: tenants of one Palette don't see each other. */
  tenantUid: z.string(),
  /** Whether the caller may see all projects, clusters and profiles of the tenant; the lists are empty then. */
  everything: z.boolean(),
  /** Uids of the clusters, hosts and virtual ones. */
  clusterUids: z.array(z.string()),
  /** Uids of the projects. */
  projectUids: z.array(z.string()),
});

/** What the caller may see at Palette, by its uids alone. @public */
export type PaletteVisibility = z.infer<typeof paletteVisibilitySchema>;

/** Schema of `Project`. @public */
export const projectSchema = z.object({
  /** Uid, name and so on. */
  metadata: metadataSchema,
  /** Who works in it. */
  spec: z.object({ teams: z.array(referenceSchema) }).optional(),
  /** What it is for. */
  description: textSchema,
  /** How it is. */
  status: z
    .object({
      isDisabled: flagSchema,
      clustersHealth: z
        .object({
          errored: countSchema,
          healthy: countSchema,
          running: countSchema,
          unhealthy: countSchema,
        })
        .optional(),
    })
    .optional(),
});

/** A project, with the health of its clusters where Palette tells. @public */
export type Project = z.infer<typeof projectSchema>;

/** Schema of `UserProject`. @public */
export const userProjectSchema = z.object({
  /** Palette's uid. */
  uid: z.string(),
  /** Name as people know it. */
  name: textSchema,
  /** Permissions in Palette's words, as `cluster.get`. */
  permissions: z.array(z.string()),
});

/** A project of the caller, with what they may do in it. @public */
export type UserProject = z.infer<typeof userProjectSchema>;

/** Schema of `SshKey`. @public */
export const sshKeySchema = z.object({
  /** Uid, name and so on. */
  metadata: metadataSchema,
  /** What it is. */
  spec: z.object({ publicKey: textSchema }),
});

/** A public SSH key kept at Palette. @public */
export type SshKey = z.infer<typeof sshKeySchema>;
