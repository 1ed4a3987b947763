import type { Knex } from 'knex';
import { Keyring } from '../sealing/Keyring';
import {
  createTestDatabases,
  toDatabaseService,
} from '../__testUtils__/databases';
import { recordingLogger } from '../__testUtils__/recordingLogger';
import { newSession, START } from '../__testUtils__/sessions';
import { createTokenStore } from './createTokenStore';
import { TokenDatabase } from './TokenDatabase';

const LOCK = 'spectrocloud_knex_migrations_lock';
const CONFIG = {
  directory: `${__dirname}/../../migrations`,
  tableName: 'spectrocloud_knex_migrations',
};

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('migrateTokenDatabase on %s', id => {
  let knex: Knex;
  let logger: ReturnType<typeof recordingLogger>;

  /** A process that starts. */
  const start = () =>
    new TokenDatabase({
      database: toDatabaseService(knex),
      logger,
      timeoutMs: 3_000,
    }).run(async client => client('spectrocloud_sessions').select());

  /** The tables of knex, without any migration done. */
  const createLock = () => knex.migrate.list(CONFIG);

  const stores = () =>
    createTokenStore({
      database: toDatabaseService(knex),
      keyring: Keyring.fromSecrets(['secret']),
      logger,
      now: () => START,
    });

  beforeEach(async () => {
    knex = await databases.init(id);
    logger = recordingLogger();
  });

  it('needs no lock where nothing is pending, so one that a dead process left does no harm', async () => {
    await start();
    await knex(LOCK).update({ is_locked: 1 });
    expect(await start()).toEqual([]);
  });

  it('says in the log what to do about a lock that stays, and nothing on the console', async () => {
    const console = jest.spyOn(global.console, 'log').mockReturnValue();
    await createLock();
    await knex(LOCK).update({ is_locked: 1 });
    await expect(start()).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
    const errors = logger.lines.filter(line => line.startsWith('error '));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(
      'another process is migrating the database or died while it did',
    );
    expect(logger.lines).toContainEqual(
      expect.stringMatching(/^debug .*Can't take lock to run migrations/),
    );
    expect(console).not.toHaveBeenCalled();
    console.mockRestore();

    const [, advice] = errors[0].match(/`(.*)`/)!;
    await knex.raw(advice);
    expect(await start()).toEqual([]);
  });

  it('gets over two replicas that each made the row of the lock', async () => {
    await createLock();
    await knex(LOCK).insert({ is_locked: 0 });
    expect(await start()).toEqual([]);
    expect(await knex(LOCK).pluck('is_locked')).toEqual([0]);
  });

  it('starts on the schema of a later release, as a rollback or a rolling upgrade has it', async () => {
    await start();
    await knex('spectrocloud_knex_migrations').insert({
      name: '20991231235959_of_a_later_release.js',
      batch: 2,
    });
    expect(await start()).toEqual([]);
  });

  it('brings a database of the first release up to date, with rows in it', async () => {
    await start();
    await stores().tokens.storeSessionToken(newSession());
    for (let later = 0; later < 6; later += 1) {
      await knex.migrate.down(CONFIG);
    }
    expect(await knex('spectrocloud_knex_migrations').pluck('name')).toEqual([
      '20261123190000_init.js',
    ]);
    expect(await stores().tokens.getSession('row-of-dana')).toMatchObject({
      identity: newSession().identity,
      tokens: newSession().tokens,
    });
  });

  it('logs why the first attempt failed, not what it left for the later ones', async () => {
    const reasons = ['the key is too long', 'the table exists already'];
    const list = jest
      .spyOn(Object.getPrototypeOf(knex.migrate), 'list')
      .mockImplementation(async () => {
        throw new Error(reasons.length > 1 ? reasons.shift() : reasons[0]);
      });
    await expect(start()).rejects.toThrow();
    list.mockRestore();
    expect(JSON.stringify(logger)).toContain('the key is too long');
  });
});
