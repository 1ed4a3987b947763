import type { DatabaseService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { createTestDatabases } from '../__testUtils__/databases';
import { PluginDatabase } from '../database/PluginDatabase';
import { AccessTable } from './AccessTable';

const TENANT = { palette: 'https://palette.example', tenantUid: 't1' };
const KEY = { ...TENANT, uid: 'c1' };
const ACCESS = {
  endpoint: 'https://prod.example:6443',
  caData: 'Q0E='.repeat(2_000),
  oidc: { issuerUrl: 'https://palette.example', clientId: 'backstage' },
};
const NOW = 1_800_000_000_000;
const DAY_MS = 24 * 60 * 60_000;

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('AccessTable on %s', id => {
  let database: DatabaseService;
  let table: AccessTable;
  let now: number;
  const logger = mockServices.logger.mock();

  const start = () =>
    new AccessTable({
      database: new PluginDatabase({ database, logger }),
      logger,
      now: () => now,
    });

  beforeEach(async () => {
    const knex = await databases.init(id);
    database = { getClient: async () => knex };
    now = NOW;
    logger.warn.mockReset();
    table = start();
  });

  it('gives a later process what an earlier one has saved', async () => {
    await table.save({ key: KEY, access: ACCESS, readAt: NOW });
    const saved = { key: KEY, access: ACCESS, readAt: NOW };
    expect(await start().find(KEY)).toEqual(saved);
    expect(await start().list(TENANT, 0)).toEqual([saved]);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('keeps the newest, and forgets what is removed', async () => {
    await table.save({ key: KEY, access: ACCESS, readAt: NOW });
    const endpoint = 'https://two.example';
    await table.save({ key: KEY, access: { endpoint }, readAt: NOW + 1 });
    const rows = await table.list(TENANT, 0);
    expect(rows.map(({ access }) => access)).toEqual([{ endpoint }]);
    await table.remove(KEY);
    expect(await table.find(KEY)).toBeUndefined();
  });

  it('tells tenants, Palettes and times apart', async () => {
    await table.save({ key: KEY, access: ACCESS, readAt: NOW });
    expect(await table.list({ ...TENANT, tenantUid: 't2' }, 0)).toEqual([]);
    expect(await table.list({ ...TENANT, palette: 'https://x' }, 0)).toEqual(
      [],
    );
    expect(await table.list(TENANT, NOW + 1)).toEqual([]);
  });

  it('forgets at a start what nobody has read for a month', async () => {
    await table.save({ key: KEY, access: ACCESS, readAt: NOW });
    now += 31 * DAY_MS;
    expect(await start().find(KEY)).toBeUndefined();
  });

  it('has nothing where somebody wrote something else', async () => {
    await table.save({ key: KEY, access: ACCESS, readAt: NOW });
    const knex = await database.getClient();
    for (const access of ['{', '{"endpoint":7}', 'null']) {
      await knex('spectrocloud_kubernetes_access').update({ access });
      expect(await table.find(KEY)).toBeUndefined();
    }
  });

  it('serves several that start at once', async () => {
    const tables = [start(), start(), start()];
    await Promise.all(tables.map(each => each.find(KEY)));
    now += 61_000;
    const saved = { key: KEY, access: ACCESS, readAt: NOW };
    await tables[2].save(saved);
    expect(await tables[0].find(KEY)).toEqual(saved);
  });
});

describe('AccessTable without a database', () => {
  it('has nothing, says so once a minute, and is there when the database is', async () => {
    const logger = mockServices.logger.mock();
    let now = NOW;
    const getClient = jest.fn(async () => {
      throw new Error("insert … values ('https://x') - connection refused");
    });
    const table = new AccessTable({
      database: new PluginDatabase({ database: { getClient }, logger }),
      logger,
      now: () => now,
    });
    expect(await table.list(TENANT, 0)).toEqual([]);
    expect(await table.find(KEY)).toBeUndefined();
    await table.save({ key: KEY, access: ACCESS, readAt: NOW });
    expect(getClient).toHaveBeenCalledTimes(1);
    expect(logger.warn.mock.calls).toEqual([
      [expect.stringMatching(/kept in memory only.*: connection refused$/)],
    ]);
    now += 61_000;
    await table.remove(KEY);
    expect(getClient).toHaveBeenCalledTimes(2);
  });
});
