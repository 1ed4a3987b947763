import { Keyring } from '../sealing/Keyring';
import {
  createTestDatabases,
  toDatabaseService,
} from '../__testUtils__/databases';
import { recordingLogger } from '../__testUtils__/recordingLogger';
import { minutesAfter, newSession, START } from '../__testUtils__/sessions';
import { createTokenStore } from './createTokenStore';

const databases = createTestDatabases();

describe('restoreSession', () => {
  it('takes a session back that ends between the look for a tombstone and the write', async () => {
    const knex = await databases.init('SQLITE_3');
    const { ends, tokens } = createTokenStore({
      database: toDatabaseService(knex),
      keyring: Keyring.fromSecrets(['secret']),
      logger: recordingLogger(),
      now: () => START,
    });
    const session = newSession();
    expect(await ends.isEnded(session)).toBe(false);
    // A sign-out at the last moment before the row is there.
    await knex.raw(`
      CREATE TRIGGER sign_out BEFORE INSERT ON spectrocloud_sessions BEGIN
        INSERT INTO spectrocloud_tombstones (id, until)
        VALUES ('${session.id}', ${minutesAfter(START, 240).getTime()});
      END`);

    expect(await tokens.restoreSession(session)).toBe(false);
    expect(await knex('spectrocloud_tombstones').pluck('id')).toEqual([
      session.id,
    ]);
    expect(await knex('spectrocloud_sessions').pluck('id')).toEqual([]);
  });
});
