import type { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import pTimeout from 'p-timeout';
import {
  type PluginDatabase,
  wordsOfDatabase,
} from '../../database/PluginDatabase';

const TABLE = 'spectrocloud_used_dry_runs';
const TIMEOUT_MS = 5_000;
/** Clocks of replicas differ; a row that is kept for longer does no harm. */
const KEPT_MS = 60 * 60_000;

interface Row {
  id: string;
  expires_at: number | string;
}

/** Which dry runs were used, by any replica. */
export class DryRunClaims {
  readonly #database: PluginDatabase;
  readonly #logger: LoggerService;

  constructor(options: { database: PluginDatabase; logger: LoggerService }) {
    this.#database = options.database;
    this.#logger = options.logger;
  }

  /**
   * Marks a dry run as used.
   *
   * @param expiresAt - when its token ends, in milliseconds since 1970
   * @returns false when it was used before
   * @throws `ServiceUnavailableError` when the database can't tell
   */
  async claim(id: string, expiresAt: number): Promise<boolean> {
    try {
      return await pTimeout(this.#insert(id, expiresAt), {
        milliseconds: TIMEOUT_MS,
        message: `no answer within ${TIMEOUT_MS} ms`,
      });
    } catch (error) {
      this.#logger.warn(
        `An action changed nothing, since the database of the plugin can't tell whether its dry run was used before: ${wordsOfDatabase(error)}`,
      );
      throw new ServiceUnavailableError(
        'Whether the dry run was used before can’t be told at the moment, so nothing was changed; begin with a new dry run in a minute',
      );
    }
  }

  async #insert(id: string, expiresAt: number): Promise<boolean> {
    const knex = await this.#database.connect();
    await knex<Row>(TABLE)
      .where('expires_at', '<', expiresAt - KEPT_MS)
      .delete();
    const inserted = await knex<Row>(TABLE)
      .insert({ id, expires_at: expiresAt })
      .onConflict('id')
      .ignore()
      .returning('id');
    return inserted.length === 1;
  }
}
