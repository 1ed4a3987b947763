import { randomBytes, randomUUID } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';

/** One log-in of a user at Palette; renewals keep it. */
export interface Session {
  uid: string;
  userUid: string;
  tenantUid: string;
  /** Why its tokens are refused, if they are. */
  ended?: 'expired' | 'revoked';
}

/** What a renewal or sign-in hands out. */
export interface SessionToken {
  token: string;
  /** Seconds until it lapses. */
  expiresIn: number;
}

/** Why a token was refused; the words of the error that Palette's clients see. */
export class SessionTokenRefused extends Error {
  readonly name = 'SessionTokenRefused';
}

interface SessionStoreOptions {
  clock: () => number;
  ttlSeconds: () => number;
  /** How long a token is at least, in characters. */
  tokenLength?: () => number;
}

/** What header, signature and the other claims of a token take. */
const OTHER_CHARACTERS = 380;

/** Text that no compression makes shorter, as long as a claim has to be. */
function padding(tokenLength: number): { permissions?: string } {
  const bytes = Math.floor(
    ((tokenLength - OTHER_CHARACTERS) * 3 * 3) / (4 * 4),
  );
  return bytes > 0
    ? { permissions: randomBytes(bytes).toString('base64url') }
    : {};
}

/**
 * Palette's sessions. Their tokens are HS256 JWTs whose key nobody else has,
 * and each use is checked against the revocation list, as since Palette 4.9.38.
 */
export class SessionStore {
  readonly #key = randomBytes(32);
  readonly #options: SessionStoreOptions;
  readonly #sessions = new Map<string, Session>();
  readonly #revoked = new Set<string>();

  constructor(options: SessionStoreOptions) {
    this.#options = options;
  }

  open(user: { userUid: string; tenantUid: string }): Session {
    const session = { uid: randomUUID(), ...user };
    this.#sessions.set(session.uid, session);
    return session;
  }

  /** A new token of the session, whole and unlike every earlier one. */
  async issue(session: Session): Promise<SessionToken> {
    const expiresIn = this.#options.ttlSeconds();
    const issuedAt = this.#seconds();
    const token = await new SignJWT({
      sessionUid: session.uid,
      userUid: session.userUid,
      tenantUid: session.tenantUid,
      ...padding(this.#options.tokenLength?.() ?? 0),
    })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setJti(randomUUID())
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + expiresIn)
      .sign(this.#key);
    return { token, expiresIn };
  }

  /** The session of a live token; throws {@link SessionTokenRefused}. */
  async verify(token: string): Promise<Session> {
    const { session, jti } = await this.#read(token);
    if (this.#revoked.has(jti) || session.ended === 'revoked') {
      throw new SessionTokenRefused('Authorization token is revoked');
    }
    if (session.ended) {
      throw new SessionTokenRefused('Authorization token has expired');
    }
    return session;
  }

  /** A later token of the same session; `rotate` ends the given one. */
  async renew(token: string, rotate: boolean): Promise<SessionToken> {
    const session = await this.verify(token);
    if (rotate) {
      await this.revokeToken(token);
    }
    return this.issue(session);
  }

  /** Puts one token on the revocation list; one that is not ours is ignored. */
  async revokeToken(token: string): Promise<Session | undefined> {
    try {
      const { session, jti } = await this.#read(token);
      this.#revoked.add(jti);
      return session;
    } catch {
      return undefined;
    }
  }

  /** Ends the sessions of a user; the number of those that were alive. */
  end(userUid: string, reason: 'expired' | 'revoked'): number {
    const alive = [...this.#sessions.values()].filter(
      session => session.userUid === userUid && !session.ended,
    );
    for (const session of alive) {
      session.ended = reason;
    }
    return alive.length;
  }

  clear(): void {
    this.#sessions.clear();
    this.#revoked.clear();
  }

  async #read(token: string): Promise<{ session: Session; jti: string }> {
    try {
      const { payload } = await jwtVerify(token, this.#key, {
        algorithms: ['HS256'],
        currentDate: new Date(this.#options.clock()),
      });
      const session = this.#sessions.get(String(payload.sessionUid));
      if (session && payload.jti) {
        return { session, jti: payload.jti };
      }
    } catch (error) {
      if (error instanceof Error && error.name === 'JWTExpired') {
        throw new SessionTokenRefused('Authorization token has expired');
      }
    }
    throw new SessionTokenRefused('Invalid authorization token');
  }

  #seconds(): number {
    return Math.floor(this.#options.clock() / 1000);
  }
}
