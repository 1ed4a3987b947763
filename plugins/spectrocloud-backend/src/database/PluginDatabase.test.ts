import type { DatabaseService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { createTestDatabases } from '../__testUtils__/databases';
import { PluginDatabase } from './PluginDatabase';

const LOCK = 'knex_migrations_lock';
const TABLE = 'spectrocloud_kubernetes_access';

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('PluginDatabase on %s', id => {
  let database: DatabaseService;

  /** A process that first needs its tables. */
  const start = async () => {
    const logger = mockServices.logger.mock();
    const knex = await new PluginDatabase({ database, logger }).connect();
    return knex(TABLE).select();
  };

  beforeEach(async () => {
    const knex = await databases.init(id);
    database = { getClient: async () => knex };
  });

  it('is there for replicas that first need it at the same time', async () => {
    expect(await Promise.all([start(), start(), start()])).toEqual([
      [],
      [],
      [],
    ]);
  });

  it('needs no lock where nothing is pending, so one that a dead process left does no harm', async () => {
    await start();
    const knex = await database.getClient();
    await knex(LOCK).update({ is_locked: 1 });
    expect(await start()).toEqual([]);
  });

  it('says whose database to unlock', async () => {
    const knex = await database.getClient();
    await knex.migrate.list({ directory: `${__dirname}/../../migrations` });
    await knex(LOCK).update({ is_locked: 1 });
    await expect(start()).rejects.toThrow(
      "release its lock in the spectrocloud plugin's database: `UPDATE knex_migrations_lock SET is_locked = 0`",
    );
  });

  it('leaves the tables to who makes them where the configuration says so', async () => {
    database.migrations = { skip: true };
    await expect(start()).rejects.toMatchObject({
      message: expect.stringContaining(TABLE),
    });
  });
});
