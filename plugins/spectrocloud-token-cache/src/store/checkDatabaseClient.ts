import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const SUPPORTED = ['pg', 'better-sqlite3', 'sqlite3'];
const CLIENT = 'backend.database.client';
const OWN_CLIENT = 'backend.database.plugin.auth.client';

/** Whether our schema and statements are for a database of this kind, as knex calls it. */
export function isSupportedClient(client: string): boolean {
  return SUPPORTED.includes(client);
}

/**
 * Refuses a database that the sessions can't be kept in.
 *
 * @throws `InputError` that names the key.
 * @public
 */
export function checkDatabaseClient(config: Config): void {
  const key = config.has(OWN_CLIENT) ? OWN_CLIENT : CLIENT;
  const client = config.getOptionalString(key);
  if (client !== undefined && !isSupportedClient(client)) {
    throw new InputError(
      `Configuration ${key} is '${client}', but the store of Palette sessions needs PostgreSQL or SQLite; set ${OWN_CLIENT} to pg or better-sqlite3`,
    );
  }
}
