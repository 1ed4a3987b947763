import { hash } from 'node:crypto';
import {
  createTestDatabases,
  ENVIRONMENT,
  HANDLE,
  OWNER,
  SessionsHarness,
} from '../__testUtils__/SessionsHarness';
import { DANA } from '../__testUtils__/FakePalette';
import { isUndecided } from '../sessionState';

const ID = hash('sha256', HANDLE, 'base64url');
const REAUTHENTICATION = { name: 'ReauthenticationRequiredError' };
const UNAVAILABLE = { name: 'ServiceUnavailableError' };
/** Of the ID tokens here. */
const ID_TOKEN_MINUTES = 60;
const databases = createTestDatabases();

/** What a token endpoint gives along that signs its refresh tokens by HMAC; FakePalette knows nothing of it. */
function hmacRefreshToken(claims: object = { typ: 'Offline', iat: 1 }): string {
  const encode = (part: object) =>
    Buffer.from(JSON.stringify(part)).toString('base64url');
  return `${encode({ alg: 'HS512' })}.${encode(claims)}.c2ln`;
}

describe.each(databases.eachSupportedId())('a candidate on %s', id => {
  let harness: SessionsHarness;
  /** Refresh tokens that were used for the refresh grant. */
  let granted: string[];

  beforeAll(async () => {
    harness = await SessionsHarness.start(await databases.init(id));
  });
  beforeEach(async () => {
    await harness.reset();
    granted = [];
    harness.renewIdToken = async ({ refreshToken }) => {
      granted.push(refreshToken);
      return {
        refreshToken: `${refreshToken}+`,
        idToken: `id-token ${granted.length}`,
        idTokenExpiresAt: new Date(
          harness.now.getTime() + ID_TOKEN_MINUTES * 60_000,
        ),
      };
    };
  });
  afterAll(() => harness.stop());

  const stored = () => harness.stores().tokens.getSession(ID);
  const refresh = (replica = harness.replica()) =>
    replica.sessions.refresh({ handle: HANDLE, environment: ENVIRONMENT });
  const handOut = (replica = harness.replica()) =>
    replica.handOut.sessionToken(OWNER);
  const signIn = (
    sessionToken: string,
    sessionTokenFoundIn: 'refresh_token' | 'code' = 'refresh_token',
    replica = harness.replica(),
  ) =>
    harness.signIn({ tokens: { sessionToken, sessionTokenFoundIn } }, replica);

  describe('that Palette confirms', () => {
    it('is the session token, and no refresh token', async () => {
      const token = harness.palette.token(DANA);
      const { opened } = await signIn(token);
      expect(opened.sessionToken).toBe(token);
      expect((await stored())?.tokens.refreshToken).toBeUndefined();
      expect((await handOut()).token).toBe(token);
    });
  });

  describe('that Palette refuses', () => {
    it('is the refresh token, if it came as one', async () => {
      const token = hmacRefreshToken();
      const { opened, setCookie } = await signIn(token);
      expect(opened.sessionToken).toBeUndefined();
      expect(setCookie).toBeUndefined();
      const { tokens } = (await stored())!;
      expect(tokens.refreshToken).toBe(token);
      expect(tokens.sessionToken).toBeUndefined();
      await expect(handOut()).rejects.toMatchObject(REAUTHENTICATION);
      harness.after(ID_TOKEN_MINUTES - 1);
      expect((await refresh())?.tokens.idToken).toBe('id-token 1');
      expect(granted).toEqual([token]);
      expect(harness.palette.countOf('renew')).toBe(0);
    });

    it('is nothing, if it came as the code', async () => {
      await signIn(hmacRefreshToken(), 'code');
      expect((await stored())?.tokens).toEqual({
        idToken: 'id-token',
        idTokenExpiresAt: expect.any(Date),
        sessionTokenExpiresAt: undefined,
      });
    });

    it('lets the session go on after a night', async () => {
      await signIn(hmacRefreshToken());
      harness.after(12 * 60);
      expect((await refresh())?.tokens.idToken).toBe('id-token 1');
    });
  });

  describe('of an auth environment whose tokens are for no Palette', () => {
    const replica = () => harness.replica({ palettesOf: ['staging'] });

    it('is the refresh token, and no API hears of it', async () => {
      const token = hmacRefreshToken();
      await signIn(token, 'refresh_token', replica());
      harness.after(ID_TOKEN_MINUTES - 1);
      await refresh(replica());
      await replica().sessions.end({ handle: HANDLE, reason: 'sign-out' });
      expect(granted).toEqual([token]);
      expect(harness.palette.calls).toEqual([]);
    });

    it('is one also in a row that an earlier release has written', async () => {
      harness.palette.failing.set('whoAmI', 404);
      // Without a word on where it was found.
      const token = hmacRefreshToken();
      await harness.signIn({ tokens: { sessionToken: token } });
      harness.palette.reset();
      harness.after(ID_TOKEN_MINUTES - 1);
      await refresh(replica());
      expect(granted).toEqual([token]);
      expect(harness.palette.calls).toEqual([]);
    });
  });

  describe('that Palette could not be asked about', () => {
    const beginUndecided = async (
      token: string,
      foundIn?: 'refresh_token' | 'code',
    ) => {
      harness.palette.failing.set('whoAmI', 503);
      const { opened } = await signIn(token, foundIn);
      expect(opened.sessionToken).toBeUndefined();
      harness.palette.calls.length = 0;
    };

    it('is kept sealed, and used for nothing but the question', async () => {
      const token = hmacRefreshToken();
      await beginUndecided(token);
      const rows = await harness.knex('spectrocloud_sessions').select();
      expect(JSON.stringify(rows)).not.toContain(token.slice(0, 20));
      harness.after(ID_TOKEN_MINUTES - 1);
      expect((await refresh())?.tokens).toEqual({
        idToken: 'id-token',
        idTokenExpiresAt: expect.any(Date),
      });
      await expect(handOut()).rejects.toMatchObject(UNAVAILABLE);
      expect(granted).toEqual([]);
      expect(harness.palette.calls.map(({ name }) => name)).toEqual([
        'whoAmI',
        'whoAmI',
      ]);
    });

    describe('when its session ends', () => {
      const calls = () => harness.palette.calls.map(({ name }) => name);
      const listed = () => harness.stores().revocations.count(ENVIRONMENT);
      const signOut = () =>
        harness.replica().sessions.end({ handle: HANDLE, reason: 'sign-out' });

      it('is in no body of a revocation if Palette does not know it', async () => {
        await beginUndecided(hmacRefreshToken());
        harness.palette.failing.clear();
        await signOut();
        expect(calls()).toEqual(['whoAmI']);
        expect(await listed()).toBe(0);
      });

      it('is revoked once Palette has said that it is a session token', async () => {
        const token = harness.palette.token(DANA);
        await beginUndecided(token);
        harness.palette.failing.clear();
        await signOut();
        expect(calls()).toEqual(['whoAmI', 'revoke']);
        expect(harness.palette.revoked).toContain(token);
        expect(await listed()).toBe(0);
      });

      it('waits on the list while Palette can not be asked', async () => {
        await beginUndecided(hmacRefreshToken());
        await signOut();
        expect(calls()).toEqual(['whoAmI']);
        expect(await listed()).toBe(1);
      });

      it('is kept out of the list that Palette is given of others', async () => {
        const candidate = hmacRefreshToken();
        await beginUndecided(candidate);
        harness.palette.failing.clear();
        const others = [
          await harness.signIn({ handle: 'one' }),
          await harness.signIn({ handle: 'other' }),
        ];
        harness.palette.calls.length = 0;
        await harness.replica().userSessions.revokeAll(OWNER.userEntityRef);
        await harness.settled();
        expect(calls()).toEqual(['revoke', 'whoAmI']);
        expect([...harness.palette.revoked]).toEqual(
          expect.arrayContaining(others.map(({ token }) => token)),
        );
        expect(harness.palette.revoked).not.toContain(candidate);
        expect(await listed()).toBe(0);
      });

      it('is treated alike where the database can not take its end', async () => {
        await beginUndecided(hmacRefreshToken());
        harness.palette.failing.clear();
        const replica = harness.replica();
        jest
          .spyOn(replica.context.stores.ends, 'removeSessionToken')
          .mockRejectedValueOnce(new Error('down'));
        await replica.sessions.end({ handle: HANDLE, reason: 'sign-out' });
        replica.pendingEnds.clear();
        expect(calls()).toEqual(['whoAmI']);
      });
    });

    it('is not in the way of a refresh while the ID token lives', async () => {
      await beginUndecided(hmacRefreshToken());
      harness.after(5);
      expect((await refresh())?.tokens.idToken).toBe('id-token');
      expect(harness.palette.calls).toEqual([]);
    });

    it('keeps nobody signed in on its own', async () => {
      const token = hmacRefreshToken();
      await beginUndecided(token);
      harness.after(ID_TOKEN_MINUTES + 1);
      await expect(refresh()).rejects.toMatchObject(UNAVAILABLE);
      harness.palette.failing.clear();
      expect((await refresh())?.tokens.idToken).toBe('id-token 1');
      expect(granted).toEqual([token]);
    });

    it('is the session token once Palette says so', async () => {
      const token = harness.palette.token(DANA);
      await beginUndecided(token);
      harness.palette.failing.clear();
      harness.after(ID_TOKEN_MINUTES + 1);
      const session = await refresh();
      expect(session?.tokens.sessionToken).toBe(token);
      expect(session?.setCookie).toBeDefined();
      // It came as a refresh token: that the ID token is renewed with it, too, is no use of an unknown token.
      expect(session?.tokens.idToken).toBe('id-token 1');
      expect(granted).toEqual([token]);
    });

    it('is renewed at the hand-out only once it is confirmed', async () => {
      await beginUndecided(harness.palette.token(DANA));
      harness.after(236);
      await expect(handOut()).rejects.toMatchObject(UNAVAILABLE);
      expect(harness.palette.countOf('renew')).toBe(0);
      harness.palette.failing.clear();
      await handOut();
      expect(harness.palette.countOf('renew')).toBe(1);
    });

    it('is refused later, after all', async () => {
      const token = hmacRefreshToken();
      await beginUndecided(token);
      harness.palette.failing.clear();
      await expect(handOut()).rejects.toMatchObject(REAUTHENTICATION);
      expect(await stored()).toMatchObject({
        version: 2,
        tokens: { refreshToken: token },
      });
    });

    it('becomes the refresh token once, for many at the same time', async () => {
      await beginUndecided(hmacRefreshToken());
      harness.palette.failing.clear();
      const replicas = [harness.replica(), harness.replica()];
      await Promise.allSettled(
        Array.from({ length: 20 }, (_, index) => handOut(replicas[index % 2])),
      );
      expect(await stored()).toMatchObject({ version: 2 });
    });

    it('is read from the store as unconfirmed', async () => {
      await beginUndecided(harness.palette.token(DANA));
      const { sessions } = await harness.stores().tokens.readSessions(OWNER);
      expect(sessions).toHaveLength(1);
      expect(isUndecided(sessions[0])).toBe(true);
    });
  });

  describe('without an expiry', () => {
    const endless = () => harness.palette.token(DANA, Infinity);

    it('ends within ten minutes of Palette’s no, as long as anybody asks', async () => {
      const token = endless();
      await signIn(token);
      harness.after(7);
      expect(await refresh()).toBeDefined();
      harness.palette.revoked.add(token);
      harness.after(14);
      expect(await refresh()).toBeUndefined();
      expect(harness.palette.countOf('renew')).toBe(0);
    });

    it('costs Palette one question in six minutes', async () => {
      await signIn(endless());
      harness.palette.calls.length = 0;
      for (let minute = 1; minute <= 30; minute += 1) {
        harness.after(minute);
        await refresh();
      }
      expect(harness.palette.countOf('whoAmI')).toBeLessThanOrEqual(5);
    });

    it('goes on while Palette can not be asked', async () => {
      await signIn(endless());
      harness.palette.failing.set('whoAmI', 503);
      harness.after(15);
      expect(await refresh()).toBeDefined();
    });
  });
});
