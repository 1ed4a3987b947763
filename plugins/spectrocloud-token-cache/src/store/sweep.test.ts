import type { Knex } from 'knex';
import { Keyring } from '../sealing/Keyring';
import {
  createTestDatabases,
  toDatabaseService,
} from '../__testUtils__/databases';
import { recordingLogger } from '../__testUtils__/recordingLogger';
import { minutesAfter, newSession, START } from '../__testUtils__/sessions';
import { createTokenStore } from './createTokenStore';

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('sweep on %s', id => {
  let knex: Knex;
  let now: Date;

  const stores = () =>
    createTokenStore({
      database: toDatabaseService(knex),
      keyring: Keyring.fromSecrets(['secret']),
      logger: recordingLogger(),
      now: () => now,
    });

  beforeAll(async () => {
    knex = await databases.init(id);
  });

  beforeEach(() => {
    now = START;
  });

  it('removes sessions past a limit and nothing else', async () => {
    const { sweep, tokens } = stores();
    await tokens.storeSessionToken(newSession({ id: 'lasting' }));
    const over = minutesAfter(START, -1);
    await tokens.storeSessionToken(newSession({ id: 'over', expiresAt: over }));
    await tokens.storeSessionToken(
      newSession({ id: 'idle', idleExpiresAt: over }),
    );
    expect(await sweep()).toMatchObject({ sessions: 2 });
    expect(await knex('spectrocloud_sessions').pluck('id')).toEqual([
      'lasting',
    ]);
  });

  it('lists the refresh tokens of what it removes, and of nothing else', async () => {
    const { revocations, sweep, tokens } = stores();
    await knex('spectrocloud_sessions').delete();
    await knex('spectrocloud_revocations').delete();
    const over = minutesAfter(START, -1);
    const withRefreshToken = (name: string, expiresAt?: Date) =>
      newSession({
        id: name,
        tokens: { refreshToken: name },
        ...(expiresAt && { expiresAt }),
      });
    await tokens.storeSessionToken(withRefreshToken('lasting'));
    await tokens.storeSessionToken(withRefreshToken('over', over));
    await sweep();
    await sweep();
    expect(
      await revocations.claim({ environment: 'production', limit: 10 }),
    ).toMatchObject([{ refreshToken: 'over', sparesSessionToken: true }]);
    await knex('spectrocloud_sessions').delete();
    await knex('spectrocloud_revocations').delete();
  });

  it('leaves a session to the process that is renewing it', async () => {
    const { leases, sweep, tokens } = stores();
    const lapsed = newSession({ expiresAt: minutesAfter(START, -1) });
    await tokens.storeSessionToken(lapsed);
    const lease = await leases.take({ ...lapsed, version: 1 }, 60_000);
    await sweep();
    const renewed = (await tokens.getSession(lapsed.id))!;
    expect(await leases.complete(lease!, renewed)).toBe(true);
    expect(await sweep()).toMatchObject({ sessions: 1 });
  });

  it('keeps a sealed cookie from reviving a session that was idle too long', async () => {
    const { sweep, tokens } = stores();
    const session = newSession({
      id: 'forgotten',
      idleExpiresAt: minutesAfter(START, -1),
    });
    await tokens.storeSessionToken(session);
    await sweep();
    expect(await tokens.restoreSession(session)).toBe(false);
  });

  it('sweeps many rows, and leaves no table growing', async () => {
    const { loginStates, sweep, tokens } = stores();
    const rows = Array.from({ length: 1_203 }, (_, index) => `dead-${index}`);
    for (const row of rows) {
      await tokens.storeSessionToken(
        newSession({ id: row, idleExpiresAt: minutesAfter(START, -1) }),
      );
    }
    await loginStates.claim('old state', minutesAfter(START, 10));
    expect((await sweep()).sessions).toBe(rows.length);
    now = minutesAfter(START, 600);
    await sweep();
    for (const table of ['sessions', 'tombstones', 'used_states']) {
      expect(await knex(`spectrocloud_${table}`).select()).toEqual([]);
    }
  });
});
