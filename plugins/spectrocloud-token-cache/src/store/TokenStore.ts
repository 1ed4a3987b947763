import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import { foldEmail } from '../identity/foldEmail';
import type { PaletteIdentity } from '../SpectroCloudTokenService';
import type { Keyring } from '../sealing/Keyring';
import {
  identityColumns,
  toRow,
  toSession,
  toSummary,
  type SessionRow,
} from './sessionRow';
import type {
  NewSession,
  SessionSummary,
  StoredSession,
} from './StoredSession';
import type { TokenDatabase } from './TokenDatabase';
import {
  buryOwner,
  burySessions,
  isBuried,
  isReplaced,
  withoutBuried,
  type SessionOwner,
} from './Tombstones';
import { SESSIONS } from './tables';
import { endSessions } from './endSessions';
import { isUsable } from './isUsable';
import { unleased } from './unleased';

const MAX_REMEMBERED_UNREADABLE = 1_000;

/** What Palette hasn't confirmed may be another server's refresh token: nothing to call Palette with. */
function isConfirmed(now: Date) {
  return (session: StoredSession) =>
    session.identity !== undefined && isUsable(session, now);
}

/** What {@link TokenStore.create} needs. */
export interface TokenStoreOptions {
  database: TokenDatabase;
  keyring: Keyring;
  logger: LoggerService;
  now: () => Date;
}

/**
 * The rows of Palette sessions, sealed, in the auth plugin's database.
 *
 * Every method throws `ServiceUnavailableError` when the database can't answer.
 *
 * @public
 */
