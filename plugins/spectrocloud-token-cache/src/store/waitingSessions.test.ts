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
const OWNER = { userEntityRef: DANA, environment: 'production' };
const UNTIL = minutesAfter(START, 10);
const KEYRING = Keyring.fromSecrets(['secret']);
const SESSIONS = 'spectrocloud_sessions';
const MIGRATIONS = {
  directory: `${__dirname}/../../migrations`,
  tableName: 'spectrocloud_knex_migrations',
};

/** A connection of Dana's that nobody has claimed yet. */
const waiting = () =>
  newSession({
    id: 'waiting',
    userEntityRef: '',
    waiting: { userEntityRef: DANA, until: UNTIL },
  });

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('Waiting sessions on %s', id => {
  let knex: Knex;

  const stores = () =>
    createTokenStore({
      database: toDatabaseService(knex),
      keyring: KEYRING,
      logger: recordingLogger(),
      now: () => START,
    });

  /** Writes a row as the release before did: without the columns, and with the state in the user's. */
  async function writeAsBefore(columns: object = {}): Promise<void> {
    const former = `pending:${UNTIL.getTime()}:${DANA}`;
    await stores().tokens.storeSessionToken(
      newSession({ id: 'waiting', userEntityRef: former, ...columns }),
    );
    const [row] = await knex(SESSIONS).where({ id: 'waiting' });
    expect(row).toMatchObject({
      user_entity_ref: former,
      waiting_for: null,
      waiting_until: null,
    });
  }

  beforeAll(async () => {
    knex = await databases.init(id);
    await stores().prepare();
  });

  beforeEach(async () => {
    await knex(SESSIONS).delete();
    await knex('spectrocloud_tombstones').delete();
    await knex('spectrocloud_revocations').delete();
  });

  it.each([
    [
      'as it is',
      async () => void (await stores().tokens.storeSessionToken(waiting())),
    ],
    ['as the release before wrote it', async () => writeAsBefore()],
  ])('tells who may claim one, %s', async (_, write) => {
    await write();
    expect(await stores().tokens.getSession('waiting')).toMatchObject({
      waiting: { userEntityRef: DANA, until: UNTIL },
      tokens: newSession().tokens,
    });
  });

  it('is none of the user who may claim it, nor anybody’s', async () => {
    const { ends, tokens } = stores();
    await tokens.storeSessionToken(waiting());
    await tokens.storeSessionToken({ ...waiting(), id: 'waiting too' });
    for (const userEntityRef of [DANA, '']) {
      const owner = { ...OWNER, userEntityRef };
      expect(await tokens.readSessions(owner)).toEqual({
        sessions: [],
        unreadable: 0,
      });
      expect(await tokens.listSessions({ userEntityRef })).toEqual([]);
      expect(await ends.environmentsOf(userEntityRef)).toEqual([]);
      expect(await ends.end({ userEntityRef, revokeIn: [] })).toEqual([]);
    }
    expect(await knex(SESSIONS).pluck('id')).toHaveLength(2);
    // The release before asks by this column alone.
    expect(await knex(SESSIONS).where({ user_entity_ref: DANA })).toEqual([]);
  });

  it('stays hidden where the columns name the user, as nothing writes it', async () => {
    const { tokens } = stores();
    await tokens.storeSessionToken({ ...waiting(), userEntityRef: DANA });
    expect((await tokens.readSessions(OWNER)).sessions).toEqual([]);
    expect(await tokens.listSessions(OWNER)).toEqual([]);
  });

  it.each([
    ['waiting_for', 'user:default/eve'],
    ['waiting_until', minutesAfter(UNTIL, 60).getTime()],
    ['waiting_for', null],
    ['user_entity_ref', DANA],
  ])(
    'can not be opened once somebody has changed %s to %s',
    async (column, value) => {
      const { tokens } = stores();
      await tokens.storeSessionToken(waiting());
      await knex(SESSIONS).update({ [column]: value });
      expect(await tokens.getSession('waiting')).toBeUndefined();
    },
  );

  it('becomes its user’s when it is claimed', async () => {
    const { tokens } = stores();
    await tokens.storeSessionToken(waiting());
    const found = (await tokens.getSession('waiting'))!;
    const claimed = {
      ...found,
      id: 'claimed',
      userEntityRef: DANA,
      waiting: undefined,
    };
    expect(await tokens.moveSession(found, claimed)).toBe(true);
    const { sessions } = await tokens.readSessions(OWNER);
    expect(sessions).toMatchObject([{ id: 'claimed', waiting: undefined }]);
    expect(await tokens.getSession('waiting')).toBeUndefined();
  });

  it('is claimed as well when the release before wrote it', async () => {
    await writeAsBefore();
    const { tokens } = stores();
    const found = (await tokens.getSession('waiting'))!;
    const claimed = {
      ...found,
      id: 'claimed',
      userEntityRef: DANA,
      waiting: undefined,
    };
    expect(await tokens.moveSession(found, claimed)).toBe(true);
    expect((await tokens.readSessions(OWNER)).sessions).toHaveLength(1);
  });

  it.each([
    ['', async () => void (await stores().tokens.storeSessionToken(waiting()))],
    ['as the release before wrote it', async () => writeAsBefore()],
  ])('is renewed while it waits %s', async (_, write) => {
    await write();
    const { leases, tokens } = stores();
    const session = (await tokens.getSession('waiting'))!;
    const lease = (await leases.take(session, 10_000))!;
    const renewed = { ...session, tokens: { sessionToken: 'renewed' } };
    expect(await leases.complete(lease, renewed)).toBe(true);
    expect(await tokens.getSession('waiting')).toMatchObject({
      waiting: { userEntityRef: DANA, until: UNTIL },
      tokens: { sessionToken: 'renewed' },
    });
  });

  it.each([
    ['', async () => void (await stores().tokens.storeSessionToken(waiting()))],
    ['as the release before wrote it', async () => writeAsBefore()],
  ])('leaves its token on the list of those to revoke %s', async (_, write) => {
    await write();
    const { ends, revocations } = stores();
    await ends.removeSessionToken({
      id: 'waiting',
      until: UNTIL,
      revokeIn: ['production'],
    });
    expect(
      await revocations.claim({ environment: 'production', limit: 5 }),
    ).toMatchObject([
      {
        isReadable: true,
        isConfirmed: true,
        sessionToken: 'session-token-of-dana',
      },
    ]);
  });

  it('is listed for revocation also where its row is lost', async () => {
    const { revocations } = stores();
    await revocations.add({ ...waiting(), identity: undefined }, UNTIL);
    expect(
      await revocations.claim({ environment: 'production', limit: 5 }),
    ).toMatchObject([{ isReadable: true, isConfirmed: false }]);
  });

  it('takes a token on the list for unconfirmed where the release before has listed it', async () => {
    const { revocations } = stores();
    await revocations.add(newSession(), UNTIL);
    await knex('spectrocloud_revocations').update({ confirmed: null });
    expect(
      await revocations.claim({ environment: 'production', limit: 5 }),
    ).toMatchObject([{ isReadable: true, isConfirmed: false }]);
  });

  it('comes with columns that the release before need not know', async () => {
    await stores().tokens.storeSessionToken(newSession());
    const [row] = await knex(SESSIONS);
    const { waiting_for: _, waiting_until: __, ...known } = row;
    await knex(SESSIONS).delete();
    // As it inserts, reads and ends rows.
    await knex(SESSIONS).insert(known);
    await knex('spectrocloud_revocations').insert({
      session_id: row.id,
      user_entity_ref: row.user_entity_ref,
      environment: row.environment,
      sealed: row.sealed,
      until: UNTIL.getTime(),
      retry_at: 0,
    });
    const { revocations, tokens } = stores();
    expect((await tokens.readSessions(OWNER)).sessions).toMatchObject([
      { id: row.id, tokens: newSession().tokens },
    ]);
    expect(
      await revocations.claim({ environment: 'production', limit: 5 }),
    ).toMatchObject([{ isReadable: true }]);
  });

  it('understands rows that were there before the migration', async () => {
    await writeAsBefore();
    await knex.migrate.down(MIGRATIONS);
    await knex.migrate.down(MIGRATIONS);
    await knex.migrate.down(MIGRATIONS);
    expect(await knex.schema.hasColumn(SESSIONS, 'waiting_for')).toBe(false);
    expect(await stores().tokens.getSession('waiting')).toMatchObject({
      waiting: { userEntityRef: DANA, until: UNTIL },
      tokens: newSession().tokens,
    });
    expect((await stores().tokens.readSessions(OWNER)).sessions).toEqual([]);
  });
});
