import { setTimeout as delay } from 'node:timers/promises';
import type { Knex } from 'knex';
import { Keyring } from '../sealing/Keyring';
import {
  createTestDatabases,
  databaseIds,
  toDatabaseService,
} from '../__testUtils__/databases';
import { recordingLogger } from '../__testUtils__/recordingLogger';
import { newSession } from '../__testUtils__/sessions';
import { createTokenStore } from './createTokenStore';
import { TokenDatabase } from './TokenDatabase';

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('TokenDatabase on %s', id => {
  it('brings the schema on first use, beside the migrations of the plugin that owns the database', async () => {
    const knex = await databases.init(id);
    await knex.schema.createTable('knex_migrations', table => {
      table.increments();
      table.string('name');
      table.integer('batch');
      table.timestamp('migration_time');
    });
    await knex('knex_migrations').insert({ name: 'theirs.js', batch: 1 });
    const database = new TokenDatabase({
      database: toDatabaseService(knex),
      logger: recordingLogger(),
    });
    await database.run(async client => client('spectrocloud_sessions').first());
    expect(await knex('spectrocloud_knex_migrations').pluck('name')).toEqual([
      '20261123190000_init.js',
      '20261124000000_identity_pending.js',
      '20261124000100_replaced_at.js',
      '20261128000000_revocations.js',
      '20261129000000_waiting.js',
      '20261129100000_refresh_revocations.js',
      '20261129200000_device.js',
    ]);
    expect(await knex('knex_migrations').pluck('name')).toEqual(['theirs.js']);
  });

  it('lets many replicas start at the same time', async () => {
    const knex = await databases.init(id);
    const replicas = Array.from(
      { length: 4 },
      () =>
        new TokenDatabase({
          database: toDatabaseService(knex),
          logger: recordingLogger(),
          timeoutMs: 10_000,
        }),
    );
    const read = (client: Knex) => client('spectrocloud_sessions').select();
    const rows = await Promise.all(
      replicas.map(replica => replica.run(async client => read(client))),
    );
    expect(rows).toEqual([[], [], [], []]);
  });

  it('runs no migrations where the installer has them skipped', async () => {
    const knex = await databases.init(id);
    const database = new TokenDatabase({
      database: { ...toDatabaseService(knex), migrations: { skip: true } },
      logger: recordingLogger(),
    });
    await database.run(async () => undefined);
    expect(await knex.schema.hasTable('spectrocloud_sessions')).toBe(false);
  });

  it('can be migrated back', async () => {
    const knex = await databases.init(id);
    const database = new TokenDatabase({
      database: toDatabaseService(knex),
      logger: recordingLogger(),
    });
    await database.run(async () => undefined);
    await knex.migrate.rollback({
      directory: `${__dirname}/../../migrations`,
      tableName: 'spectrocloud_knex_migrations',
    });
    expect(await knex.schema.hasTable('spectrocloud_sessions')).toBe(false);
  });
});

const postgres = databaseIds.filter(id => id === 'POSTGRES_15');
const describeOnPostgres = postgres.length > 0 ? describe : describe.skip;

describeOnPostgres('TokenDatabase on a locked PostgreSQL', () => {
  it('gives up its queries, so that the plugin that owns the database keeps its connections', async () => {
    const knex = await databases.init('POSTGRES_15');
    const { ends, tokens } = createTokenStore({
      database: toDatabaseService(knex),
      keyring: Keyring.fromSecrets(['secret']),
      logger: recordingLogger(),
      databaseTimeoutMs: 300,
    });
    // The first use brings the schema, which takes longer.
    while ((await tokens.getSummary('row').catch(() => 'down')) !== undefined) {
      await delay(50);
    }
    const lock = await knex.transaction();
    await lock.raw('LOCK TABLE spectrocloud_sessions IN ACCESS EXCLUSIVE MODE');
    const version = 1;
    const until = new Date();
    const asked = await Promise.allSettled([
      tokens.getSummary('row'),
      tokens.getSession('row'),
      tokens.storeSessionToken(newSession()),
      ends.removeSessionToken({ id: 'row', until, version }),
    ]);
    expect(asked.map(({ status }) => status)).toEqual(
      Array(4).fill('rejected'),
    );
    await delay(200);
    const waiting = await lock('pg_stat_activity')
      .where({ datname: lock.client.database(), wait_event_type: 'Lock' })
      .pluck('query');
    expect(waiting).toEqual([]);
    await lock.rollback();
    expect(await tokens.getSummary('row')).toBeUndefined();
  });
});

