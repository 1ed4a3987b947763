import type { Keyring } from '../sealing/Keyring';
import {
  openPayload,
  tokenColumns,
  userColumns,
  type UserColumns,
} from './sessionRow';
import type { StoredSession } from './StoredSession';
import {
  databaseClock,
  REVOCATIONS,
  type TokenDatabase,
} from './TokenDatabase';

/** For so long an entry is left to whoever took it; tried again after that. */
const CLAIM_MS = 300_000;
interface RevocationRow extends UserColumns {
  id: number;
  session_id: string;
  environment: string;
  sealed: string;
  /** SQLite answers 0 and 1; an earlier release leaves it out. */
  confirmed: boolean | number | null;
}

/** A session token that Palette is yet to revoke. @public */
export interface Revocation {
  /** Number of the entry. */
  id: number;
  /** Whether a key opens it here. */
  isReadable: boolean;
  /** The token; absent where the session had none. */
  sessionToken?: string;
  /** Whether Palette has said that it is a session token; it may be another server's refresh token else. */
  isConfirmed: boolean;
}

/**
 * The session tokens that Palette is yet to revoke, sealed as they were in their
 * sessions' rows: kept until it has, or until they have expired.
 *
 * Every method throws `ServiceUnavailableError` when the database can't answer.
 *
 * @public
 */
export class Revocations {
  readonly #options: RevocationsOptions;

  /** @internal */
  constructor(options: RevocationsOptions) {
    this.#options = options;
  }

  /** Lists the token of a session whose row is lost or never was. */
  async add(
    session: Pick<
      StoredSession,
      | 'id'
      | 'userEntityRef'
      | 'waiting'
      | 'environment'
      | 'tokens'
      | 'identity'
      | 'formerIdentity'
    >,
    until: Date,
  ): Promise<void> {
    const { id, environment, tokens } = session;
    const { sessionToken } = tokens;
    const { sealed } = tokenColumns(
      { ...session, tokens: { sessionToken }, claims: {}, expiresAt: until },
      this.#options.keyring,
    );
    await this.#options.database.run(knex =>
      knex(REVOCATIONS).insert({
        session_id: id,
        ...userColumns(session),
        environment,
        sealed,
        until: until.getTime(),
        confirmed: Boolean(session.identity ?? session.formerIdentity),
        retry_at: 0,
      }),
    );
  }

  /**
   * Takes entries, the oldest first, that no other process has taken lately.
   *
   * @param options - `sessionId`: of this session only
   */
  async claim(options: {
    environment: string;
    sessionId?: string;
    limit: number;
  }): Promise<Revocation[]> {
    const { environment, sessionId, limit } = options;
    const { database, keyring, now } = this.#options;
    const rows = await database.run((knex): Promise<RevocationRow[]> =>
      knex(REVOCATIONS)
        .whereIn(
          'id',
          knex(REVOCATIONS)
            .where({
              environment,
              ...(sessionId && { session_id: sessionId }),
            })
            .andWhere('retry_at', '<=', databaseClock(knex))
            .andWhere('until', '>', now().getTime())
            .orderBy('id')
            .limit(limit)
            .select('id'),
        )
        // Asked again: another process may have taken it since the look.
        .andWhere('retry_at', '<=', databaseClock(knex))
        .update({
          retry_at: knex.raw('? + ?', [databaseClock(knex), CLAIM_MS]),
        })
        .returning('*'),
    );
    // In no order, on PostgreSQL.
    rows.sort((one, other) => one.id - other.id);
    return rows.map(row => {
      const opened = openPayload({ ...row, id: row.session_id }, keyring);
      const { sessionToken } = opened ?? {};
      return {
        id: row.id,
        isReadable: opened !== undefined,
        isConfirmed: Boolean(row.confirmed),
        sessionToken,
      };
    });
  }

  /** Strikes entries off: there is nothing left to revoke. */
  async strike(ids: number[]): Promise<void> {
    await this.#options.database.run(knex =>
      knex(REVOCATIONS).whereIn('id', ids).delete(),
    );
  }

  /** How many tokens of an environment are yet to be revoked. */
  async count(environment: string): Promise<number> {
    const row = await this.#options.database.run(knex =>
      knex(REVOCATIONS).where({ environment }).count({ count: '*' }).first(),
    );
    return Number(row?.count ?? 0);
  }
}

/** What {@link Revocations} needs. */
export interface RevocationsOptions {
  database: TokenDatabase;
  keyring: Keyring;
  now: () => Date;
}
