import { dirname, join } from 'node:path';
import type {
  DatabaseService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { migrateDatabase } from '@terasky/backstage-plugin-spectrocloud-token-cache';

const MIGRATIONS = {
  pluginId: 'spectrocloud',
  // Resolved from here, so that with two installed copies each finds its own.
  directory: join(
    dirname(
      require.resolve('@terasky/backstage-plugin-spectrocloud-backend/package.json'),
    ),
    'migrations',
  ),
};
/** Shorter than anybody waits who uses the database. */
const MIGRATION_PATIENCE_MS = 2_500;

/** A client of the plugin's database. */
export type Knex = Awaited<ReturnType<DatabaseService['getClient']>>;

/** The plugin's own database with its tables, which are made when it is first asked for. */
export class PluginDatabase {
  readonly #database: DatabaseService;
  readonly #logger: LoggerService;
  #ready?: Promise<Knex>;

  constructor(options: { database: DatabaseService; logger: LoggerService }) {
    this.#database = options.database;
    this.#logger = options.logger;
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
      await migrateDatabase(knex, MIGRATIONS, {
        logger: this.#logger,
        patienceMs: MIGRATION_PATIENCE_MS,
      });
    }
    return knex;
  }
}

/** What a database said, without the statement and its values, which knex puts before it. */
export function wordsOfDatabase(error: unknown): string {
  return stringifyError(error).split(' - ').at(-1) ?? '';
}