describe('TokenDatabase', () => {
  const unavailable = {
    name: 'ServiceUnavailableError',
    message: 'The store of Palette sessions is unavailable',
  };

  it('is unavailable while the database is down at start, and recovers without a restart', async () => {
    const knex = await databases.init('SQLITE_3');
    let isDown = true;
    const { tokens } = createTokenStore({
      database: {
        getClient: async () => {
          if (isDown) {
            throw new Error('connect ECONNREFUSED');
          }
          return knex;
        },
      },
      keyring: Keyring.fromSecrets(['secret']),
      logger: recordingLogger(),
    });
    await expect(tokens.getSession('row')).rejects.toMatchObject(unavailable);
    isDown = false;
    expect(await tokens.getSession('row')).toBeUndefined();
  });

  it('is unavailable after a time limit when the database is slow', async () => {
    const database = new TokenDatabase({
      database: toDatabaseService(await databases.init('SQLITE_3')),
      logger: recordingLogger(),
      timeoutMs: 50,
    });
    await database.run(async () => undefined).catch(() => undefined);
    const startedAt = Date.now();
    await expect(
      database.run(() => new Promise(() => undefined)),
    ).rejects.toMatchObject(unavailable);
    expect(Date.now() - startedAt).toBeLessThan(1_000);
  });

  it('logs a failure once in a while, without the values of the statement', async () => {
    const logger = recordingLogger();
    const knex = await databases.init('SQLITE_3');
    const { tokens } = createTokenStore({
      database: toDatabaseService(knex),
      keyring: Keyring.fromSecrets(['secret']),
      logger,
    });
    await tokens.getSession('row');
    await knex.schema.dropTable('spectrocloud_sessions');
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await expect(
        tokens.storeSessionToken(newSession()),
      ).rejects.toMatchObject(unavailable);
    }
    expect(logger.lines).toHaveLength(1);
    expect(logger.lines[0]).toContain('no such table');
    expect(logger.lines[0]).not.toMatch(/insert into|acme|dana/i);
  });
});

describe.each(databases.eachSupportedId())('TokenDatabase on a busy %s', id => {
  it('begins nothing any more that it has given up', async () => {
    const knex = await databases.init(id);
    const open = (databaseTimeoutMs?: number) =>
      createTokenStore({
        database: toDatabaseService(knex),
        keyring: Keyring.fromSecrets(['secret']),
        logger: recordingLogger(),
        databaseTimeoutMs,
      });
    await open().prepare();
    const busy = await Promise.all(
      Array.from({ length: knex.client.pool.max }, () => knex.transaction()),
    );
    const { ends, leases, tokens } = open(200);
    const asked = await Promise.allSettled([
      tokens.storeSessionToken(newSession()),
      ends.removeSessionToken({ id: 'row', until: new Date() }),
      ends.removeSessionToken({ id: 'row', until: new Date(), version: 1 }),
      leases.take({ id: 'row-of-dana', version: 1 }, 60_000),
    ]);
    expect(asked.map(({ status }) => status)).toEqual(
      Array(4).fill('rejected'),
    );
    await Promise.all(busy.map(transaction => transaction.rollback()));
    await delay(500);
    expect(await knex('spectrocloud_sessions').pluck('id')).toEqual([]);
    expect(await knex('spectrocloud_tombstones').pluck('id')).toEqual([]);
    expect(knex.client.pool.numUsed()).toBe(0);
  });
});
