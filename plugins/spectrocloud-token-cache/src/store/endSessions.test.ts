import type { Knex } from 'knex';
import { Keyring } from '../sealing/Keyring';
import {
  createTestDatabases,
  toDatabaseService,
} from '../__testUtils__/databases';
import { recordingLogger } from '../__testUtils__/recordingLogger';
import { minutesAfter, newSession, START } from '../__testUtils__/sessions';
import { createTokenStore } from './createTokenStore';

const DANA = 'user:default/dana';
const EVE = 'user:default/eve';
const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('endSessions on %s', id => {
  let knex: Knex;
  const stores = () =>
    createTokenStore({
      database: toDatabaseService(knex),
      keyring: Keyring.fromSecrets(['secret']),
      logger: recordingLogger(),
      now: () => START,
    });
  const store = (row: string, changes: object = {}) =>
    stores().tokens.storeSessionToken(newSession({ id: row, ...changes }));
  const claimed = async (environment = 'production') =>
    (await stores().revocations.claim({ environment, limit: 100 })).map(
      ({ sessionToken }) => sessionToken,
    );

  beforeAll(async () => {
    knex = await databases.init(id);
  });
  beforeEach(async () => {
    await stores().prepare();
    await knex('spectrocloud_sessions').delete();
    await knex('spectrocloud_tombstones').delete();
    await knex('spectrocloud_revocations').delete();
  });

  it('ends all sessions of a user and lists the tokens of them for Palette', async () => {
    await store('a', { tokens: { sessionToken: 'token a' } });
    await store('b', { tokens: { sessionToken: 'token b' } });
    await store('s', { environment: 'staging' });
    await store('e', { userEntityRef: EVE });
    const { ends, tokens } = stores();
    const ended = await ends.end({
      userEntityRef: DANA,
      revokeIn: ['production'],
    });
    expect(ended).toHaveLength(3);
    expect(ended).toEqual(
      expect.arrayContaining([
        { id: 'a', environment: 'production' },
        { id: 'b', environment: 'production' },
        { id: 's', environment: 'staging' },
      ]),
    );
    expect(await knex('spectrocloud_sessions').pluck('id')).toEqual(['e']);
    expect(await claimed()).toEqual(['token a', 'token b']);
    expect(await claimed('staging')).toEqual([]);
    expect(await tokens.restoreSession(newSession({ id: 'a' }))).toBe(false);
  });

  it('ends only those that are named, and nobody else’s', async () => {
    await store('a');
    await store('b');
    await store('e', { userEntityRef: EVE });
    const ended = await stores().ends.end({
      userEntityRef: DANA,
      ids: ['b', 'e'],
      revokeIn: [],
    });
    expect(ended).toEqual([{ id: 'b', environment: 'production' }]);
    expect(await knex('spectrocloud_sessions').pluck('id')).toHaveLength(2);
    expect(await claimed()).toEqual([]);
  });

  it('never shortens a tombstone', async () => {
    await store('a');
    const until = minutesAfter(START, 1_000);
    await knex('spectrocloud_tombstones').insert({
      id: 'a',
      until: until.getTime(),
      replaced_at: 5,
    });
    const { ends } = stores();
    await ends.end({ userEntityRef: DANA, revokeIn: [] });
    const [row] = await knex('spectrocloud_tombstones');
    expect([row.until, row.replaced_at].map(Number)).toEqual([
      until.getTime(),
      5,
    ]);
  });

  it('leaves all as it was where one of its statements fails', async () => {
    await store('a');
    await knex.schema.renameTable('spectrocloud_revocations', 'away');
    const { ends, tokens } = stores();
    await expect(
      ends.end({ userEntityRef: DANA, revokeIn: ['production'] }),
    ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
    await knex.schema.renameTable('away', 'spectrocloud_revocations');
    expect(await tokens.getSession('a')).toBeDefined();
    expect(await knex('spectrocloud_tombstones')).toEqual([]);
  });

  it.each([1, 400])(
    'takes as many statements for %i sessions as for any other number',
    async count => {
      for (let index = 0; index < count; index += 1) {
        await store(`row ${index}`);
      }
      const statements: string[] = [];
      const note = ({ sql }: { sql: string }) => statements.push(sql);
      knex.on('query', note);
      await stores().ends.end({
        userEntityRef: DANA,
        revokeIn: ['production'],
      });
      knex.off('query', note);
      const written = statements.filter(sql =>
        /^(insert|update|delete)/i.test(sql),
      );
      expect(written).toHaveLength(4);
      expect(await claimed()).toHaveLength(Math.min(count, 100));
    },
  );

  it('puts the token on the list that a renewal has brought last', async () => {
    const { ends, leases, revocations, tokens } = stores();
    await store('a');
    const session = (await tokens.getSession('a'))!;
    const lease = (await leases.take(session, 10_000))!;
    const renewed = { ...session, tokens: { sessionToken: 'renewed' } };
    await leases.complete(lease, renewed);
    await ends.removeSessionToken({
      id: 'a',
      until: START,
      revokeIn: ['production'],
    });
    const [entry] = await revocations.claim({
      environment: 'production',
      sessionId: 'a',
      limit: 1,
    });
    expect(entry.sessionToken).toBe('renewed');
  });
});
