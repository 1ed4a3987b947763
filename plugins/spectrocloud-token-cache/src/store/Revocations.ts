import type { Knex } from 'knex';
import type { Keyring } from '../sealing/Keyring';
import type { UserColumns } from './SessionColumns';
import { openPayload, tokenColumns, userColumns } from './sessionRow';
import type { Revocation } from './Revocation';
import type { StoredSession } from './StoredSession';
import {
  databaseClock,
  REVOCATIONS,
  SESSIONS,
  type TokenDatabase,
} from './TokenDatabase';

/** For so long an entry is left to whoever took it; tried again after that. */
const CLAIM_MS = 300_000;
/** A refresh token need not tell when it ends, and outlives an idle session: it is tried for so long at least. */
const LEAST_MS = 24 * 3_600_000;

interface RevocationRow extends UserColumns {
  id: number;
  session_id: string;
  /** Empty where only the refresh token is to be revoked. */
  environment: string;
  refresh_environment: string | null;
  /** An earlier release leaves it out. */
  issuer: string | null;
  sealed: string;
  /** SQLite answers 0 and 1; an earlier release leaves it out. */
  confirmed: boolean | number | null;
}

/**
 * The tokens of ended sessions that Palette and the OpenID provider are yet to revoke,
 * sealed as they were in their sessions' rows: kept until they have, or until the session
 * would have ended.
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

  /**
   * Lists the tokens of a session whose row is lost or never was, or of one that spares the session token.
   *
   * @param until - for so long, and for a day at least
   */
  async add(
    session: Pick<
      StoredSession,
      | 'id'
      | 'userEntityRef'
      | 'waiting'
      | 'environment'
      | 'issuer'
      | 'tokens'
      | 'identity'
      | 'formerIdentity'
    >,
    until: Date,
    options: { sparesSessionToken?: boolean } = {},
  ): Promise<void> {
    const { id, environment, issuer } = session;
    const { idToken, ...tokens } = session.tokens;
    const { database, keyring, now } = this.#options;
    const { sealed } = tokenColumns(
      { ...session, tokens, claims: {}, expiresAt: until },
      keyring,
    );
    await database.run(knex =>
      knex(REVOCATIONS).insert({
        session_id: id,
        ...userColumns(session),
        ...environmentColumns(environment, options.sparesSessionToken),
        issuer,
        sealed,
        until: Math.max(until.getTime(), now().getTime() + LEAST_MS),
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
            .where({ ...(sessionId && { session_id: sessionId }) })
            .modify(isIn, environment)
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
      const opened = openPayload(
        { ...row, id: row.session_id, environment },
        keyring,
      );
      const { refreshToken, sessionToken } = opened ?? {};
      return {
        id: row.id,
        isReadable: opened !== undefined,
        isConfirmed: Boolean(row.confirmed),
        sparesSessionToken: row.refresh_environment !== null,
        sessionToken,
        mayBeRefreshToken:
          opened?.sessionTokenFoundIn === 'refresh_token' &&
          !opened.sessionTokenIsNoGrant,
        refreshToken,
        issuer: row.issuer ?? undefined,
      };
    });
  }

  /** Notes that of these entries only the refresh tokens are left to revoke. */
  async leaveRefreshTokens(ids: number[], environment: string): Promise<void> {
    await this.#options.database.run(knex =>
      knex(REVOCATIONS)
        .whereIn('id', ids)
        .update(environmentColumns(environment, true)),
    );
  }

  /** Strikes entries off: there is nothing left to revoke. */
  async strike(ids: number[]): Promise<void> {
    await this.#options.database.run(knex =>
      knex(REVOCATIONS).whereIn('id', ids).delete(),
    );
  }

  /** How many sessions of an environment have tokens that are yet to be revoked. */
  async count(environment: string): Promise<number> {
    const row = await this.#options.database.run(knex =>
      knex(REVOCATIONS).modify(isIn, environment).count({ count: '*' }).first(),
    );
    return Number(row?.count ?? 0);
  }
}

/**
 * Copies the sealed tokens of sessions' rows, which are about to go, to the list of those
 * that are yet to be revoked.
 *
 * @param rows - `narrow` narrows a query to them; `environments`: only these of them
 */
export async function listForRevocation(
  transaction: Knex,
  rows: {
    narrow: (query: Knex.QueryBuilder) => void;
    environments?: string[];
    sparesSessionToken?: boolean;
  },
  now: Date,
): Promise<void> {
  const { environments, narrow, sparesSessionToken } = rows;
  const columns = ['user_entity_ref', 'waiting_for', 'waiting_until', 'issuer'];
  const into = ['environment', 'refresh_environment', 'session_id', 'sealed'];
  const names = [...into, ...columns, 'until', 'confirmed', 'retry_at'];
  const environment = transaction.raw('??', ['environment']);
  const end = ['session_token_expires_at', 'expires_at'];
  const least = now.getTime() + LEAST_MS;
  const copies = transaction(SESSIONS)
    .modify(narrow)
    .modify(query => {
      if (environments) query.whereIn('environment', environments);
    })
    .select(
      ...(sparesSessionToken
        ? [transaction.raw("''"), environment]
        : [environment, transaction.raw('NULL')]),
    )
    .select('id', 'sealed', ...columns)
    .select(
      transaction.raw(
        'CASE WHEN COALESCE(??, ??) > ? THEN COALESCE(??, ??) ELSE ? END',
        [...end, least, ...end, least],
      ),
    )
    .select(transaction.raw('?? IS NOT NULL', ['user_uid']))
    .select(transaction.raw('0'));
  const places = names.map(() => '??').join(', ');
  await transaction(
    transaction.raw(`?? (${places})`, [REVOCATIONS, ...names]),
  ).insert(copies);
}

function isIn(query: Knex.QueryBuilder, environment: string): void {
  query.andWhere(either =>
    either.where({ environment }).orWhere({ refresh_environment: environment }),
  );
}

function environmentColumns(environment: string, sparesSessionToken = false) {
  return sparesSessionToken
    ? { environment: '', refresh_environment: environment }
    : { environment, refresh_environment: null };
}

/** What {@link Revocations} needs. */
export interface RevocationsOptions {
  database: TokenDatabase;
  keyring: Keyring;
  now: () => Date;
}
