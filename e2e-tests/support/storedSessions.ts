import { resolve } from 'node:path';
import knexFactory from 'knex';

const FILE = resolve(__dirname, '../../.demo/e2e/auth.sqlite');
const TABLE = 'spectrocloud_sessions';

/** The rows of Palette sessions in the database of the running backend. */
export function storedSessions() {
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: { filename: FILE },
    useNullAsDefault: true,
  });
  return {
    async count(): Promise<number> {
      const rows = await knex(TABLE).select('id');
      return rows.length;
    },
    async wipe(): Promise<void> {
      await knex(TABLE).delete();
    },
    close: () => knex.destroy(),
  };
}
