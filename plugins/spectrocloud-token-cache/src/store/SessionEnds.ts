import { endSessions, type EndedSession } from './endSessions';
import { SESSIONS, type TokenDatabase } from './TokenDatabase';
import {
  buryOwner,
  burySessions,
  isBuried,
  isReplaced,
  type SessionOwner,
} from './Tombstones';

/**
 * Ends sessions for good, with tombstones that keep sealed cookies from reviving them.
 *
 * `revokeIn` names the auth environments whose tokens go on the list of those that
 * Palette is to revoke. Every method throws `ServiceUnavailableError` when the database
 * can't answer; nothing has ended then.
 *
 * @public
 */
export class SessionEnds {
  readonly #database: TokenDatabase;
  readonly #now: () => Date;

  /** @internal */
  constructor(options: SessionEndsOptions) {
    this.#database = options.database;
    this.#now = options.now;
  }

  /**
   * Ends a session.
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
      await this.#database.run(knex => burySessions(knex, [options]));
    }
    const row = {
      id,
      ...(version !== undefined && { version }),
      ...(leaseId && { lease_id: leaseId }),
    };
    const ended = await this.#database.transaction(transaction =>
      endSessions(transaction, query => query.where(row), {
        revokeIn,
        replacedAt,
      }),
    );
    return ended.length > 0;
  }

  /**
   * Ends all sessions of a user, however many; none that waits to be claimed.
   *
   * @param options - `ids`: only these of them
   * @returns those that were there
   */
  end(options: {
    userEntityRef: string;
    ids?: string[];
    revokeIn: string[];
  }): Promise<EndedSession[]> {
    const { userEntityRef, ids, revokeIn } = options;
    return this.#database.transaction(transaction =>
      endSessions(
        transaction,
        query => {
          query
            .where({ user_entity_ref: userEntityRef })
            .whereNull('waiting_for');
          if (ids) query.whereIn('id', ids);
        },
        { revokeIn },
      ),
    );
  }

  /**
   * The oldest sessions of a user in an environment, beyond those that may stay.
   *
   * @param options - `keep`: how many stay; `besides`: row id of one that stays in any case
   * @returns their row ids
   */
  async surplusOf(options: {
    owner: SessionOwner;
    keep: number;
    besides: string;
  }): Promise<string[]> {
    const { owner, keep, besides } = options;
    const { userEntityRef, environment } = owner;
    const now = this.#now().getTime();
    return this.#database.run(async knex =>
      knex(SESSIONS)
        .where({ user_entity_ref: userEntityRef, environment })
        .whereNull('waiting_for')
        .whereNot({ id: besides })
        .where('expires_at', '>', now)
        .where('idle_expires_at', '>', now)
        .orderBy([{ column: 'created_at', order: 'desc' }, { column: 'id' }])
        .offset(keep - 1)
        .pluck('id'),
    );
  }

  /** The auth environments in which a user has sessions. */
  async environmentsOf(userEntityRef: string): Promise<string[]> {
    return this.#database.run(async knex =>
      knex(SESSIONS)
        .where({ user_entity_ref: userEntityRef })
        .whereNull('waiting_for')
        .distinct()
        .pluck('environment'),
    );
  }

  /**
   * Keeps sealed cookies from restoring any session of a user that began before now,
   * also those whose rows are lost. The rows themselves are ended one by one.
   */
  async forbidRestore(owner: SessionOwner, until: Date): Promise<void> {
    const issuedBefore = this.#now();
    await this.#database.run(knex =>
      buryOwner(knex, owner, { issuedBefore, until }),
    );
  }

  /** Whether a tombstone stands for a session. */
  async isEnded(
    session: SessionOwner & { id: string; createdAt: Date },
  ): Promise<boolean> {
    return this.#database.run(knex => isBuried(knex, session));
  }

  /** Whether a session ended because its browser began another one, at a time or later. */
  async isReplaced(id: string, since: Date): Promise<boolean> {
    return this.#database.run(knex => isReplaced(knex, id, since));
  }
}

/** What {@link SessionEnds} needs. */
export interface SessionEndsOptions {
  database: TokenDatabase;
  now: () => Date;
}
