import { hash } from 'node:crypto';
import { ServiceUnavailableError } from '@backstage/errors';
import { setTimeout as delay } from 'node:timers/promises';
import { DANA } from '../__testUtils__/FakePalette';
import {
  createTestDatabases,
  ENVIRONMENT,
  HANDLE,
  OWNER,
  SessionsHarness,
  type Replica,
} from '../__testUtils__/SessionsHarness';

const ID = hash('sha256', HANDLE, 'base64url');
/** Four minutes before a token of four hours expires. */
const NEAR = 236;
const DEAD_HOLDERS_LEASE_MS = 1_500;
const SUPERSEDED = 'spectrocloud.session.renewals superseded';

const databases = createTestDatabases();

jest.setTimeout(30_000);

describe.each(databases.eachSupportedId())('SessionRenewer on %s', id => {
  let harness: SessionsHarness;

  beforeAll(async () => {
    harness = await SessionsHarness.start(await databases.init(id));
  });
  beforeEach(() => harness.reset());
  afterAll(() => harness.stop());

  const handOut = (replica = harness.replica()) =>
    replica.handOut.sessionToken(OWNER);
  const refresh = (replica = harness.replica()) =>
    replica.sessions.refresh({ handle: HANDLE, environment: ENVIRONMENT });
  const stored = () => harness.stores().tokens.getSession(ID);
  const report = (token: string, replica = harness.replica()) =>
    replica.handOut.sessionToken({
      ...OWNER,
      refusedTokenSha256: hash('sha256', token, 'base64url'),
    });

  /** A replica that Palette is about to answer, and what it hands out in the end. */
  async function startRenewal(): Promise<{
    replica: Replica;
    answer: ReturnType<typeof handOut>;
  }> {
    const replica = harness.replica();
    const answer = handOut(replica);
    answer.catch(() => {});
    while (harness.palette.countOf('renew') === 0) {
      await delay(10);
    }
    return { replica, answer };
  }

  it('asks Palette for nothing while the tokens are fresh', async () => {
    const { token } = await harness.signIn();
    harness.palette.reset();
    expect((await handOut()).token).toBe(token);
    expect((await refresh())?.tokens.sessionToken).toBe(token);
    expect(harness.palette.calls).toEqual([]);
  });

  it('renews once for many callers of several replicas, and all get the new token who wait for it', async () => {
    const { token } = await harness.signIn();
    harness.palette.reset();
    harness.palette.delayMs.set('renew', 300);
    harness.after(NEAR);
    const replicas = [harness.replica(), harness.replica(), harness.replica()];
    const answers = await Promise.all(
      replicas.flatMap(replica => [
        ...Array.from({ length: 20 }, () => handOut(replica)),
        ...Array.from({ length: 5 }, async () => ({
          token: (await refresh(replica))?.tokens.sessionToken,
        })),
      ]),
    );
    // On a busy machine some are answered with the former one, which lives.
    while ((await stored())!.version === 1) {
      await delay(10);
    }
    expect(harness.palette.countOf('renew')).toBe(1);
    expect(harness.palette.countOf('revoke')).toBe(0);
    const { tokens, version } = (await stored())!;
    expect(version).toBe(2);
    expect(tokens.sessionToken).not.toBe(token);
    const after = await Promise.all(replicas.map(replica => handOut(replica)));
    expect(new Set([...answers, ...after].map(answer => answer.token))).toEqual(
      answers.some(answer => answer.token === token)
        ? new Set([token, tokens.sessionToken])
        : new Set([tokens.sessionToken]),
    );
  });

  it('ends the session when Palette refuses', async () => {
    const { token, sealedCookie } = await harness.signIn();
    harness.palette.revoked.add(token);
    harness.after(NEAR);
    const replica = harness.replica();
    await expect(handOut(replica)).rejects.toMatchObject({
      name: 'ReauthenticationRequiredError',
      environment: ENVIRONMENT,
    });
    expect(await refresh(replica)).toBeUndefined();
    expect(await stored()).toBeUndefined();
    expect(replica.published).toHaveLength(1);
    // Its cookie doesn't bring it back.
    await expect(
      replica.handOut.sessionToken({ ...OWNER, sealedCookie }),
    ).rejects.toMatchObject({ name: 'ReauthenticationRequiredError' });
  });

  it.each([
    ['answers 500', 500],
    ['answers 429', 429],
    ['hangs up', 0],
  ])(
    'serves the still valid token when Palette %s, and waits before it tries again',
    async (_, status) => {
      const { token } = await harness.signIn();
      harness.palette.reset();
      harness.palette.failing.set('renew', status);
      harness.after(NEAR);
      for (const replica of [harness.replica(), harness.replica()]) {
        expect((await handOut(replica)).token).toBe(token);
        expect((await refresh(replica))?.tokens.sessionToken).toBe(token);
      }
      expect(harness.palette.countOf('renew')).toBe(1);
      harness.palette.failing.clear();
      harness.after(NEAR + 0.6);
      expect((await handOut()).token).not.toBe(token);
    },
  );

  it('serves the still valid token when Palette does not answer in time', async () => {
    harness.settings = { timeoutMs: 200 };
    const { token } = await harness.signIn();
    harness.palette.delayMs.set('renew', 5_000);
    harness.after(NEAR);
    const startedAt = Date.now();
    expect((await handOut()).token).toBe(token);
    expect(Date.now() - startedAt).toBeLessThan(2_000);
  });

  it('takes over from a process that died while it was renewing', async () => {
    const { token } = await harness.signIn();
    harness.after(NEAR);
    const session = (await stored())!;
    await harness.stores().leases.take(session, DEAD_HOLDERS_LEASE_MS);
    const startedAt = Date.now();
    const replica = harness.replica();
    expect((await handOut(replica)).token).toBe(token);
    expect(harness.palette.countOf('renew')).toBe(0);
    await replica.context.flights.renewals.settled();
    expect(Date.now() - startedAt).toBeGreaterThan(DEAD_HOLDERS_LEASE_MS - 500);
    expect((await handOut()).token).not.toBe(token);
    expect(harness.palette.countOf('renew')).toBe(1);
  });

  it('costs one re-authentication at most when a process died after Palette had answered it', async () => {
    const { token } = await harness.signIn();
    harness.after(NEAR);
    // Rotated at Palette, but the new token was lost with the process.
    harness.palette.revoked.add(token);
    await harness
      .stores()
      .leases.take((await stored())!, DEAD_HOLDERS_LEASE_MS);
    const replica = harness.replica();
    await handOut(replica);
    await replica.context.flights.renewals.settled();
    await expect(handOut()).rejects.toMatchObject({
      name: 'ReauthenticationRequiredError',
    });
    await harness.signIn({ handle: 'next handle' });
    expect((await handOut()).sessionId).toBe(
      hash('sha256', 'next handle', 'base64url'),
    );
  });

  it('does not revive a session that ended meanwhile, and revokes the token that it got', async () => {
    const { token } = await harness.signIn();
    harness.palette.reset();
    harness.after(NEAR);
    const other = harness.replica();
    harness.palette.onRenew = () =>
      other.sessions.end({ handle: HANDLE, reason: 'sign-out' });
    await expect(handOut()).rejects.toMatchObject({
      name: 'ReauthenticationRequiredError',
    });
    expect(await stored()).toBeUndefined();
    const revokedTokens = harness.palette.calls
      .filter(call => call.name === 'revoke')
      .map(call => call.token);
    expect(revokedTokens).toHaveLength(2);
    expect(revokedTokens).toContain(token);
    expect(new Set(revokedTokens).size).toBe(2);
  });

  it('gives a reader that holds the token before last the newer one', async () => {
    const { token: oldest } = await harness.signIn({ lifeMinutes: 15 });
    harness.after(12);
    const { token: old } = await handOut();
    harness.after(245);
    const { token: newest } = await handOut();
    expect(new Set([oldest, old, newest]).size).toBe(3);
    for (const refused of [oldest, old]) {
      const answer = await harness.replica().handOut.sessionToken({
        ...OWNER,
        refusedTokenSha256: hash('sha256', refused, 'base64url'),
      });
      expect(answer.token).toBe(newest);
    }
  });

  it('waits for a renewal under way before it believes that a token was refused', async () => {
    const { token } = await harness.signIn();
    harness.palette.delayMs.set('renew', 100);
    harness.after(NEAR);
    harness.palette.onRenew = () => delay(400);
    const { answer } = await startRenewal();
    expect((await report(token)).token).toBe((await answer).token);
  });

  it('waits for a renewal of another process also when the token lapses meanwhile', async () => {
    harness.settings = { timeoutMs: 20_000 };
    await harness.signIn();
    const letAnswer = harness.palette.hold('renew');
    harness.after(NEAR);
    const { answer } = await startRenewal();
    const asked = handOut();
    const refreshed = refresh();
    asked.catch(() => {});
    await delay(300);
    harness.after(241);
    await delay(300);
    letAnswer();
    const { token } = await answer;
    expect((await asked).token).toBe(token);
    expect((await refreshed)?.tokens.sessionToken).toBe(token);
  });

  it.each([
    { what: 'a refresh', ask: refresh },
    { what: 'the hand-out', ask: handOut },
  ])(
    'says to $what to try again when the token lapses while the database fails to tell of its renewal',
    async ({ ask }) => {
      await harness.signIn();
      harness.after(NEAR);
      const replica = harness.replica();
      const { leases } = replica.context.stores;
      jest.spyOn(leases, 'take').mockImplementationOnce(async () => {
        harness.after(241);
        throw new ServiceUnavailableError('The database is away');
      });
      await expect(ask(replica)).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
      });
      expect(await stored()).toBeDefined();
    },
  );

  it('signs nobody out when Palette renews a token and then hangs at telling whose it is', async () => {
    harness.settings = { timeoutMs: 3_000 };
    const { token } = await harness.signIn();
    harness.palette.delayMs.set('whoAmI', 30_000);
    harness.after(NEAR);
    const startedAt = Date.now();
    const { replica, answer } = await startRenewal();
    const other = harness.replica();
    const [asked, reported] = await Promise.allSettled([
      answer,
      report(token, other),
    ]);
    // The renewal waits for 3 s, and the hand-out for one more call.
    expect(Date.now() - startedAt).toBeLessThan(9_000);
    // Who doesn't know yet that it is worth nothing any more finds out by using it.
    expect(asked).toMatchObject({ value: { token } });
    expect(reported).toMatchObject({
      reason: { name: 'ServiceUnavailableError' },
    });
    expect([...replica.published, ...other.published]).toEqual([]);
    expect(harness.palette.countOf('revoke')).toBe(0);

    harness.palette.delayMs.clear();
    const after = await handOut();
    expect(after.token).not.toBe(token);
    expect(after.identity.userUid).toBe(DANA.userUid);
    expect((await report(token, other)).token).toBe(after.token);
    expect(harness.palette.countOf('renew')).toBe(1);
  });

  it.each([
    ['before it was written', false],
    ['after it was written', true],
  ])(
    'keeps a renewed token when the database fails once, %s',
    async (_, isWritten) => {
      const { token } = await harness.signIn();
      harness.after(NEAR);
      const replica = harness.replica();
      const { leases } = replica.context.stores;
      const complete = leases.complete.bind(leases);
      jest.spyOn(leases, 'complete').mockImplementationOnce(async (...args) => {
        if (isWritten) {
          await complete(...args);
        }
        throw new ServiceUnavailableError('The database is restarting');
      });
      const answer = await handOut(replica);
      expect(answer.token).not.toBe(token);
      expect(await stored()).toMatchObject({
        version: 2,
        tokens: { sessionToken: answer.token },
      });
      expect(replica.published).toEqual([]);
      expect(harness.palette.countOf('revoke')).toBe(0);
      expect(replica.measured).toContain(
        'spectrocloud.session.renewals renewed',
      );
    },
  );

  it('does not end a session when Palette refuses its renewal after another process has taken it over', async () => {
    await harness.signIn();
    harness.settings = { timeoutMs: 20_000 };
    const letAnswer = harness.palette.hold('renew');
    harness.palette.failing.set('renew', 401);
    harness.after(NEAR);
    const { replica, answer } = await startRenewal();

    // The process stood still for so long that its lease ran out.
    await harness.knex('spectrocloud_sessions').update({ lease_until: 0 });
    const { leases } = harness.stores();
    const session = (await stored())!;
    const takenOver = (await leases.take(session, 20_000))!;
    letAnswer();
    while (!replica.measured.includes(SUPERSEDED)) {
      await delay(10);
    }
    const sessionToken = harness.palette.token(DANA);
    await leases.complete(takenOver, {
      ...session,
      tokens: { ...session.tokens, sessionToken },
    });
    expect((await answer).token).toBe(sessionToken);
    expect(replica.published).toEqual([]);
    expect(harness.palette.countOf('renew')).toBe(1);
  });

  it('does not revoke the token that it got when another process has taken over and got the same', async () => {
    await harness.signIn();
    harness.settings = { timeoutMs: 20_000 };
    harness.palette.rotates = false;
    const letAnswer = harness.palette.hold('renew');
    harness.after(NEAR);
    const sessionToken = harness.palette.token(DANA);
    harness.palette.renewsAs = sessionToken;
    const { answer } = await startRenewal();
    await harness.knex('spectrocloud_sessions').update({ lease_until: 0 });
    const taken = handOut();
    while (harness.palette.countOf('renew') === 1) {
      await delay(10);
    }
    letAnswer();
    expect((await answer).token).toBe(sessionToken);
    expect((await taken).token).toBe(sessionToken);
    expect(harness.palette.countOf('revoke')).toBe(0);
  });

  it('can wait for the renewals under way before the process ends', async () => {
    const { token } = await harness.signIn();
    harness.palette.delayMs.set('renew', 300);
    harness.after(NEAR);
    const { replica, answer } = await startRenewal();
    await replica.context.flights.renewals.settled();
    const session = await stored();
    expect(session?.version).toBe(2);
    expect(session?.tokens.sessionToken).not.toBe(token);
    await answer;
  });
});
