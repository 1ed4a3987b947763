import { foldEmail } from '../identity/foldEmail';
import type { PaletteIdentity } from '../SpectroCloudTokenService';
import type { Keyring } from '../sealing/Keyring';
import type {
  NewSession,
  SessionSummary,
  StoredSession,
  StoredTokens,
} from './StoredSession';

/** A row of `spectrocloud_sessions`; PostgreSQL answers big integers as text. */
export interface SessionRow {
  id: string;
  user_entity_ref: string;
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
  StoredTokens,
  'idTokenExpiresAt' | 'sessionTokenExpiresAt'
> {
  claims: Record<string, unknown>;
}

function toDate(value: number | string): Date;
function toDate(value: number | string | null): Date | undefined;
function toDate(value: number | string | null): Date | undefined {
  return value === null ? undefined : new Date(Number(value));
}

/** What the sealed part of a row is bound to: moved to another row, user or environment, it can't be opened. */
function contextOf(
  session: Pick<SessionSummary, 'id' | 'userEntityRef' | 'environment'>,
): string {
  const { id, userEntityRef, environment } = session;
  return JSON.stringify(['session', id, userEntityRef, environment]);
}

/** The columns that change with the tokens. */
export function tokenColumns(
  session: Pick<
    StoredSession,
    'id' | 'userEntityRef' | 'environment' | 'claims' | 'tokens' | 'expiresAt'
  >,
  keyring: Keyring,
) {
  const { claims, tokens } = session;
  const { idToken, sessionToken, sessionTokenFoundIn, refreshToken } = tokens;
  const payload: Payload = {
    claims,
    idToken,
    sessionToken,
    sessionTokenFoundIn,
    refreshToken,
  };
  return {
    sealed: keyring.seal(JSON.stringify(payload), contextOf(session)),
    id_token_expires_at: tokens.idTokenExpiresAt?.getTime() ?? null,
    session_token_expires_at: tokens.sessionTokenExpiresAt?.getTime() ?? null,
    expires_at: session.expiresAt.getTime(),
  };
}

export function identityColumns(
  session: Pick<SessionSummary, 'identity' | 'formerIdentity'>,
) {
  const { identity = session.formerIdentity } = session;
  return {
    tenant_uid: identity?.tenantUid ?? null,
    tenant_name: identity?.tenantName ?? null,
    user_uid: identity?.userUid ?? null,
    identity_pending: session.identity === undefined,
  };
}

function toIdentity(row: SessionRow): PaletteIdentity | undefined {
  const { tenant_uid: tenantUid, user_uid: userUid } = row;
  return tenantUid && userUid
    ? {
        tenantUid,
        tenantName: row.tenant_name ?? undefined,
        userUid,
        email: row.email ?? undefined,
      }
    : undefined;
}

/** As it is looked up; one that can't be folded is found by nobody, and only shown. */
function emailColumn(email: string | undefined): string | null {
  return email === undefined ? null : (foldEmail(email) ?? email);
}

export function toRow(session: NewSession, keyring: Keyring): SessionRow {
  return {
    id: session.id,
    user_entity_ref: session.userEntityRef,
    environment: session.environment,
    issuer: session.issuer,
    subject: session.subject,
    email: emailColumn(session.email ?? session.identity?.email),
    ...identityColumns(session),
    binding: session.binding,
    ...tokenColumns(session, keyring),
    version: 1,
    lease_id: null,
    lease_until: null,
    renew_after: null,
    created_at: session.createdAt.getTime(),
    used_at: session.usedAt.getTime(),
    idle_expires_at: session.idleExpiresAt.getTime(),
  };
}

export function toSummary(row: SessionRow): SessionSummary {
  const identity = toIdentity(row);
  const isPending = Boolean(row.identity_pending);
  return {
    id: row.id,
    userEntityRef: row.user_entity_ref,
    environment: row.environment,
    issuer: row.issuer,
    subject: row.subject,
    email: row.email ?? undefined,
    identity: isPending ? undefined : identity,
    formerIdentity: isPending ? identity : undefined,
    binding: row.binding,
    sessionTokenExpiresAt: toDate(row.session_token_expires_at),
    idTokenExpiresAt: toDate(row.id_token_expires_at),
    createdAt: toDate(row.created_at),
    usedAt: toDate(row.used_at),
    expiresAt: toDate(row.expires_at),
    idleExpiresAt: toDate(row.idle_expires_at),
  };
}

/**
 * What is sealed in a row.
 *
 * @returns undefined when no key opens it
 */
export function openPayload(
  row: Pick<SessionRow, 'id' | 'user_entity_ref' | 'environment' | 'sealed'>,
  keyring: Keyring,
): Payload | undefined {
  const { id, user_entity_ref: userEntityRef, environment } = row;
  const context = contextOf({ id, userEntityRef, environment });
  const opened = keyring.open(row.sealed, context);
  return opened === undefined ? undefined : (JSON.parse(opened) as Payload);
}

/** @returns undefined when no key opens the row */
export function toSession(
  row: SessionRow,
  keyring: Keyring,
): StoredSession | undefined {
  const payload = openPayload(row, keyring);
  if (payload === undefined) {
    return undefined;
  }
  const summary = toSummary(row);
  const { claims, ...sealedTokens } = payload;
  const tokens: StoredTokens = {
    ...sealedTokens,
    idTokenExpiresAt: summary.idTokenExpiresAt,
    sessionTokenExpiresAt: summary.sessionTokenExpiresAt,
  };
  return {
    ...summary,
    claims,
    tokens,
    version: row.version,
    renewAfter: toDate(row.renew_after),
  };
}
