import { ConfigReader } from '@backstage/config';
import knexFactory from 'knex';
import { toDatabaseService } from '../__testUtils__/databases';
import { recordingLogger } from '../__testUtils__/recordingLogger';
import { checkDatabaseClient } from './checkDatabaseClient';
import { TokenDatabase } from './TokenDatabase';

describe('checkDatabaseClient', () => {
  const check = (database: object) =>
    checkDatabaseClient(new ConfigReader({ backend: { database } } as never));

  it.each(['mysql2', 'mysql', 'mssql'])('refuses %s', client => {
    expect(() => check({ client })).toThrow(
      `Configuration backend.database.client is '${client}', but the store of Palette sessions needs PostgreSQL or SQLite`,
    );
  });

  it('names the key of the auth plugin where it has a database of its own', () => {
    const plugin = { auth: { client: 'mysql2' } };
    expect(() => check({ client: 'pg', plugin })).toThrow(
      'backend.database.plugin.auth.client',
    );
    expect(() =>
      check({ client: 'mysql2', plugin: { auth: { client: 'pg' } } }),
    ).not.toThrow();
  });

  it.each(['pg', 'better-sqlite3', 'sqlite3'])('takes %s', client => {
    expect(() => check({ client })).not.toThrow();
  });

  it('leaves the framework its default', () => {
    expect(() => checkDatabaseClient(new ConfigReader({}))).not.toThrow();
  });
});

describe('a TokenDatabase that was given MySQL', () => {
  it('says so and creates nothing', async () => {
    const logger = recordingLogger();
    const mysql = knexFactory({
      client: 'better-sqlite3',
      useNullAsDefault: true,
    });
    mysql.client.config.client = 'mysql2';
    const statements: string[] = [];
    mysql.on('query', ({ sql }) => statements.push(sql));
    await expect(
      new TokenDatabase({ database: toDatabaseService(mysql), logger }).run(
        async () => undefined,
      ),
    ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
    expect(JSON.stringify(logger)).toContain('needs PostgreSQL or SQLite');
    expect(statements).toEqual([]);
    await mysql.destroy();
  });
});
