import type { PaletteTokens } from './StoredSession';

/** The columns that say whose a session is. */
export interface UserColumns {
  /** Empty while it waits for its user: nobody's. */
  user_entity_ref: string;
  waiting_for: string | null;
  waiting_until: number | string | null;
}

/** The columns that say which browser a session is of. */
export interface DeviceColumns {
  browser: string | null;
  system: string | null;
}

/** A row of `spectrocloud_sessions`; PostgreSQL answers big integers as text. */
export interface SessionRow extends UserColumns, DeviceColumns {
  id: string;
  environment: string;
  issuer: string;
  subject: string;
  email: string | null;
  tenant_uid: string | null;
  tenant_name: string | null;
  user_uid: string | null;
  /** SQLite answers 0 and 1. */
  identity_pending: boolean | number;
  binding: 'sign-in' | 'connect';
  sealed: string;
  id_token_expires_at: number | string | null;
  session_token_expires_at: number | string | null;
  version: number;
  lease_id: string | null;
  lease_until: number | string | null;
  renew_after: number | string | null;
  created_at: number | string;
  used_at: number | string;
  expires_at: number | string;
  idle_expires_at: number | string;
}

/** The sealed part of a row. */
export interface Payload extends Omit<
  PaletteTokens,
  'idTokenExpiresAt' | 'sessionTokenExpiresAt'
> {
  claims: Record<string, unknown>;
  /** Milliseconds since 1970. */
  userMissingSince?: number;
}
