import { hash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { ServiceUnavailableError } from '@backstage/errors';
import { DANA } from '../__testUtils__/FakePalette';
import {
  cookieValue,
  createTestDatabases,
  ENVIRONMENT,
  HANDLE,
  OWNER,
  SessionsHarness,
  START,
} from '../__testUtils__/SessionsHarness';

const ID = hash('sha256', HANDLE, 'base64url');
const MINUTE_MS = 60_000;
const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('TokenHandOut on %s', id => {
  let harness: SessionsHarness;

  beforeAll(async () => {
    harness = await SessionsHarness.start(await databases.init(id));
  });
  beforeEach(() => harness.reset());
  afterAll(() => harness.stop());

  const handOut = (options: object = {}) =>
    harness.replica().handOut.sessionToken({ ...OWNER, ...options });
  const refresh = (options: object = {}) =>
    harness.replica().sessions.refresh({
      handle: HANDLE,
      environment: ENVIRONMENT,
      ...options,
    });

  it('drops an older session whose token was refused, though a newer one answers', async () => {
    const older = await harness.signIn();
    harness.after(1);
    const newer = await harness.signIn({ handle: 'newer' });
    const answer = await handOut({
      refusedTokenSha256: hash('sha256', older.token, 'base64url'),
    });
    expect(answer.token).toBe(newer.token);
    expect(await refresh()).toBeUndefined();
    expect(await refresh({ handle: 'newer' })).toBeDefined();
  });

  it('keeps a session that another replica renews just before its refused token would end it', async () => {
    const { token } = await harness.signIn();
    const renewed = harness.palette.token(DANA);
    const replica = harness.replica();
    const { ends, leases, tokens } = replica.context.stores;
    const remove = ends.removeSessionToken.bind(ends);
    jest
      .spyOn(ends, 'removeSessionToken')
      .mockImplementationOnce(async options => {
        const session = (await tokens.getSession(ID))!;
        const lease = (await leases.take(session, MINUTE_MS))!;
        await leases.complete(lease, {
          ...session,
          tokens: { ...session.tokens, sessionToken: renewed },
        });
        return remove(options);
      });
    const answer = await replica.handOut.sessionToken({
      ...OWNER,
      refusedTokenSha256: hash('sha256', token, 'base64url'),
    });
    expect(answer.token).toBe(renewed);
  });

  it('waits for a renewal under way although the token has lapsed meanwhile', async () => {
    const tokens = { idToken: undefined, idTokenExpiresAt: undefined };
    const { token } = await harness.signIn({ tokens });
    harness.palette.delayMs.set('renew', 500);
    harness.after(239.99);
    const renewing = handOut();
    while (harness.palette.countOf('renew') === 0) {
      await delay(10);
    }
    harness.after(240.01);
    const [answer, session] = await Promise.all([handOut(), refresh()]);
    expect(answer.token).toBe((await renewing).token);
    expect(answer.token).not.toBe(token);
    expect(session?.tokens.sessionToken).toBe(answer.token);
  });

  it('waits for a renewal under way although all tokens have lapsed meanwhile', async () => {
    const lapsing = new Date(harness.now.getTime() + 240 * MINUTE_MS);
    await harness.signIn({
      tokens: { refreshToken: 'refresh', idTokenExpiresAt: lapsing },
    });
    harness.renewIdToken = async () => ({
      idToken: 'renewed',
      idTokenExpiresAt: new Date(lapsing.getTime() + 60 * MINUTE_MS),
    });
    harness.palette.delayMs.set('renew', 500);
    harness.after(239.99);
    const renewing = refresh();
    while (harness.palette.countOf('renew') === 0) {
      await delay(10);
    }
    harness.after(240.01);
    const { idToken } = await harness.replica().handOut.idToken(OWNER);
    expect(idToken).toBe('renewed');
    expect((await renewing)?.tokens.idToken).toBe('renewed');
  });

  it('does not wait for a database that takes no writes, nor asks it every time', async () => {
    await harness.signIn();
    harness.after(5);
    const replica = harness.replica();
    const touch = jest
      .spyOn(replica.context.stores.tokens, 'touch')
      .mockImplementation(() => delay(3_000));
    const startedAt = Date.now();
    await replica.handOut.sessionToken(OWNER);
    await replica.handOut.sessionToken(OWNER);
    expect(Date.now() - startedAt).toBeLessThan(2_500);
    expect(touch).toHaveBeenCalledTimes(1);
    // Another user's session is noted all the same.
    const eve = { ...OWNER, userEntityRef: 'user:default/eve' };
    await harness.signIn({ handle: 'eve', ...eve });
    harness.after(10);
    await replica.handOut.sessionToken(eve);
    expect(touch).toHaveBeenCalledTimes(2);
  });

  it('asks nothing about a lapsed session while another one serves', async () => {
    const { token } = await harness.signIn({ handle: 'older' });
    harness.after(1);
    await harness.signIn({ lifeMinutes: 12 });
    harness.after(14);
    const replica = harness.replica();
    const isTaken = jest.spyOn(replica.context.stores.leases, 'isTaken');
    expect((await replica.handOut.sessionToken(OWNER)).token).toBe(token);
    expect(isTaken).not.toHaveBeenCalled();
  });

  it('asks nothing about a lapsed session while the ID token of another one serves', async () => {
    await harness.signIn({ handle: 'older', tokens: { idToken: 'older' } });
    harness.after(1);
    await harness.signIn({
      lifeMinutes: 12,
      tokens: { idTokenExpiresAt: START },
    });
    harness.after(14);
    const replica = harness.replica();
    const isTaken = jest.spyOn(replica.context.stores.leases, 'isTaken');
    expect((await replica.handOut.idToken(OWNER)).idToken).toBe('older');
    expect(isTaken).not.toHaveBeenCalled();
  });

  /** A replica that waits until a minute to renew, and then finds the database restarting. */
  function replicaThatFailsUntil(minutes: number) {
    const replica = harness.replica();
    const { leases } = replica.context.stores;
    jest.spyOn(leases, 'take').mockImplementationOnce(async () => {
      harness.after(minutes);
      throw new ServiceUnavailableError('The database is restarting');
    });
    return replica;
  }

  it('goes on to an older session where the ID token of the newest lapses before it could be renewed', async () => {
    const lapsing = new Date(START.getTime() + 120 * MINUTE_MS);
    await harness.signIn({
      handle: 'older',
      tokens: { idToken: 'older', idTokenExpiresAt: lapsing },
    });
    harness.after(1);
    await harness.signIn({ tokens: { refreshToken: 'refresh' } });
    harness.after(60.9);
    const replica = replicaThatFailsUntil(61.1);
    expect((await replica.handOut.idToken(OWNER)).idToken).toBe('older');
  });

  it('says to ask later for an ID token that lapses before it could be renewed, where it is the only one', async () => {
    await harness.signIn({ tokens: { refreshToken: 'refresh' } });
    harness.after(59.9);
    const replica = replicaThatFailsUntil(60.1);
    await expect(replica.handOut.idToken(OWNER)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
  });

  it('hands the session token out although the ID token lapses before it could be renewed', async () => {
    const { token } = await harness.signIn({
      tokens: { refreshToken: 'refresh' },
    });
    harness.after(59.9);
    const replica = replicaThatFailsUntil(60.1);
    expect((await replica.handOut.sessionToken(OWNER)).token).toBe(token);
  });

  it('goes on to an older session while the newest can not be confirmed', async () => {
    const { token } = await harness.signIn();
    harness.after(1);
    harness.palette.failing.set('whoAmI', 503);
    await harness.signIn({ handle: 'newer' });
    expect((await handOut()).token).toBe(token);
    await harness
      .replica()
      .sessions.end({ handle: HANDLE, reason: 'sign-out' });
    await expect(handOut()).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
  });

  describe('the sealed cookie', () => {
    it('is made anew before it looks idle', async () => {
      harness.settings = { sessionIdleTimeoutMs: 10 * MINUTE_MS };
      const { sealedCookie } = await harness.signIn();
      harness.after(4);
      expect((await handOut({ sealedCookie })).setCookie).toBeUndefined();
      harness.after(6);
      const { setCookie } = await handOut({ sealedCookie });
      const renewed = cookieValue(setCookie);
      expect(renewed).toBeDefined();
      harness.after(7);
      expect(
        (await handOut({ sealedCookie: renewed })).setCookie,
      ).toBeUndefined();
    });

    it('of another user, in its place, gives way', async () => {
      const { sealedCookie } = await harness.signIn({
        handle: 'eve',
        userEntityRef: 'user:default/eve',
      });
      await harness.signIn();
      const { setCookie } = await handOut({ sealedCookie });
      const own = cookieValue(setCookie);
      expect(own).toBeDefined();
      expect((await handOut({ sealedCookie: own })).setCookie).toBeUndefined();
    });
  });

  it('gives nothing while the catalog has no user for the session', async () => {
    const { token } = await harness.signIn();
    const { sessions } = harness.replica();
    const handle = HANDLE;
    const since = await sessions.noteUser({ handle, isMissing: true });
    expect(since).toEqual(harness.now);
    const replica = harness.replica();
    const unavailable = { name: 'ServiceUnavailableError' };
    await expect(replica.handOut.sessionToken(OWNER)).rejects.toMatchObject(
      unavailable,
    );
    await expect(replica.handOut.idToken(OWNER)).rejects.toMatchObject(
      unavailable,
    );
    harness.after(5);
    expect(await sessions.noteUser({ handle, isMissing: true })).toEqual(since);
    expect(
      await sessions.noteUser({ handle, isMissing: false }),
    ).toBeUndefined();
    expect((await replica.handOut.sessionToken(OWNER)).token).toBe(token);
  });

  it('goes on in a browser whose session the catalog has a user for, whatever another one found', async () => {
    await harness.signIn({ handle: 'closed since' });
    const { token } = await harness.signIn();
    const { handOut: replica, sessions } = harness.replica();
    await sessions.noteUser({ handle: 'closed since', isMissing: true });
    expect((await replica.sessionToken(OWNER)).token).toBe(token);
  });

  it('notes that a session was used', async () => {
    await harness.signIn();
    harness.after(5);
    await handOut();
    const session = await harness.stores().tokens.getSession(ID);
    expect(session?.usedAt).toEqual(harness.now);
  });
});
