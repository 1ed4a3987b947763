import type { Knex } from 'knex';
import { Keyring } from '../sealing/Keyring';
import {
  createTestDatabases,
  toDatabaseService,
} from '../__testUtils__/databases';
import { recordingLogger } from '../__testUtils__/recordingLogger';
import { minutesAfter, START } from '../__testUtils__/sessions';
import { createTokenStore } from './createTokenStore';

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('LoginStateStore on %s', id => {
  let knex: Knex;

  const replica = () =>
    createTokenStore({
      database: toDatabaseService(knex),
      keyring: Keyring.fromSecrets(['secret']),
      logger: recordingLogger(),
    }).loginStates;

  beforeAll(async () => {
    knex = await databases.init(id);
  });

  it('lets one of many replicas claim a state', async () => {
    const claims = await Promise.all(
      Array.from({ length: 20 }, () =>
        replica().claim('state', minutesAfter(START, 10)),
      ),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it('lets different states be claimed', async () => {
    expect(await replica().claim('a', minutesAfter(START, 10))).toBe(true);
    expect(await replica().claim('b', minutesAfter(START, 10))).toBe(true);
    expect(await replica().claim('a', minutesAfter(START, 10))).toBe(false);
  });
});
