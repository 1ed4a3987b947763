import { setTimeout as delay } from 'node:timers/promises';
import type { Knex } from 'knex';
import { Keyring } from '../sealing/Keyring';
import {
  createTestDatabases,
  toDatabaseService,
} from '../__testUtils__/databases';
import { recordingLogger } from '../__testUtils__/recordingLogger';
import { minutesAfter, newSession, START } from '../__testUtils__/sessions';
import { createTokenStore } from './createTokenStore';
import { migrateTokenDatabase } from './migrateTokenDatabase';
import type { StoredSession } from './StoredSession';

const LEASE_MS = 60_000;
const SHORT_LEASE_MS = 50;
const MIGRATION_PATIENCE_MS = 20_000;

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('RenewalLeases on %s', id => {
  let knex: Knex;

  /** Another replica on the same database, which is on our schema already: a lease must not lapse while it is looked at. */
  const replica = () =>
    createTokenStore({
      database: { ...toDatabaseService(knex), migrations: { skip: true } },
      keyring: Keyring.fromSecrets(['secret']),
      logger: recordingLogger(),
      now: () => START,
    });

  async function stored(): Promise<StoredSession> {
    await replica().tokens.storeSessionToken(newSession());
    return read();
  }

  async function read(): Promise<StoredSession> {
    const session = await replica().tokens.getSession('row-of-dana');
    if (!session) {
      throw new Error('The session has ended');
    }
    return session;
  }

  function renewed(session: StoredSession): StoredSession {
    const tokens = { ...session.tokens, sessionToken: 'renewed' };
    return { ...session, tokens };
  }

  beforeAll(async () => {
    knex = await databases.init(id);
    await migrateTokenDatabase(knex, {
      logger: recordingLogger(),
      patienceMs: MIGRATION_PATIENCE_MS,
    });
  });

  beforeEach(async () => {
    await knex('spectrocloud_sessions').delete();
    await knex('spectrocloud_tombstones').delete();
  });

  it('is taken by one of many that try at once', async () => {
    const session = await stored();
    const taken = await Promise.all(
      Array.from({ length: 50 }, () =>
        replica().leases.take(session, LEASE_MS),
      ),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await replica().leases.isTaken(session.id)).toBe(true);
  });

  it('passes on when its holder has died', async () => {
    const session = await stored();
    await replica().leases.take(session, SHORT_LEASE_MS);
    await delay(SHORT_LEASE_MS * 2);
    expect(await replica().leases.isTaken(session.id)).toBe(false);
    expect(await replica().leases.take(session, LEASE_MS)).toBeDefined();
    expect(await replica().leases.take(session, LEASE_MS)).toBeUndefined();
  });

  it('stays with a holder that keeps it', async () => {
    const { leases } = replica();
    const session = await stored();
    const lease = (await leases.take(session, SHORT_LEASE_MS))!;
    await leases.keep(lease, LEASE_MS);
    await delay(SHORT_LEASE_MS * 2);
    expect(await replica().leases.take(session, LEASE_MS)).toBeUndefined();
  });

  it('writes the renewed tokens and makes the next lease possible', async () => {
    const { leases } = replica();
    const session = await stored();
    const lease = (await leases.take(session, LEASE_MS))!;
    expect(await leases.complete(lease, renewed(session))).toBe(true);
    const after = await read();
    expect(after.tokens.sessionToken).toBe('renewed');
    expect(after.version).toBe(session.version + 1);
    expect(await leases.isTaken(session.id)).toBe(false);
    expect(await leases.take(after, LEASE_MS)).toBeDefined();
  });

  it('is not given for a version that was renewed already', async () => {
    const { leases } = replica();
    const session = await stored();
    const lease = (await leases.take(session, LEASE_MS))!;
    await leases.complete(lease, renewed(session));
    expect(await leases.take(session, LEASE_MS)).toBeUndefined();
  });

  it('never revives a session that ended meanwhile', async () => {
    const { ends, leases, tokens } = replica();
    const session = await stored();
    const lease = (await leases.take(session, LEASE_MS))!;
    const until = minutesAfter(START, 240);
    await ends.removeSessionToken({ id: session.id, until });
    expect(await leases.complete(lease, renewed(session))).toBe(false);
    expect(await tokens.getSession(session.id)).toBeUndefined();
    expect(await knex('spectrocloud_sessions').select()).toEqual([]);
  });

  it('lets a late holder write, and then not the one that has taken it over', async () => {
    const { leases } = replica();
    const session = await stored();
    const late = (await leases.take(session, SHORT_LEASE_MS))!;
    await delay(SHORT_LEASE_MS * 2);
    const lease = (await leases.take(session, LEASE_MS))!;
    expect(await leases.complete(late, renewed(session))).toBe(true);
    const second = { ...session, tokens: { sessionToken: 'second' } };
    expect(await leases.complete(lease, second)).toBe(false);
    expect((await read()).tokens.sessionToken).toBe('renewed');
  });

  it('does not let a former holder end the session', async () => {
    const { ends, leases } = replica();
    const session = await stored();
    const lost = (await leases.take(session, SHORT_LEASE_MS))!;
    await delay(SHORT_LEASE_MS * 2);
    await leases.take(session, LEASE_MS);
    const until = minutesAfter(START, 240);
    expect(await ends.removeSessionToken({ ...lost, until })).toBe(false);
    expect(await read()).toBeDefined();
  });

  it('is given back with the time before which nobody tries again', async () => {
    const { leases } = replica();
    const session = await stored();
    const lease = (await leases.take(session, LEASE_MS))!;
    await leases.release(lease, minutesAfter(START, 1));
    expect((await read()).renewAfter).toEqual(minutesAfter(START, 1));
    expect(await leases.isTaken(session.id)).toBe(false);
  });
});