export class TokenStore {
  readonly #options: TokenStoreOptions;
  readonly #unreadable = new LRUCache<string, true>({
    max: MAX_REMEMBERED_UNREADABLE,
  });

  private constructor(options: TokenStoreOptions) {
    this.#options = options;
  }

  /** @internal */
  static create(options: TokenStoreOptions): TokenStore {
    return new TokenStore(options);
  }

  /**
   * Stores a session that has just begun or was restored.
   *
   * @returns false when there is one of this id already, which is then left as it is
   */
  async storeSessionToken(session: NewSession): Promise<boolean> {
    const row = toRow(session, this.#options.keyring);
    const inserted = await this.#run(knex =>
      knex(SESSIONS).insert(row).onConflict('id').ignore().returning('id'),
    );
    return inserted.length === 1;
  }

  /** The newest usable session token of a user in an auth environment, as far as Palette has confirmed it. */
  async getSessionToken(
    owner: SessionOwner,
  ): Promise<StoredSession | undefined> {
    const now = this.#options.now();
    const { sessions } = await this.readSessions(owner);
    return sessions.find(isConfirmed(now));
  }

  /** The newest usable and confirmed session token of an e-mail (in any case) in an auth environment. Never hand it to anyone but its owner. */
  async getSessionTokenByEmail(options: {
    email: string;
    environment: string;
  }): Promise<StoredSession | undefined> {
    const now = this.#options.now();
    const { environment } = options;
    const email = foldEmail(options.email);
    if (email === undefined) {
      return undefined;
    }
    const { sessions } = await this.#read({ email, environment });
    return sessions.find(isConfirmed(now));
  }

  /** The session of a row id, if it hasn't ended and a key opens it. */
  async getSession(id: string): Promise<StoredSession | undefined> {
    const { sessions } = await this.#read({ id });
    return sessions[0];
  }

  /** A session without its tokens, be it one that no key opens. */
  async getSummary(id: string): Promise<SessionSummary | undefined> {
    const rows = await this.#select(query => query.where({ id }));
    return rows.map(toSummary)[0];
  }

  /** All sessions of a user in an environment, the newest first, and how many rows no key opens. */
  async readSessions(
    owner: SessionOwner,
  ): Promise<{ sessions: StoredSession[]; unreadable: number }> {
    return this.#read({
      user_entity_ref: owner.userEntityRef,
      environment: owner.environment,
    });
  }

  /** A user's sessions of all environments, the newest first, without their tokens. */
  async listSessions(options: {
    userEntityRef: string;
    environment?: string;
  }): Promise<SessionSummary[]> {
    const now = this.#options.now().getTime();
    const rows = await this.#select(query =>
      query
        .where({
          user_entity_ref: options.userEntityRef,
          ...(options.environment && { environment: options.environment }),
        })
        .where('expires_at', '>', now)
        .where('idle_expires_at', '>', now),
    );
    return rows.map(toSummary);
  }

  /**
   * Ends a session for good: a tombstone keeps sealed cookies from reviving it.
   *
   * @param options - `until`: when no token of the session can be alive any more;
   *   `replacedAt`: when its browser began another one instead, if that is the reason;
   *   `version`: end it only if nobody has renewed it since;
   *   `leaseId`: and only if this lease is still held;
   *   `revokeIn`: auth environments whose Palette is to revoke the row's token
   * @returns false when the row was gone, or has another version
   */
  async removeSessionToken(options: {
    id: string;
    until: Date;
    replacedAt?: Date;
    version?: number;
    leaseId?: string;
    revokeIn?: string[];
  }): Promise<boolean> {
    const { id, version, leaseId, replacedAt, revokeIn = [] } = options;
    if (version === undefined) {
      // The tombstone first, on its own: a restore that runs at the same time
      // looks for it after it has inserted the row.
      await this.#run(knex => burySessions(knex, [options]));
    }
    const row = {
      id,
      ...(version !== undefined && { version }),
      ...(leaseId && { lease_id: leaseId }),
    };
    const ended = await this.#options.database.transaction(transaction =>
      endSessions(transaction, query => query.where(row), {
        revokeIn,
        replacedAt,
      }),
    );
    return ended.length > 0;
  }

  /**
   * Keeps sealed cookies from restoring any session of a user that began before now,
   * also those whose rows are lost. The rows themselves are ended one by one.
   */
  async forbidRestore(owner: SessionOwner, until: Date): Promise<void> {
    const issuedBefore = this.#options.now();
    await this.#run(knex => buryOwner(knex, owner, { issuedBefore, until }));
  }

  /**
   * Puts a session back whose row was lost, unless it has ended.
   *
   * @returns whether the row is there now
   */
  async restoreSession(session: NewSession): Promise<boolean> {
    if (await this.isEnded(session)) {
      return false;
    }
    await this.storeSessionToken(session);
    if (await this.isEnded(session)) {
      await this.#run(knex =>
        knex(SESSIONS).where({ id: session.id }).delete(),
      );
      return false;
    }
    return true;
  }

  /**
   * Makes a session another one, under another id and of another user: at once,
   * so that nobody ends or renews it in between.
   *
   * @returns false when it has ended or was renewed, or is being renewed
   */
  async moveSession(
    from: Pick<StoredSession, 'id' | 'version'>,
    to: NewSession,
  ): Promise<boolean> {
    const { id, version } = from;
    const row = toRow(to, this.#options.keyring);
    const moved = await this.#run(knex =>
      knex(SESSIONS)
        .where({ id, version })
        .andWhere(unleased(knex))
        .update(row),
    );
    return moved === 1;
  }

  /** Whether a tombstone stands for a session. */
  async isEnded(
    session: SessionOwner & { id: string; createdAt: Date },
  ): Promise<boolean> {
    return this.#run(knex => isBuried(knex, session));
  }

  /** Whether a session ended because its browser began another one, at a time or later. */
  async isReplaced(id: string, since: Date): Promise<boolean> {
    return this.#run(knex => isReplaced(knex, id, since));
  }

  /**
   * Keeps whom Palette named as the owner of the session's token.
   *
   * @returns false when the session ended or got another token meanwhile
   */
  async confirmIdentity(
    session: Pick<StoredSession, 'id' | 'version'>,
    identity: PaletteIdentity,
  ): Promise<boolean> {
    const { id, version } = session;
    const updated = await this.#run(knex =>
      knex(SESSIONS)
        .where({ id, version })
        .update(identityColumns({ identity })),
    );
    return updated === 1;
  }

  /** Notes that a session was used. */
  async touch(
    id: string,
    times: { usedAt: Date; idleExpiresAt: Date },
  ): Promise<void> {
    await this.#run(knex =>
      knex(SESSIONS).where({ id }).update({
        used_at: times.usedAt.getTime(),
        idle_expires_at: times.idleExpiresAt.getTime(),
      }),
    );
  }

  async #read(
    where: Partial<SessionRow>,
  ): Promise<{ sessions: StoredSession[]; unreadable: number }> {
    const rows = await this.#select(query => query.where(where));
    const sessions: StoredSession[] = [];
    for (const row of rows) {
      const session = toSession(row, this.#options.keyring);
      if (session) {
        sessions.push(session);
      } else {
        this.#logUnreadable(row.id);
      }
    }
    return { sessions, unreadable: rows.length - sessions.length };
  }

  #select(
    narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
  ): Promise<SessionRow[]> {
    return this.#run(async knex =>
      narrow(knex<SessionRow>(SESSIONS))
        .modify(withoutBuried)
        .orderBy([
          { column: 'created_at', order: 'desc' },
          { column: 'id', order: 'asc' },
        ])
        .select(`${SESSIONS}.*`),
    );
  }

  #run<T>(work: (knex: Knex) => Promise<T>): Promise<T> {
    return this.#options.database.run(work);
  }

  #logUnreadable(id: string): void {
    if (!this.#unreadable.has(id)) {
      this.#unreadable.set(id, true);
      this.#options.logger.warn(
        `Palette session ${id} can't be opened with any key of spectrocloud.tokenCache.encryptionKeys; its user has to sign in again`,
      );
    }
  }
}
