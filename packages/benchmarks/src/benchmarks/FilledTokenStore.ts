import { createHistogram } from 'node:perf_hooks';
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  createTokenStore,
  Keyring,
  type NewSession,
  type TokenStore,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { Knex } from 'knex';
import type { LookUpTimes } from '../backend/benchmarkPlugin';
import type { DatabaseKind } from '../backend/databases';

const SESSIONS = 'spectrocloud_sessions';
const ENVIRONMENT = 'production';
/** Sessions that are looked up; the others fill the table. */
const READABLE = 100;
const ROWS_A_STATEMENT = 200;
const HOUR_MS = 3_600_000;
/** As long as Palette's are. */
const ID_TOKEN_CHARACTERS = 1_100;
const SESSION_TOKEN_CHARACTERS = 500;

const logger: LoggerService = {
  child: () => logger,
  debug: () => {},
  info: () => {},
  warn: message => process.stderr.write(`${message}\n`),
  error: message => process.stderr.write(`${message}\n`),
};

/** Tokens of the size of Palette's. */
export function tokensUntil(end: Date): NewSession['tokens'] {
  return {
    idToken: 'i'.repeat(ID_TOKEN_CHARACTERS),
    idTokenExpiresAt: end,
    sessionToken: 's'.repeat(SESSION_TOKEN_CHARACTERS),
    sessionTokenExpiresAt: end,
  };
}

function sessionOf(number: number): NewSession {
  const now = new Date();
  const later = new Date(now.getTime() + HOUR_MS);
  return {
    id: `session-${number}`,
    userEntityRef: `user:default/user-${number}`,
    environment: ENVIRONMENT,
    issuer: 'https://palette.example/v1/oidc/tenant/demo',
    subject: `uid-${number}`,
    email: `user-${number}@acme.example`,
    identity: { tenantUid: 'tenant', userUid: `uid-${number}` },
    binding: 'sign-in',
    claims: { sub: `uid-${number}`, email: `user-${number}@acme.example` },
    tokens: tokensUntil(later),
    createdAt: now,
    usedAt: now,
    expiresAt: later,
    idleExpiresAt: later,
  };
}

/** The token cache with so many sessions in its database. */
export class FilledTokenStore {
  readonly #knex: Knex;
  readonly #store: TokenStore;

  private constructor(knex: Knex) {
    this.#knex = knex;
    this.#store = createTokenStore({
      database: { getClient: async () => knex },
      keyring: Keyring.fromSecrets([
        'a key of the benchmarks, of 32 characters',
      ]),
      logger,
    }).tokens;
  }

  /** Adds sessions up to the number: some that can be opened, the rest copies under other names. */
  static async create(knex: Knex, count: number): Promise<FilledTokenStore> {
    const filled = new FilledTokenStore(knex);
    for (let number = 0; number < READABLE; number++) {
      await filled.#store.storeSessionToken(sessionOf(number));
    }
    const row = await knex(SESSIONS).first();
    const [{ there }] = await knex(SESSIONS).count({ there: '*' });
    const copies = Array.from(
      { length: count - Number(there) },
      (_, index) => ({
        ...row,
        id: `copy-${count}-${index}`,
        user_entity_ref: `user:default/copy-${count}-${index}`,
      }),
    );
    await knex.batchInsert(SESSIONS, copies, ROWS_A_STATEMENT);
    // As autovacuum does it in the end.
    await knex.raw('ANALYZE');
    return filled;
  }

  /** Looks tokens up, one after the other. @throws when one is not there. */
  async lookUp(count: number): Promise<LookUpTimes> {
    const histogram = createHistogram();
    for (let number = 0; number < count; number++) {
      const owner = {
        userEntityRef: `user:default/user-${number % READABLE}`,
        environment: ENVIRONMENT,
      };
      const startedAt = process.hrtime.bigint();
      const { sessions } = await this.#store.readSessions(owner);
      histogram.record(process.hrtime.bigint() - startedAt);
      if (sessions.length === 0)
        throw new Error('A session that was stored is not found');
    }
    return {
      p50: histogram.percentile(50) / 1e6,
      p99: histogram.percentile(99) / 1e6,
    };
  }

  /** Bytes of the table with its indexes; with SQLite, of the whole file. */
  async bytes(kind: DatabaseKind): Promise<number> {
    if (kind === 'PostgreSQL') {
      const { rows } = await this.#knex.raw(
        'SELECT pg_total_relation_size(?) AS size',
        [SESSIONS],
      );
      return Number(rows[0].size);
    }
    const [{ page_count: pages }] = await this.#knex.raw('PRAGMA page_count');
    const [{ page_size: bytes }] = await this.#knex.raw('PRAGMA page_size');
    return pages * bytes;
  }
}
