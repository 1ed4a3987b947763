import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  mockServices,
  ServiceFactoryTester,
} from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { FakePostgres } from './__testUtils__/FakePostgres';
import { waitingDatabase } from './waitingDatabase';

const rootLifecycle = mockServices.rootLifecycle.mock();

function databaseOf(config?: JsonObject) {
  return ServiceFactoryTester.from(waitingDatabase, {
    dependencies: [
      rootLifecycle.factory,
      mockServices.rootConfig.factory({
        data: { backend: { ...(config && { database: config }) } },
      }),
    ],
  }).getSubject('auth');
}

describe('waitingDatabase', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'database-'));
  });

  afterEach(() => rm(directory, { recursive: true, force: true }));

  it('hands out an embedded database', async () => {
    const database = await databaseOf({
      client: 'better-sqlite3',
      connection: ':memory:',
    });
    const client = await database.getClient();
    await expect(client.raw('select 1 as one')).resolves.toEqual([{ one: 1 }]);
    await client.destroy();
  });

  it('hands out one in memory where none is configured', async () => {
    const database = await databaseOf();
    const client = await database.getClient();
    expect(client.client.config).toMatchObject({ client: 'better-sqlite3' });
    await expect(client.raw('select 1 as one')).resolves.toEqual([{ one: 1 }]);
    await client.destroy();
  });

  it('fails at once when an embedded database has no place to be', async () => {
    const file = join(directory, 'file');
    await writeFile(file, '');
    const database = await databaseOf({
      client: 'better-sqlite3',
      connection: { directory: join(file, 'below') },
    });
    await expect(database.getClient()).rejects.toThrow('ENOTDIR');
  });

  it("doesn't wait for a server where the plugin has an embedded database of its own", async () => {
    const database = await databaseOf({
      client: 'pg',
      connection: { host: 'localhost', port: 1 },
      plugin: {
        auth: {
          client: 'better-sqlite3',
          connection: { filename: join(directory, 'auth.sqlite') },
        },
      },
    });
    const client = await database.getClient();
    expect(client.client.config.client).toBe('better-sqlite3');
    await client.destroy();
  });

  it('says at start which client it does not know', async () => {
    await expect(databaseOf({ client: 'oracle' })).rejects.toThrow(
      "Unsupported database client type 'oracle'",
    );
  });

  it("keeps the framework's word on migrations", async () => {
    const database = await databaseOf({
      client: 'pg',
      connection: 'postgresql://localhost:1',
      skipMigrations: true,
    });
    expect(database.migrations).toEqual({ skip: true });
  });

  describe('with a server', () => {
    let postgres: FakePostgres;

    beforeEach(async () => {
      jest.clearAllMocks();
      // Each failure of the framework's own connections.
      jest.spyOn(console, 'log').mockImplementation();
      postgres = await FakePostgres.start();
    });

    afterEach(async () => {
      jest.restoreAllMocks();
      await postgres.stop();
    });

    /** Waits until the server has refused so many connections. */
    async function refused(connections: number): Promise<void> {
      while (postgres.connections < connections || postgres.open > 0) {
        await delay(10);
      }
    }

    it("throws the framework's error when the server refuses the password", async () => {
      postgres.answer = { sqlState: '28P01' };
      const database = await databaseOf({
        client: 'pg',
        connection: postgres.connection,
      });
      await expect(database.getClient()).rejects.toThrow(
        "Failed to connect to the database to make sure that 'backstage_plugin_auth' exists, error: refused with 28P01",
      );
    });

    it('asks the framework once, and only when the server is up', async () => {
      postgres.answer = { sqlState: '57P03' };
      const database = await databaseOf({
        client: 'pg',
        connection: postgres.connection,
      });
      const failed = Promise.allSettled([
        database.getClient(),
        database.getClient(),
      ]);
      await refused(3);
      postgres.answer = { sqlState: '28P01' };
      // Had the framework asked before, it would remember the other failure.
      expect(await failed).toMatchObject([
        { reason: { message: expect.stringContaining('28P01') } },
        { reason: { message: expect.stringContaining('28P01') } },
      ]);
      // One of the framework's manager, and one of ours for the signals.
      expect(rootLifecycle.addShutdownHook).toHaveBeenCalledTimes(2);
    });

    it.each(['SIGTERM', 'SIGINT'] as const)(
      'waits no longer once the process is told to stop by %s',
      async signal => {
        postgres.answer = { sqlState: '57P03' };
        const database = await databaseOf({
          client: 'pg',
          connection: postgres.connection,
        });
        const connected = database.getClient();
        await refused(1);
        process.emit(signal);
        await expect(connected).rejects.toMatchObject({ name: 'AbortError' });
      },
    );

    it("waits where only the plugin's database refuses, and leaves what else becomes of it to the plugin", async () => {
      postgres.answer = { sqlState: '28P01' };
      postgres.answerOf.set('backstage_plugin_auth', { sqlState: '55000' });
      const database = await databaseOf({
        client: 'pg',
        connection: postgres.connection,
        ensureExists: false,
      });
      const connected = database.getClient();
      // One to the server, and three to the database.
      await refused(4);
      postgres.answerOf.set('backstage_plugin_auth', { sqlState: '3D000' });
      const client = await connected;
      expect(client.client.config.connection).toMatchObject({
        database: 'backstage_plugin_auth',
      });
      await client.destroy();
    });
  });
});
