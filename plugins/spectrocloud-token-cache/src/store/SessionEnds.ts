import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { RevocationScope } from './Revocation';
import { listForRevocation } from './Revocations';
import { SESSIONS, type TokenDatabase } from './TokenDatabase';
import {
  buryOwner,
  buryRows,
  burySessions,
  isBuried,
  isReplaced,
  type SessionOwner,
} from './Tombstones';

/** A session that has ended. @public */
export interface EndedSession {
  /** Its row id. */
  id: string;
  /** Its auth environment. */
  environment: string;
}

/**
 * Ends sessions for good, with tombstones that keep sealed cookies from reviving them.
 *
 * `revokeIn` and `revokeRefreshIn` name the auth environments whose tokens go on the list
 * of those that are to be revoked. Every method throws `ServiceUnavailableError` when the database
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
   *   `leaseId`: and only if this lease is still held
   * @returns false when the row was gone, or has another version
   */
  async removeSessionToken(
    options: RevocationScope & {
      id: string;
      until: Date;
      replacedAt?: Date;
      version?: number;
      leaseId?: string;
    },
  ): Promise<boolean> {
    const { id, version, leaseId, replacedAt } = options;
    const { revokeIn, revokeRefreshIn } = options;
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
        revokeRefreshIn,
        replacedAt,
        now: this.#now(),
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
  end(
    options: RevocationScope & { userEntityRef: string; ids?: string[] },
  ): Promise<EndedSession[]> {
    const { userEntityRef, ids, revokeIn, revokeRefreshIn } = options;
    return this.#database.transaction(transaction =>
      endSessions(
        transaction,
        query => {
          query
            .where({ user_entity_ref: userEntityRef })
            .whereNull('waiting_for');
          if (ids) query.whereIn('id', ids);
        },
        { revokeIn, revokeRefreshIn, now: this.#now() },
      ),
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

/**
 * Ends sessions of one user: leaves tombstones, lists their tokens for revocation, and
 * removes their rows. It takes the same few statements however many there are.
 *
 * @param transaction - all of it counts, or nothing
 * @param narrow - narrows a query to the rows
 * @param options - `replacedAt`: when their browser began another one instead, if that is the reason
 */
async function endSessions(
  transaction: Knex,
  narrow: (query: Knex.QueryBuilder) => void,
  options: RevocationScope & { replacedAt?: Date; now: Date },
): Promise<EndedSession[]> {
  // Marked, so that all statements mean the same rows: none that begins meanwhile,
  // and each with the tokens that it has then. Whoever is renewing one has lost it.
  const mark = `ends ${randomUUID()}`;
  const ended: Array<EndedSession & { user_entity_ref: string }> =
    await transaction(SESSIONS)
      .modify(narrow)
      .update({ lease_id: mark })
      .returning(['id', 'environment', 'user_entity_ref']);
  if (ended.length > 0) {
    const [{ user_entity_ref }] = ended;
    const marked = (query: Knex.QueryBuilder) => {
      query.where({ user_entity_ref, lease_id: mark });
    };
    await buryRows(transaction, marked, options.replacedAt);
    const { now, revokeIn = [], revokeRefreshIn = [] } = options;
    const scopes = [
      { environments: revokeIn },
      { environments: revokeRefreshIn, sparesSessionToken: true },
    ];
    for (const scope of scopes.filter(one => one.environments.length > 0)) {
      await listForRevocation(transaction, { narrow: marked, ...scope }, now);
    }
    await transaction(SESSIONS).modify(marked).delete();
  }
  return ended.map(({ id, environment }) => ({ id, environment }));
}
