import { AuthenticationError } from '@backstage/errors';
import { setTimeout as delay } from 'node:timers/promises';
import { DANA, EVE } from './__testUtils__/FakePalette';
import {
  createTestDatabases,
  ENVIRONMENT,
  HANDLE,
  OWNER,
  SessionsHarness,
  START,
} from './__testUtils__/SessionsHarness';
import { hashHandle } from './hashHandle';

const ID = hashHandle(HANDLE);
/** Four minutes before a token of four hours expires. */
const NEAR = 236;
const DEAD_HOLDERS_LEASE_MS = 1_500;

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

  it('asks Palette for nothing while the tokens are fresh', async () => {
    const { token } = await harness.signIn();
    harness.palette.reset();
    expect((await handOut()).token).toBe(token);
    expect((await refresh())?.tokens.sessionToken).toBe(token);
    expect(harness.palette.calls).toEqual([]);
  });

  it('renews once for many callers of several replicas, and all get the new token', async () => {
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
    expect(harness.palette.countOf('renew')).toBe(1);
    expect(harness.palette.countOf('revoke')).toBe(0);
    const tokens = new Set(answers.map(answer => answer.token));
    expect(tokens.size).toBe(1);
    expect(tokens).not.toContain(token);
    expect((await stored())?.version).toBe(2);
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
    const answer = await handOut();
    expect(answer.token).not.toBe(token);
    expect(Date.now() - startedAt).toBeGreaterThan(DEAD_HOLDERS_LEASE_MS - 500);
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
    await expect(handOut()).rejects.toMatchObject({
      name: 'ReauthenticationRequiredError',
    });
    await harness.signIn({ handle: 'next handle' });
    expect((await handOut()).sessionId).toBe(hashHandle('next handle'));
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
        refusedTokenSha256: hashHandle(refused),
      });
      expect(answer.token).toBe(newest);
    }
  });

  it('waits for a renewal under way before it believes that a token was refused', async () => {
    const { token } = await harness.signIn();
    harness.palette.delayMs.set('renew', 100);
    harness.after(NEAR);
    const [renewal, report] = [harness.replica(), harness.replica()];
    harness.palette.onRenew = () => delay(400);
    const renewing = handOut(renewal);
    while (harness.palette.countOf('renew') === 0) {
      await delay(10);
    }
    const answer = await report.handOut.sessionToken({
      ...OWNER,
      refusedTokenSha256: hashHandle(token),
    });
    expect(answer.token).toBe((await renewing).token);
  });

  describe('the renewed token', () => {
    it('ends the session when Palette says that it is somebody else’s, and is left alone', async () => {
      await harness.signIn();
      harness.palette.reset();
      harness.palette.renewsFor = EVE;
      harness.after(NEAR);
      await expect(handOut()).rejects.toMatchObject({
        name: 'ReauthenticationRequiredError',
      });
      expect(await stored()).toBeUndefined();
      expect(harness.palette.countOf('revoke')).toBe(0);
    });

    it('is confirmed before its first use where Palette can not be asked at once', async () => {
      const { token } = await harness.signIn();
      harness.palette.failing.set('whoAmI', 503);
      harness.after(NEAR);
      await expect(handOut()).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
      });
      harness.palette.failing.clear();
      const answer = await handOut();
      expect(answer.token).not.toBe(token);
      expect(answer.identity.userUid).toBe(DANA.userUid);
      expect(harness.palette.countOf('renew')).toBe(1);
    });
  });

  describe('the ID token', () => {
    const later = (minutes: number) =>
      new Date(START.getTime() + minutes * 60_000);
    const tokens = { refreshToken: 'first refresh token' };

    it('is renewed through the refresh grant, and a rotated refresh token is kept', async () => {
      await harness.signIn({ tokens });
      const used: string[] = [];
      harness.renewIdToken = async ({ refreshToken, subject, claims }) => {
        expect(subject.subject).toBe('uid-dana');
        expect(claims).toMatchObject({ sub: 'uid-dana' });
        used.push(refreshToken);
        return {
          idToken: `id token ${used.length}`,
          idTokenExpiresAt: new Date(harness.now.getTime() + 3_600_000),
          refreshToken: `refresh token ${used.length}`,
          claims: { sub: 'uid-dana', name: `Dana ${used.length}` },
        };
      };
      harness.after(55);
      const [a, b] = await Promise.all([refresh(), refresh(harness.replica())]);
      expect(a?.tokens.idToken).toBe('id token 1');
      expect(b?.tokens.idToken).toBe('id token 1');
      expect(a?.claims).toMatchObject({ name: 'Dana 1' });
      harness.after(110);
      expect((await refresh())?.tokens.idToken).toBe('id token 2');
      expect(used).toEqual(['first refresh token', 'refresh token 1']);
    });

    it('stays when the grant fails for now, and the session goes on without it afterwards', async () => {
      await harness.signIn({ tokens });
      harness.renewIdToken = async () => {
        throw new Error('503');
      };
      harness.after(55);
      expect((await refresh())?.tokens.idToken).toBe('id-token');
      harness.after(61);
      const session = await refresh();
      expect(session).toBeDefined();
      expect(session?.tokens).not.toHaveProperty('idToken');
    });

    it('ends the session when the grant is refused, and revokes a session token that was renewed along', async () => {
      harness.renewIdToken = async () => {
        throw new AuthenticationError('invalid_grant');
      };
      await harness.signIn({
        tokens: { ...tokens, idTokenExpiresAt: later(240) },
      });
      harness.palette.reset();
      harness.after(NEAR);
      expect(await refresh()).toBeUndefined();
      expect(await stored()).toBeUndefined();
      expect(harness.palette.countOf('revoke')).toBe(1);
    });
  });
});
