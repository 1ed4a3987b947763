import type { Knex } from 'knex';
import { Keyring } from '../sealing/Keyring';
import {
  createTestDatabases,
  toDatabaseService,
} from '../__testUtils__/databases';
import { recordingLogger } from '../__testUtils__/recordingLogger';
import { minutesAfter, newSession, START } from '../__testUtils__/sessions';
import { createTokenStore } from './createTokenStore';

const OWNER = { userEntityRef: 'user:default/dana', environment: 'production' };
const KEYRING = Keyring.fromSecrets(['first secret']);

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('TokenStore on %s', id => {
  let knex: Knex;
  let now: Date;
  let logger: ReturnType<typeof recordingLogger>;

  const openStores = (keyring = KEYRING) =>
    createTokenStore({
      database: toDatabaseService(knex),
      keyring,
      logger,
      now: () => now,
    });
  const openStore = (keyring = KEYRING) => openStores(keyring).tokens;
  const findNewest = async (store = openStore()) =>
    (await store.readSessions(OWNER)).sessions[0];

  beforeAll(async () => {
    knex = await databases.init(id);
  });

  beforeEach(async () => {
    now = START;
    logger = recordingLogger();
    await openStore().listSessions({ userEntityRef: 'nobody' });
    await knex('spectrocloud_sessions').delete();
    await knex('spectrocloud_tombstones').delete();
  });

  it('gives back what was stored', async () => {
    const session = newSession();
    expect(await openStore().storeSessionToken(session)).toBe(true);
    const { email, ...expected } = session;
    expect(await openStore().getSession(session.id)).toMatchObject({
      ...expected,
      email: email?.toLowerCase(),
      version: 1,
    });
  });

  it('keeps the first of two rows with one id', async () => {
    await openStore().storeSessionToken(newSession());
    const other = newSession({ userEntityRef: 'user:default/eve' });
    expect(await openStore().storeSessionToken(other)).toBe(false);
    expect((await openStore().getSession(other.id))?.userEntityRef).toBe(
      OWNER.userEntityRef,
    );
  });

  describe('readSessions', () => {
    it('gives the sessions of the user and environment, the newest first', async () => {
      const later = minutesAfter(START, 1);
      const others = [
        newSession({ id: 'older' }),
        newSession({ id: 'newest', createdAt: later }),
        newSession({ id: 'of-eve', userEntityRef: 'user:default/eve' }),
        newSession({ id: 'elsewhere', environment: 'staging' }),
        newSession({
          id: 'without-token',
          createdAt: minutesAfter(START, 2),
          tokens: { idToken: 'only' },
        }),
      ];
      for (const session of others) {
        await openStore().storeSessionToken(session);
      }
      const { sessions } = await openStore().readSessions(OWNER);
      expect(sessions.map(session => session.id)).toEqual([
        'without-token',
        'newest',
        'older',
      ]);
    });
  });

  describe('sealing', () => {
    it('opens rows with every key, so that a rotation signs nobody out', async () => {
      await openStore().storeSessionToken(newSession());
      const rotating = openStore(
        Keyring.fromSecrets(['next secret', 'first secret']),
      );
      expect(await findNewest(rotating)).toBeDefined();
    });

    it('takes a row that no key opens for a miss, and says so once', async () => {
      await openStore().storeSessionToken(newSession());
      const rotated = openStore(Keyring.fromSecrets(['next secret']));
      expect(await findNewest(rotated)).toBeUndefined();
      expect(await rotated.getSession('row-of-dana')).toBeUndefined();
      expect(await rotated.readSessions(OWNER)).toEqual({
        sessions: [],
        unreadable: 1,
      });
      expect(
        logger.lines.filter(line => line.includes('row-of-dana')),
      ).toHaveLength(1);
    });

    it.each([
      ['row', { id: 'row-of-eve' }],
      ['user', { user_entity_ref: 'user:default/eve' }],
      ['environment', { environment: 'staging' }],
    ])('can not be opened in another %s', async (_, change) => {
      await openStore().storeSessionToken(newSession());
      await knex('spectrocloud_sessions').update(change);
      const moved = { ...OWNER, ...('id' in change ? {} : change) };
      const { unreadable } = await openStore().readSessions({
        userEntityRef:
          (moved as { user_entity_ref?: string }).user_entity_ref ??
          moved.userEntityRef,
        environment: moved.environment,
      });
      expect(unreadable).toBe(1);
    });
  });

  describe('removeSessionToken', () => {
    const until = minutesAfter(START, 240);

    it('ends a session, and no cookie restores it', async () => {
      const { ends, tokens: store } = openStores();
      await store.storeSessionToken(newSession());
      expect(await ends.removeSessionToken({ id: 'row-of-dana', until })).toBe(
        true,
      );
      expect(await store.getSession('row-of-dana')).toBeUndefined();
      expect(await store.restoreSession(newSession())).toBe(false);
      expect(await store.getSession('row-of-dana')).toBeUndefined();
    });

    it('leaves a tombstone even where the row was lost', async () => {
      const { ends, tokens: store } = openStores();
      expect(await ends.removeSessionToken({ id: 'row-of-dana', until })).toBe(
        false,
      );
      expect(await store.restoreSession(newSession())).toBe(false);
    });

    it('never shortens a tombstone, whatever a later end knows', async () => {
      const { ends } = openStores();
      const session = { id: 'row-of-dana' };
      const soon = { ...session, until: minutesAfter(START, 20) };
      await ends.removeSessionToken(soon);
      await ends.removeSessionToken({ ...session, until });
      await ends.removeSessionToken(soon);
      const times = await knex('spectrocloud_tombstones').pluck('until');
      // Clocks differ, so it stays for five minutes more.
      expect(times.map(Number)).toEqual([minutesAfter(until, 5).getTime()]);
    });

    it('leaves a session that was renewed meanwhile', async () => {
      const { ends, tokens: store } = openStores();
      await store.storeSessionToken(newSession());
      const removed = await ends.removeSessionToken({
        id: 'row-of-dana',
        until,
        version: 2,
      });
      expect(removed).toBe(false);
      expect(await store.getSession('row-of-dana')).toBeDefined();
    });

    it('shows no row for which a tombstone stands, should its deletion not have come through', async () => {
      const store = openStore();
      await store.storeSessionToken(newSession());
      await knex('spectrocloud_tombstones').insert({
        id: 'row-of-dana',
        issued_before: null,
        until: until.getTime(),
      });
      expect(await findNewest(store)).toBeUndefined();
      expect(
        await store.listSessions({ userEntityRef: OWNER.userEntityRef }),
      ).toEqual([]);
    });
  });

  it('tells of a row that no key opens', async () => {
    const session = newSession();
    await openStore(Keyring.fromSecrets(['lost'])).storeSessionToken(session);
    expect(await openStore().getSession(session.id)).toBeUndefined();
    expect(await openStore().getSummary(session.id)).toMatchObject({
      id: session.id,
      subject: session.subject,
    });
    expect(await openStore().getSummary('other')).toBeUndefined();
  });

  describe('confirmIdentity', () => {
    const { identity } = newSession();

    it('remembers the owner of the former token until the present one is confirmed', async () => {
      const store = openStore();
      await store.storeSessionToken(
        newSession({ identity: undefined, formerIdentity: identity }),
      );
      const pending = (await store.getSession('row-of-dana'))!;
      expect(pending.identity).toBeUndefined();
      expect(pending.formerIdentity).toMatchObject({ ...identity });
      expect(await store.confirmIdentity(pending, identity!)).toBe(true);
      const confirmed = await store.getSession('row-of-dana');
      expect(confirmed?.identity).toMatchObject({ ...identity });
      expect(confirmed?.formerIdentity).toBeUndefined();
    });

    it('says nothing of a token that came later', async () => {
      const store = openStore();
      await store.storeSessionToken(newSession({ identity: undefined }));
      const stale = { id: 'row-of-dana', version: 0 };
      expect(await store.confirmIdentity(stale, identity!)).toBe(false);
      const session = await store.getSession('row-of-dana');
      expect(session?.identity).toBeUndefined();
    });
  });

  describe('forbidRestore', () => {
    it('keeps lost sessions that began before from coming back, of this user and environment', async () => {
      const { ends, tokens: store } = openStores();
      now = minutesAfter(START, 5);
      await ends.forbidRestore(OWNER, minutesAfter(START, 240));
      expect(await store.restoreSession(newSession())).toBe(false);
      const restorable = [
        newSession({ id: 'later', createdAt: minutesAfter(START, 6) }),
        newSession({ id: 'eve', userEntityRef: 'user:default/eve' }),
        newSession({ id: 'staging', environment: 'staging' }),
      ];
      for (const session of restorable) {
        expect(await store.restoreSession(session)).toBe(true);
      }
    });
  });

  it('lists the sessions of a user that last, without opening them', async () => {
    const store = openStore(Keyring.fromSecrets(['unknown later']));
    await store.storeSessionToken(newSession());
    await store.storeSessionToken(
      newSession({ id: 'over', expiresAt: minutesAfter(START, -1) }),
    );
    const listed = await openStore().listSessions({
      userEntityRef: OWNER.userEntityRef,
    });
    expect(listed.map(session => session.id)).toEqual(['row-of-dana']);
    expect(listed[0]).not.toHaveProperty('tokens');
  });
});
