import { endSessions, type EndedSession } from './endSessions';
import { SESSIONS } from './tables';
import type { TokenDatabase } from './TokenDatabase';
import type { SessionOwner } from './Tombstones';

/**
 * Ends a user's sessions for good, however many, with tombstones.
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

  private constructor(options: SessionEndsOptions) {
    this.#database = options.database;
    this.#now = options.now;
  }

  /** @internal */
  static create(options: SessionEndsOptions): SessionEnds {
    return new SessionEnds(options);
  }

  /**
   * Ends all sessions of a user.
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
          query.where({ user_entity_ref: userEntityRef });
          if (ids) query.whereIn('id', ids);
        },
        { revokeIn },
      ),
    );
  }

  /**
   * Ends the oldest sessions of a user in an environment.
   *
   * @param options - `keep`: how many stay; `besides`: row id of one that stays in any case
   * @returns those that ended
   */
  endSurplus(options: {
    owner: SessionOwner;
    keep: number;
    besides: string;
    revokeIn: string[];
  }): Promise<EndedSession[]> {
    const { owner, keep, besides, revokeIn } = options;
    const { userEntityRef, environment } = owner;
    const now = this.#now().getTime();
    return this.#database.transaction(transaction => {
      const surplus = transaction(SESSIONS)
        .where({ user_entity_ref: userEntityRef, environment })
        .whereNot({ id: besides })
        .where('expires_at', '>', now)
        .where('idle_expires_at', '>', now)
        .orderBy([{ column: 'created_at', order: 'desc' }, { column: 'id' }])
        .offset(keep - 1)
        .select('id');
      return endSessions(transaction, query => query.whereIn('id', surplus), {
        revokeIn,
      });
    });
  }

  /** The auth environments in which a user has sessions. */
  async environmentsOf(userEntityRef: string): Promise<string[]> {
    return this.#database.run(async knex =>
      knex(SESSIONS)
        .where({ user_entity_ref: userEntityRef })
        .distinct()
        .pluck('environment'),
    );
  }
}

/** What {@link SessionEnds.create} needs. */
export interface SessionEndsOptions {
  database: TokenDatabase;
  now: () => Date;
}
