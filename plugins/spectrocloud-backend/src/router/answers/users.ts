import type {
  Project,
  SpectroCloudUser,
  SshKey,
  UserProject,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { z } from 'zod';
import { count, flag, metadata, text, time } from './common';

export const user: z.ZodType<SpectroCloudUser> = z.object({
  instance: z.string(),
  name: z.string(),
  email: text,
  userUid: z.string(),
  tenantUid: z.string(),
  tenantName: text,
  tenantPermissions: z.array(z.string()),
  projectPermissions: z.record(z.string(), z.array(z.string())),
  session: z.object({ environment: z.string(), expiresAt: time }),
});

export const userProjects: z.ZodType<{ projects: UserProject[] }> = z.object({
  projects: z.array(
    z.object({
      uid: z.string(),
      name: text,
      permissions: z.array(z.string()),
    }),
  ),
});

export const projects: z.ZodType<{ projects: Project[] }> = z.object({
  projects: z.array(
    z.object({
      metadata,
      status: z
        .object({
          isDisabled: flag,
          clustersHealth: z
            .object({
              errored: count,
              healthy: count,
              running: count,
              unhealthy: count,
            })
            .optional(),
        })
        .optional(),
    }),
  ),
});

export const sshKeys: z.ZodType<{ sshKeys: SshKey[] }> = z.object({
  sshKeys: z.array(z.object({ metadata, spec: z.object({ publicKey: text }) })),
});
