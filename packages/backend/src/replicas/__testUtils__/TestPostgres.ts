import { randomBytes } from 'node:crypto';
import type { JsonObject } from '@backstage/types';
import knexFactory, { type Knex } from 'knex';

/** Names the server of the tests. */
export const CONNECTION =
  'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';

const MIGRATIONS = 'knex_migrations';

/** Databases of one backend (or of its replicas) on the PostgreSQL of the tests. */
export class TestPostgres {
  readonly #prefix = `replicas_${randomBytes(6).toString('hex')}_`;

  /** Where the server is. */
  get url(): URL {
    return new URL(process.env[CONNECTION] ?? '');
  }

  /** `backend.database` */
  get config(): JsonObject {
    return this.configThrough(this.url.host);
  }

  /** `backend.database`, with the server at another address. */
  configThrough(host: string): JsonObject {
    const connection = this.url;
    connection.host = host;
    return { client: 'pg', connection: connection.href, prefix: this.#prefix };
  }

  /** `backend.database`, as a user whom the server doesn't know. */
  get configOfStranger(): JsonObject {
    const connection = this.url;
    connection.username = 'stranger';
    return { ...this.config, connection: connection.href };
  }

  /** Connects to the auth plugin's database. */
  connect(): Knex {
    return this.#connect(`${this.#prefix}auth`);
  }

  /** The migrations of the auth plugin itself that have run; ours are in a list of their own. */
  async readMigrations(): Promise<string[]> {
    const database = this.connect();
    try {
      return await database(MIGRATIONS).pluck('name');
    } finally {
      await database.destroy();
    }
  }

  /** Lets the auth plugin of an earlier Backstage start again, which knows those alone. */
  async forgetMigrationsBut(names: string[]): Promise<void> {
    const database = this.connect();
    try {
      await database(MIGRATIONS).whereNotIn('name', names).delete();
    } finally {
      await database.destroy();
    }
  }

  /** Loses all sessions, as if nobody had ever signed in. */
  async forgetSessions(): Promise<void> {
    const database = this.connect();
    try {
      await database('spectrocloud_sessions').delete();
    } finally {
      await database.destroy();
    }
  }

  /** Cuts all connections to the auth plugin's database; `refuse` keeps new ones out. */
  async disconnect(options?: { refuse: boolean }): Promise<void> {
    const database = `${this.#prefix}auth`;
    await this.#admin(
      `ALTER DATABASE ${database} ALLOW_CONNECTIONS ${!options?.refuse}`,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${database}'`,
    );
  }

  /** Lets connections in again. */
  async accept(): Promise<void> {
    await this.#admin(
      `ALTER DATABASE ${this.#prefix}auth ALLOW_CONNECTIONS true`,
    );
  }

  /** Makes the auth plugin's database read-only, as a standby is after a failover. */
  async setReadOnly(readOnly: boolean): Promise<void> {
    const database = `${this.#prefix}auth`;
    await this.#admin(
      `ALTER DATABASE ${database} SET default_transaction_read_only = ${readOnly}`,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${database}'`,
    );
  }

  /** Drops the databases. */
  async drop(): Promise<void> {
    await this.#withAdmin(async admin => {
      const names: string[] = await admin('pg_database')
        .whereRaw('starts_with(datname, ?)', this.#prefix)
        .pluck('datname');
      for (const name of names) {
        await admin.raw('DROP DATABASE ?? WITH (FORCE)', name);
      }
    });
  }

  async #admin(...statements: string[]): Promise<void> {
    await this.#withAdmin(async admin => {
      for (const statement of statements) {
        await admin.raw(statement);
      }
    });
  }

  async #withAdmin(work: (admin: Knex) => Promise<void>): Promise<void> {
    const admin = this.#connect();
    try {
      await work(admin);
    } finally {
      await admin.destroy();
    }
  }

  #connect(database?: string): Knex {
    const { url } = this;
    if (database) {
      url.pathname = `/${database}`;
    }
    return knexFactory({
      client: 'pg',
      connection: url.href,
      pool: { min: 0, max: 2 },
    });
  }
}
