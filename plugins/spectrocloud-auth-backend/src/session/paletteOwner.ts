import {
  foldCase,
  isSameEmail,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { isError, NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  type PaletteIdentity,
  type PaletteSessionApi,
  type SessionSummary,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { SessionContext } from './SessionContext';
import type { SessionSubject } from './SessionManager';
import { knownIdentity } from './sessionState';

const ISSUER_TENANT = /\/v1\/oidc\/tenant\/([^/]+)$/;

function isSameName(one: string, other: string): boolean {
  const folded = foldCase(one);
  return one === other || (folded !== undefined && folded === foldCase(other));
}

/** The tenant that an issuer's path names, if it names one. */
export function tenantOf(issuer: string): string | undefined {
  const path = URL.canParse(issuer) ? new URL(issuer).pathname : '';
  const tenant = path.replace(/\/$/, '').match(ISSUER_TENANT)?.[1];
  return tenant && decodeURIComponent(tenant);
}

/** Whether a Palette user is of the tenant that an issuer's path names, if it names one. */
export function isOfIssuersTenant(
  { tenantUid, tenantName }: PaletteIdentity,
  issuer: string,
): boolean {
  const tenant = tenantOf(issuer);
  return (
    tenant === undefined ||
    tenant === tenantUid ||
    (tenantName !== undefined && isSameName(tenant, tenantName))
  );
}

/**
 * Whether a session token, by what Palette says of it, belongs to the user and
 * the tenant of the ID token.
 */
export function isPaletteOwner(
  identity: PaletteIdentity,
  subject: SessionSubject,
): boolean {
  const sameUser =
    identity.userUid === subject.subject ||
    isSameEmail(identity.email, subject.email);
  return isOfIssuersTenant(identity, subject.issuer) && sameUser;
}

/** A session, as far as its Palette user matters. */
type OwnedSession = SessionSubject &
  Pick<SessionSummary, 'identity' | 'formerIdentity'>;

/** Whether a session is of the user whom Palette names: the one it named before, else the ID token's. */
export function isOwnedBy(
  session: OwnedSession,
  identity: PaletteIdentity,
): boolean {
  return knownIdentity(session)
    ? isSamePaletteUser(session, { ...session, identity })
    : isPaletteOwner(identity, session);
}

/** Whether two sessions are of one Palette user; by the ID tokens where Palette couldn't be asked yet. */
export function isSamePaletteUser(a: OwnedSession, b: OwnedSession): boolean {
  const [one, other] = [knownIdentity(a), knownIdentity(b)];
  if (one && other) {
    return one.tenantUid === other.tenantUid && one.userUid === other.userUid;
  }
  return a.issuer === b.issuer && a.subject === b.subject;
}

/** @throws `NotFoundError` for an environment whose tokens are for no Palette */
export function paletteOf(
  { palettes }: Pick<SessionContext, 'palettes'>,
  environment: string,
): PaletteSessionApi {
  const palette = palettes.get(environment);
  if (!palette) {
    throw new NotFoundError(
      `No entry of spectrocloud.environments takes the tokens of auth environment '${environment}'`,
    );
  }
  return palette;
}

/** What Palette said of a session token. */
export type OwnerAnswer =
  | { kind: 'confirmed'; identity: PaletteIdentity }
  /** Palette can't be asked now. */
  | { kind: 'unknown'; error: unknown }
  /** Palette doesn't accept the token, or there is no Palette that it could be for. */
  | { kind: 'refused' };

/** Only a clear no of Palette's to a token: neither a time-out nor an error of Palette's is one. */
export function isRefusal(error: unknown): boolean {
  return isError(error) && error.name === 'AuthenticationError';
}

/**
 * Asks Palette whose a session token is: its own claims can't be verified here.
 *
 * @throws `NotAllowedError` when it is another user's, or of another tenant
 */
export async function askOwner(
  { palettes }: Pick<SessionContext, 'palettes'>,
  environment: string,
  sessionToken: string,
  session: Parameters<typeof isOwnedBy>[0],
): Promise<OwnerAnswer> {
  const palette = palettes.get(environment);
  if (!palette) {
    return { kind: 'refused' };
  }
  let identity: PaletteIdentity;
  try {
    identity = await palette.whoAmI(sessionToken);
  } catch (error) {
    return isRefusal(error) ? { kind: 'refused' } : { kind: 'unknown', error };
  }
  if (!isOwnedBy(session, identity)) {
    throw new NotAllowedError(
      'Palette says that the session token belongs to another user or tenant than the ID token',
    );
  }
  return { kind: 'confirmed', identity };
}
