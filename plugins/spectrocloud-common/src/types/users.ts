import type { PaletteMetadata } from './metadata';

/** Answer of `GET /users/me`: who the caller is at Palette. Never holds a token. @public */
export interface SpectroCloudUser {
  /** The instance (`spectrocloud.environments[].name`) that was asked. */
  instance: string;
  /** Display name, or the e-mail where Palette knows no name. */
  name: string;
  /** E-mail at Palette. */
  email?: string;
  /** Uid of the user. */
  userUid: string;
  /** Uid of the tenant. */
  tenantUid: string;
  /** Organisation name of the tenant. */
  tenantName?: string;
  /** Permissions that hold in the whole tenant, as `cluster.list`. */
  tenantPermissions: string[];
  /** Permissions by project uid. */
  projectPermissions: Record<string, string[]>;
  /** The caller's session. */
  session: {
    /** Auth environment that the caller is signed in at. */
    environment: string;
    /** When Palette stops accepting the session, ISO 8601, where Palette tells. */
    expiresAt?: string;
  };
}

/** A project, with the health of its clusters where Palette tells. @public */
export interface Project {
  /** Uid, name and so on. */
  metadata: PaletteMetadata;
  /** How it is. */
  status?: {
    isDisabled?: boolean;
    clustersHealth?: {
      errored?: number;
      healthy?: number;
      running?: number;
      unhealthy?: number;
    };
  };
}

/** A project of the caller, with what they may do in it. @public */
export interface UserProject {
  /** Palette's uid. */
  uid: string;
  /** Name as people know it. */
  name?: string;
  /** Permissions in Palette's words, as `cluster.get`. */
  permissions: string[];
}

/** A public SSH key kept at Palette. @public */
export interface SshKey {
  /** Uid, name and so on. */
  metadata: PaletteMetadata;
  /** What it is. */
  spec: { publicKey?: string };
}
