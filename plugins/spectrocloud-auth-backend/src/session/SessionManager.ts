import type {
  PaletteIdentity,
  PaletteTokens,
  SessionDevice,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';

export type { PaletteTokens };

/** Verified claims that a session is bound to. */
export interface SessionSubject {
  issuer: string;
  subject: string;
  email?: string;
}

/** What the `/refresh` endpoint needs of a session. */
export interface ActiveSession {
  /** Row id: SHA-256 of the handle, base64url. */
  id: string;
  /** Nobody's while it waits for its user. */
  userEntityRef: string;
  /** Of a connection that its user has not claimed yet: who may, and until when. */
  waiting?: { userEntityRef: string; until: Date };
  environment: string;
  subject: SessionSubject;
  /** `connect`: bound by a connect ticket; `/refresh` then needs the Backstage token of that user. */
  binding: 'sign-in' | 'connect';
  /** Verified ID-token claims as kept with the session, for profile and resolvers. */
  claims: Record<string, unknown>;
  tokens: PaletteTokens;
  /** Since when the catalog has had no user for it. */
  userMissingSince?: Date;
  /** Seconds for the front end's `expiresInSeconds`; absent when a renewal could not lengthen the session. */
  expiresInSeconds?: number;
  /** How long it can last, however often it is renewed, in seconds. */
  endsInSeconds?: number;
  /** Whole `Set-Cookie` header of the sealed API-token cookie, when the request's is out of date. */
  setCookie?: string;
}

/** Why a session ends. */
export type EndReason =
  | 'sign-out'
  | 'user-changed'
  | 'refused'
  | 'renewal-refused'
  | 'other-identity'
  | 'replaced'
  /** Its browser goes on with the same tokens in another session. */
  | 'handed-over'
  | 'revoked'
  /** Its user has begun more sessions than one may have. */
  | 'over-limit'
  | 'expired';

/** What the callback's answer says of a session that has begun. */
export interface OpenedSession {
  setCookie?: string;
  expiresInSeconds?: number;
  endsInSeconds?: number;
  /** Only once Palette has confirmed whose it is. */
  sessionToken?: string;
}

/** The life of sessions: opened at the callback, refreshed, ended. */
export interface SessionManager {
  /**
   * Asks Palette whose the session token is, ends sessions of another Palette identity of this user, and stores the row.
   *
   * @returns also the session token, if Palette has confirmed it
   * @throws `NotAllowedError` when Palette says that the session token belongs to another user or tenant,
   *   `LoginFailure` when it has expired by our clock
   */
  open(options: {
    handle: string;
    userEntityRef: string;
    environment: string;
    subject: SessionSubject;
    claims: Record<string, unknown>;
    tokens: PaletteTokens;
    binding: 'sign-in' | 'connect';
    device?: SessionDevice;
    /** The handles that the browser had until now: their sessions end, whoever's they are. */
    replaces?: string[];
    /** For a connection that is nobody's until its user claims it, by then at the latest. */
    waitsUntil?: Date;
  }): Promise<OpenedSession>;

  /**
   * The Palette user of a session token that came with a verified ID token, by Palette's own word.
   *
   * @returns undefined where Palette can't be asked, or doesn't know the token
   * @throws `NotAllowedError` when Palette says that it belongs to another user or tenant
   */
  identify(options: {
    environment: string;
    subject: SessionSubject;
    tokens: PaletteTokens;
  }): Promise<PaletteIdentity | undefined>;

  /**
   * The session of a handle, renewed if its time is near.
   *
   * @returns undefined when there is no such session any more
   * @throws `ServiceUnavailableError` when it can't be told now
   */
  refresh(options: {
    handle: string;
    environment: string;
    /** Value of the environment's cookie with the sealed session token; restores the row if it was lost. */
    sealedCookie?: string;
    /** Who asks, where that is proven: a connection is restored for its own user only. */
    caller?: string;
    /** The browser that asks, for a row that doesn't know it yet. */
    device?: SessionDevice;
  }): Promise<ActiveSession | undefined>;

  /**
   * Makes a connection that waits the session of its user, under another handle, tokens and all; the former handle has none any more.
   *
   * @returns undefined when there is no such session any more
   * @throws `ServiceUnavailableError` when it can't be done now
   */
  handOver(options: {
    handle: string;
    to: { handle: string; userEntityRef: string };
  }): Promise<{ setCookie?: string } | undefined>;

  /**
   * Notes whether the catalog has a user for a session: while it hasn't, the session gives no tokens to plugins.
   *
   * @returns since when it hasn't
   * @throws `ServiceUnavailableError` when it can't be noted now
   */
  noteUser(options: {
    handle: string;
    isMissing: boolean;
  }): Promise<Date | undefined>;

  /**
   * Ends a session: row gone, tombstone, token revoked at Palette best effort. Never throws.
   *
   * @returns its last ID token, which may have expired, if it had one; none of a connection, which is its user's only
   */
  end(options: {
    handle: string;
    reason: EndReason;
    /** Value of the environment's cookie with the sealed session token; lets the token be revoked even if the row was lost. */
    sealedCookie?: string;
  }): Promise<string | undefined>;

  /** Ends the session that a cookie with a sealed session token names, if it is one of the environment. Never throws. */
  endByCookie(options: {
    environment: string;
    sealedCookie: string | undefined;
    reason: EndReason;
  }): Promise<void>;

  /**
   * Whether the session of a handle ended a moment ago because its browser signed out or began another one.
   *
   * @throws `ServiceUnavailableError` when it can't be told now
   */
  wasReplaced(handle: string): Promise<boolean>;
}
