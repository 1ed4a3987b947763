import { Keyring } from '../sealing/Keyring';
import {
  createTestDatabases,
  toDatabaseService,
} from '../__testUtils__/databases';
import { recordingLogger } from '../__testUtils__/recordingLogger';
import { newSession, START } from '../__testUtils__/sessions';
import { createTokenStore } from './createTokenStore';

const LEASE_MS = 60_000;

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('A renewal lease on %s', id => {
  it('writes nothing over another version of the row, though the lease is still held', async () => {
    const knex = await databases.init(id);
    const { leases, tokens } = createTokenStore({
      database: toDatabaseService(knex),
      keyring: Keyring.fromSecrets(['secret']),
      logger: recordingLogger(),
      now: () => START,
    });
    await tokens.storeSessionToken(newSession());
    const session = (await tokens.getSession('row-of-dana'))!;
    const lease = (await leases.take(session, LEASE_MS))!;
    await knex('spectrocloud_sessions').update({ version: lease.version + 1 });

    const late = { ...session, tokens: { sessionToken: 'late' } };
    expect(await leases.complete(lease, late)).toBe(false);
    const after = await tokens.getSession(session.id);
    expect(after?.tokens.sessionToken).toBe(session.tokens.sessionToken);
    expect(after?.version).toBe(lease.version + 1);
  });
});
