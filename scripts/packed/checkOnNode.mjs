import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import { ProcessGroup } from '../lib/ProcessGroup.mjs';
import { readManifest } from '../lib/repository.mjs';
import { checkBackend } from './checkBackend.mjs';
import { provideSqlite } from './provideSqlite.mjs';

const CURRENT = {
  version: process.versions.node,
  execPath: process.execPath,
};

/**
 * Starts the fresh installation's backend on each database: under that Node
 * out of the registry, or the one at hand, whose SQLite is installed already.
 */
export async function checkOnNode(folder, postgres, fetched) {
  if (fetched) {
    await provideSqlite(folder, fetched);
  }
  const { version, execPath } = fetched ?? CURRENT;
  for (const { title, config } of databases(folder, postgres)) {
    const group = new ProcessGroup();
    let log = '';
    group.on('line', (name, text) => {
      log += `[${name}] ${text}\n`;
    });
    try {
      await checkBackend(folder, group, { execPath, database: config });
      process.stdout.write(`Works on Node ${version} with ${title}\n`);
    } catch (error) {
      process.stderr.write(`${log}\nOn Node ${version} with ${title}:\n`);
      throw error;
    } finally {
      await group.stop();
    }
  }
}

function databases(folder, { description, connectionString }) {
  const sqlite = readManifest(join(folder, 'node_modules/better-sqlite3'));
  const onSqlite = {
    title: `SQLite (better-sqlite3 ${sqlite.version})`,
    config: { client: 'better-sqlite3', connection: ':memory:' },
  };
  const onPostgres = {
    title: description,
    config: {
      client: 'pg',
      connection: connectionString,
      // Every start begins with empty databases.
      prefix: `packed_${randomBytes(6).toString('hex')}_`,
    },
  };
  return connectionString ? [onSqlite, onPostgres] : [onSqlite];
}
