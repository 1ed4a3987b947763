import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import type { PaletteIdentity } from '../SpectroCloudTokenService';
import type { Keyring } from '../sealing/Keyring';
import type { SessionRow } from './SessionColumns';
import {
  deviceColumns,
  identityColumns,
  toRow,
  toSession,
  toSummary,
} from './sessionRow';
import type {
  NewSession,
  SessionSummary,
  SessionDevice,
  StoredSession,
} from './StoredSession';
import { unleased } from './RenewalLeases';
import { SESSIONS, TOMBSTONES, type TokenDatabase } from './TokenDatabase';
import { isBuried, type SessionOwner } from './Tombstones';

const MAX_REMEMBERED_UNREADABLE = 1_000;

type Narrow = (query: Knex.QueryBuilder) => void;

/** Narrows a query to a user's own sessions: none that waits to be claimed. */
function ofUser(user: { userEntityRef: string; environment?: string }): Narrow {
  const { userEntityRef, environment } = user;
  return query =>
    query
      .where({
        user_entity_ref: userEntityRef,
        ...(environment && { environment }),
      })
      .whereNull('waiting_for');
}

/** Keeps sessions with a tombstone out of a query, should one have been buried but not yet deleted. */
function withoutBuried(query: Knex.QueryBuilder): void {
  query.whereNotExists(tombstones =>
    tombstones
      .select('id')
      .from(TOMBSTONES)
      .whereRaw('?? = ??', [`${TOMBSTONES}.id`, `${SESSIONS}.id`]),
  );
}

/** What {@link TokenStore} needs. */
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

  /** @internal */
  constructor(options: TokenStoreOptions) {
    this.#options = options;
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

  /** The session of a row id, if it hasn't ended and a key opens it. */
  async getSession(id: string): Promise<StoredSession | undefined> {
    const { sessions } = await this.#read(query => query.where({ id }));
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
    return this.#read(ofUser(owner));
  }

  /** A user's sessions of all environments, the newest first, without their tokens. */
  async listSessions(options: {
    userEntityRef: string;
    environment?: string;
  }): Promise<SessionSummary[]> {
    const now = this.#options.now().getTime();
    const rows = await this.#select(query =>
      query
        .modify(ofUser(options))
        .where('expires_at', '>', now)
        .where('idle_expires_at', '>', now),
    );
    return rows.map(toSummary);
  }

  /**
   * Puts a session back whose row was lost, unless it has ended.
   *
   * @returns whether the row is there now
   */
  async restoreSession(session: NewSession): Promise<boolean> {
    const isEnded = () => this.#run(knex => isBuried(knex, session));
    if (await isEnded()) {
      return false;
    }
    await this.storeSessionToken(session);
    if (await isEnded()) {
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

  /** The tenants that users of an auth environment have sessions in, as far as Palette has named them. */
  async tenantsOf(environment: string): Promise<string[]> {
    return this.#run(async knex =>
      knex(SESSIONS)
        .where({ environment })
        .whereNotNull('tenant_uid')
        .distinct()
        .pluck('tenant_uid'),
    );
  }

  /** Notes that a session was used, and by which browser where its row doesn't say so yet. */
  async touch(
    id: string,
    use: { usedAt: Date; idleExpiresAt: Date; device?: SessionDevice },
  ): Promise<void> {
    await this.#run(knex =>
      knex(SESSIONS)
        .where({ id })
        .update({
          used_at: use.usedAt.getTime(),
          idle_expires_at: use.idleExpiresAt.getTime(),
          ...(use.device && deviceColumns(use.device)),
        }),
    );
  }

  async #read(
    narrow: Narrow,
  ): Promise<{ sessions: StoredSession[]; unreadable: number }> {
    const rows = await this.#select(narrow);
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

  #select(narrow: Narrow): Promise<SessionRow[]> {
    return this.#run(async knex =>
      knex<SessionRow>(SESSIONS)
        .modify(narrow)
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
