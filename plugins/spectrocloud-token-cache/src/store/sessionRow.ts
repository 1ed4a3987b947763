import { foldEmail } from '@terasky/backstage-plugin-spectrocloud-common';
import type { PaletteIdentity } from '../SpectroCloudTokenService';
import type { Keyring } from '../sealing/Keyring';
import type {
  DeviceColumns,
  Payload,
  SessionRow,
  UserColumns,
} from './SessionColumns';
import type {
  NewSession,
  SessionDevice,
  SessionSummary,
  StoredSession,
  PaletteTokens,
} from './StoredSession';

/** How an earlier release, which may run beside this one, writes that a session waits for its user. */
const FORMER_WAITING = /^pending:(\d+):(.+)$/;

function toDate(value: number | string): Date;
function toDate(value: number | string | null): Date | undefined;
function toDate(value: number | string | null): Date | undefined {
  return value === null ? undefined : new Date(Number(value));
}

/** Whose a session is, as its row has it. */
export function userColumns({
  userEntityRef,
  waiting,
}: Pick<SessionSummary, 'userEntityRef' | 'waiting'>): UserColumns {
  const isFormer = FORMER_WAITING.test(userEntityRef);
  return {
    user_entity_ref: userEntityRef,
    waiting_for: isFormer ? null : (waiting?.userEntityRef ?? null),
    waiting_until: isFormer ? null : (waiting?.until.getTime() ?? null),
  };
}

function toWaiting(row: UserColumns): SessionSummary['waiting'] {
  const [, formerUntil = null, former = null] =
    FORMER_WAITING.exec(row.user_entity_ref) ?? [];
  const userEntityRef = row.waiting_for ?? former;
  const until = toDate(row.waiting_until ?? formerUntil);
  return userEntityRef !== null && until ? { userEntityRef, until } : undefined;
}

/** What the sealed part of a row is bound to: moved to another row, user or environment, it can't be opened. */
function contextOf(
  row: UserColumns & Pick<SessionRow, 'id' | 'environment'>,
): string {
  const { id, user_entity_ref: userEntityRef, environment } = row;
  const context = ['session', id, userEntityRef, environment];
  return JSON.stringify(
    row.waiting_for === null
      ? context
      : [...context, row.waiting_for, String(row.waiting_until)],
  );
}

/** The columns that change with the tokens. */
export function tokenColumns(
  session: Pick<
    StoredSession,
    | 'id'
    | 'userEntityRef'
    | 'waiting'
    | 'environment'
    | 'claims'
    | 'tokens'
    | 'expiresAt'
    | 'userMissingSince'
  >,
  keyring: Keyring,
) {
  const { id, environment, claims, tokens } = session;
  const context = contextOf({ id, environment, ...userColumns(session) });
  const { idToken, sessionToken, refreshToken } = tokens;
  const { scope, sessionTokenFoundIn, sessionTokenIsNoGrant } = tokens;
  const payload: Payload = {
    claims,
    idToken,
    sessionToken,
    sessionTokenFoundIn,
    sessionTokenIsNoGrant,
    refreshToken,
    scope,
    userMissingSince: session.userMissingSince?.getTime(),
  };
  return {
    sealed: keyring.seal(JSON.stringify(payload), context),
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
export function emailColumn({
  identity,
  email = identity?.email,
}: Pick<SessionSummary, 'email' | 'identity'>): string | null {
  return email === undefined ? null : (foldEmail(email) ?? email);
}

export function deviceColumns(device: SessionDevice = {}): DeviceColumns {
  return { browser: device.browser ?? null, system: device.system ?? null };
}

/** @returns undefined where nothing is known, as in the rows of an earlier release */
function toDevice({
  browser,
  system,
}: DeviceColumns): SessionDevice | undefined {
  return browser || system
    ? { browser: browser ?? undefined, system: system ?? undefined }
    : undefined;
}

export function toRow(session: NewSession, keyring: Keyring): SessionRow {
  return {
    id: session.id,
    ...userColumns(session),
    environment: session.environment,
    issuer: session.issuer,
    subject: session.subject,
    email: emailColumn(session),
    ...identityColumns(session),
    binding: session.binding,
    ...deviceColumns(session.device),
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
    waiting: toWaiting(row),
    environment: row.environment,
    issuer: row.issuer,
    subject: row.subject,
    email: row.email ?? undefined,
    identity: isPending ? undefined : identity,
    formerIdentity: isPending ? identity : undefined,
    binding: row.binding,
    device: toDevice(row),
    sessionTokenExpiresAt: toDate(row.session_token_expires_at),
    idTokenExpiresAt: toDate(row.id_token_expires_at),
    createdAt: toDate(row.created_at),
    usedAt: toDate(row.used_at),
    expiresAt: toDate(row.expires_at),
    idleExpiresAt: toDate(row.idle_expires_at),
  };
}

/** What is sealed in a row; undefined when no key opens it. */
export function openPayload(
  row: UserColumns & Pick<SessionRow, 'id' | 'environment' | 'sealed'>,
  keyring: Keyring,
): Payload | undefined {
  const opened = keyring.open(row.sealed, contextOf(row));
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
  const { claims, userMissingSince, ...sealedTokens } = payload;
  const tokens: PaletteTokens = {
    ...sealedTokens,
    idTokenExpiresAt: summary.idTokenExpiresAt,
    sessionTokenExpiresAt: summary.sessionTokenExpiresAt,
  };
  return {
    ...summary,
    claims,
    tokens,
    userMissingSince:
      userMissingSince === undefined ? undefined : new Date(userMissingSince),
    version: row.version,
    renewAfter: toDate(row.renew_after),
  };
}
