import type { PaletteMetadata } from './metadata';

/** Answer of `GET /users/me`: who the caller is at Palette. Never holds a token. @public */
export interface SpectroCloudUser {
  /** The instance (`spectrocloud.environments[].name`) that was asked. */
  instance: string;
  /** Display name, or the e-mail where Palette knows no name. */
  name: string;
  email?: string;
  userUid: string;
  tenantUid: string;
  tenantName?: string;
  /** Permissions that hold in the whole tenant, as `cluster.list`. */
  tenantPermissions: string[];
  /** Permissions by project uid. */
  projectPermissions: Record<string, string[]>;
  session: {
    /** Auth environment that the caller is signed in at. */
    environment: string;
    /** When Palette stops accepting the session, ISO 8601, where Palette tells. */
    expiresAt?: string;
  };
}

/** A project, with the health of its clusters where Palette tells. @public */
export interface Project {
  metadata: PaletteMetadata;
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
  uid: string;
  name?: string;
  permissions: string[];
}

/** A public SSH key kept at Palette. @public */
export interface SshKey {
  metadata: PaletteMetadata;
  spec: { publicKey?: string };
}
