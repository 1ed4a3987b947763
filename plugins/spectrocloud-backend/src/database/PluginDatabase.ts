import { dirname, join } from 'node:path';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';

const MIGRATIONS = {
  // Resolved from here, so that with two installed copies each finds its own.
  directory: join(
    dirname(
      require.resolve('@terasky/backstage-plugin-spectrocloud-backend/package.json'),
    ),
    'migrations',
  ),
  // An earlier release that is rolled back to finds migrations that it doesn't know.
  disableMigrationsListValidation: true,
};

/** A client of the plugin's database. */
export type Knex = Awaited<ReturnType<DatabaseService['getClient']>>;

/** The plugin's own database with its tables, which are made when it is first asked for. */
export class PluginDatabase {
  readonly #database: DatabaseService;
  #ready?: Promise<Knex>;

  constructor(database: DatabaseService) {
    this.#database = database;
  }

  /** The database; one that couldn't be reached is tried again by the next who asks. */
  connect(): Promise<Knex> {
    this.#ready ??= this.#prepare().catch(error => {
      this.#ready = undefined;
      throw error;
    });
    return this.#ready;
  }

  async #prepare(): Promise<Knex> {
    const knex = await this.#database.getClient();
    if (!this.#database.migrations?.skip) {
      const [, pending] = await knex.migrate.list(MIGRATIONS);
      // `latest` takes the lock even with nothing to do.
      if (pending.length > 0) await knex.migrate.latest(MIGRATIONS);
    }
    return knex;
  }
}

/** What a database said, without the statement and its values, which knex puts before it. */
export function wordsOfDatabase(error: unknown): string {
  return stringifyError(error).split(' - ').at(-1) ?? '';
}
