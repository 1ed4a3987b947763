import { SPECTROCLOUD_AUTH_PROVIDER_ID } from './names';

/** Path, below the auth plugin's base URL, where a signed-in user fetches a connect ticket. @public */
export const CONNECT_TICKET_PATH = `/${SPECTROCLOUD_AUTH_PROVIDER_ID}/connect-ticket`;

/** Path, below the auth plugin's base URL, of a user's own sessions, and with an id of one of them. @public */
export const USER_SESSIONS_PATH = `/${SPECTROCLOUD_AUTH_PROVIDER_ID}/sessions`;

/** A session of the user with Palette. @public */
export interface SpectroCloudSessionInfo {
  /** Id of the session. */
  id: string;
  /** Auth environment of the session. */
  environment: string;
  /** ISO 8601. */
  createdAt: string;
  /** ISO 8601. */
  usedAt: string;
  /** ISO 8601, where it is known. */
  expiresAt?: string;
  /** Whether it is the session of this browser. */
  current?: boolean;
  /** Its browser and operating system by name, as far as they are known. */
  device?: { browser?: string; system?: string };
  /** E-mail of the user at Palette. */
  email?: string;
  /** Organisation name of the tenant. */
  tenantName?: string;
}
