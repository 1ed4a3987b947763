import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Keyring } from '../sealing/Keyring';
import { emailColumn, identityColumns, tokenColumns } from './sessionRow';
import type { StoredSession } from './StoredSession';
import { databaseClock, SESSIONS, type TokenDatabase } from './TokenDatabase';

/**
 * The right to renew a session, held by one process at a time.
 *
 * @public
 */
export interface RenewalLease {
  /** Row id of the session. */
  id: string;
  /** Version of the row that the lease was taken on. */
  version: number;
  /** Who holds it: unique for each time it was taken. */
  leaseId: string;
}

/**
 * Makes sure that one caller renews a session, across replicas.
 *
 * A lease lasts for a moment and is kept up while its holder lives. It says who is
 * to ask Palette; what came of it is written by the version of the row, so that who
 * was too slow writes only if nobody else has, and never once the session has ended.
 *
 * @public
 */
export class RenewalLeases {
  readonly #database: TokenDatabase;
  readonly #keyring: Keyring;

  /** @internal */
  constructor(options: { database: TokenDatabase; keyring: Keyring }) {
    this.#database = options.database;
    this.#keyring = options.keyring;
  }

  /**
   * Takes the lease of a session.
   *
   * @returns undefined when another process holds it, or the session was renewed or ended meanwhile
   */
  async take(
    session: Pick<StoredSession, 'id' | 'version'>,
    milliseconds: number,
  ): Promise<RenewalLease | undefined> {
    const { id, version } = session;
    const leaseId = randomUUID();
    const taken = await this.#database.run(knex =>
      knex(SESSIONS)
        .where({ id, version })
        .andWhere(unleased(knex))
        .update({
          lease_id: leaseId,
          lease_until: knex.raw('? + ?', [databaseClock(knex), milliseconds]),
        }),
    );
    return taken === 1 ? { id, version, leaseId } : undefined;
  }

  /** Prolongs a lease. */
  async keep(lease: RenewalLease, milliseconds: number): Promise<void> {
    await this.#database.run(knex =>
      knex(SESSIONS)
        .where({ id: lease.id, lease_id: lease.leaseId })
        .update({
          lease_until: knex.raw('? + ?', [databaseClock(knex), milliseconds]),
        }),
    );
  }

  /** Whether some process is renewing a session now. */
  async isTaken(id: string): Promise<boolean> {
    const row = await this.#database.run(knex =>
      knex(SESSIONS)
        .where({ id })
        .andWhere('lease_until', '>=', databaseClock(knex))
        .first('id'),
    );
    return row !== undefined;
  }

  /** Gives a lease back without a result; nobody tries again before `renewAfter`. */
  async release(lease: RenewalLease, renewAfter: Date): Promise<void> {
    await this.#database.run(knex =>
      knex(SESSIONS).where({ id: lease.id, lease_id: lease.leaseId }).update({
        lease_id: null,
        lease_until: null,
        renew_after: renewAfter.getTime(),
      }),
    );
  }

  /**
   * Writes the renewed tokens of a session and ends the lease.
   *
   * Late is better than never: where another process has taken the lease over but
   * hasn't written yet, its tokens come too late then, since Palette may have
   * accepted the session's former token only once.
   *
   * @returns false when the session ended meanwhile, or was renewed by another process
   */
  async complete(
    lease: RenewalLease,
    renewed: StoredSession,
    renewAfter?: Date,
  ): Promise<boolean> {
    const { id, version } = lease;
    const columns = tokenColumns(renewed, this.#keyring);
    const updated = await this.#database.run(knex =>
      knex(SESSIONS)
        .where({ id, version })
        .update({
          ...columns,
          ...identityColumns(renewed),
          email: emailColumn(renewed),
          version: version + 1,
          lease_id: null,
          lease_until: null,
          renew_after: renewAfter?.getTime() ?? null,
        }),
    );
    return updated === 1;
  }
}

/** Narrows a query to sessions that no process is renewing. */
export function unleased(knex: Knex): (query: Knex.QueryBuilder) => void {
  return query => {
    query
      .whereNull('lease_until')
      .orWhere('lease_until', '<', databaseClock(knex));
  };
}
