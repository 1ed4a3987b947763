import { hash } from 'node:crypto';
import { AuthenticationError } from '@backstage/errors';
import { DANA, EVE } from '../__testUtils__/FakePalette';
import {
  createTestDatabases,
  ENVIRONMENT,
  HANDLE,
  OWNER,
  SessionsHarness,
  START,
  USER,
} from '../__testUtils__/SessionsHarness';

const databases = createTestDatabases();
const REAUTHENTICATION = { name: 'ReauthenticationRequiredError' };
const UNAVAILABLE = { name: 'ServiceUnavailableError' };
const LIFE_MINUTES = 12;
const LAPSED = 13;

describe.each(databases.eachSupportedId())('a lapsed session on %s', id => {
  let harness: SessionsHarness;
  /** What the refresh grant was asked with. */
  let granted: string[];
  /** What the grant answers in place of the refresh token; the same one by default. */
  let next: ((refreshToken: string) => string | undefined) | undefined;

  const later = (minutes: number) =>
    new Date(harness.now.getTime() + minutes * 60_000);

  beforeAll(async () => {
    harness = await SessionsHarness.start(await databases.init(id));
  });
  beforeEach(async () => {
    await harness.reset();
    granted = [];
    next = token => token;
    harness.renewIdToken = async ({ refreshToken }) => {
      granted.push(refreshToken);
      const brought = next?.(refreshToken);
      return brought === undefined
        ? {}
        : {
            refreshToken: brought,
            idToken: `id-token ${granted.length}`,
            idTokenExpiresAt: later(LIFE_MINUTES),
            claims: { sub: DANA.userUid },
          };
    };
  });
  afterAll(() => harness.stop());

  const stored = () =>
    harness.stores().tokens.getSession(hash('sha256', HANDLE, 'base64url'));
  const refresh = (options: object = {}) =>
    harness.replica().sessions.refresh({
      handle: HANDLE,
      environment: ENVIRONMENT,
      ...options,
    });
  const handOut = () => harness.replica().handOut.sessionToken(OWNER);
  const signIn = (options: { binding?: 'connect' } = {}) => {
    const sessionToken = harness.palette.token(DANA, LIFE_MINUTES);
    return harness.signIn({
      ...options,
      tokens: {
        sessionToken,
        sessionTokenFoundIn: 'refresh_token',
        idTokenExpiresAt: later(LIFE_MINUTES),
      },
    });
  };
  const refuse = () => {
    harness.renewIdToken = async ({ refreshToken }) => {
      granted.push(refreshToken);
      throw new AuthenticationError('invalid_grant');
    };
  };

  it.each(['sign-in', 'connect'] as const)(
    'is renewed at the next refresh, as of a %s, by the grant that takes its session token',
    async binding => {
      await signIn(binding === 'connect' ? { binding } : {});
      const { sessionToken } = (await stored())!.tokens;
      next = () => harness.palette.token(DANA);
      harness.after(LAPSED);
      const [one, other] = await Promise.all([refresh(), refresh()]);
      expect(one?.tokens.idToken).toBe('id-token 1');
      expect(other?.tokens.idToken).toBe('id-token 1');
      expect(one?.tokens.sessionToken).not.toBe(sessionToken);
      expect(granted).toEqual([sessionToken]);
    },
  );

  it('is renewed at the next hand-out', async () => {
    await signIn();
    const renewed = harness.palette.token(DANA);
    next = () => renewed;
    harness.after(LAPSED);
    expect((await handOut()).token).toBe(renewed);
    expect((await harness.replica().handOut.idToken(OWNER)).idToken).toBe(
      'id-token 1',
    );
    expect(granted).toHaveLength(1);
  });

  it('goes on for the ID token alone where the grant brings no other session token', async () => {
    await signIn();
    const { sessionToken } = (await stored())!.tokens;
    harness.after(LAPSED);
    await expect(handOut()).rejects.toMatchObject(REAUTHENTICATION);
    expect((await refresh())?.tokens.idToken).toBe('id-token 1');
    const { tokens } = (await stored())!;
    expect(tokens.refreshToken).toBe(sessionToken);
    expect(tokens).not.toHaveProperty('sessionToken');
  });

  it('waits while the provider can not be asked, and goes on afterwards', async () => {
    await signIn();
    const { renewIdToken } = harness;
    harness.renewIdToken = async () => {
      throw new Error('503');
    };
    harness.after(LAPSED);
    await expect(refresh()).rejects.toMatchObject(UNAVAILABLE);
    await expect(handOut()).rejects.toMatchObject(UNAVAILABLE);
    harness.after(24 * 60);
    await expect(refresh()).rejects.toMatchObject(UNAVAILABLE);
    harness.renewIdToken = renewIdToken;
    harness.after(24 * 60 + 1);
    expect((await refresh())?.tokens.idToken).toBe('id-token 1');
  });

  it('ends when the provider refuses', async () => {
    await signIn();
    refuse();
    harness.after(LAPSED);
    expect(await refresh()).toBeUndefined();
    expect(await stored()).toBeUndefined();
  });

  it('ends when the grant brings somebody else’s session token', async () => {
    await signIn();
    next = () => harness.palette.token(EVE);
    harness.after(LAPSED);
    expect(await refresh()).toBeUndefined();
    expect(await stored()).toBeUndefined();
  });

  it('is over once it was idle for too long', async () => {
    harness.settings = { sessionIdleTimeoutMs: 20 * 60_000 };
    await signIn();
    harness.after(21);
    expect(await refresh()).toBeUndefined();
    expect(granted).toEqual([]);
  });

  it('does not end because a reader reports the token that has lapsed', async () => {
    const { token: _ } = await signIn();
    const { sessionToken = '' } = (await stored())!.tokens;
    const renewed = harness.palette.token(DANA);
    next = () => renewed;
    harness.after(LAPSED);
    const answer = await harness.replica().handOut.sessionToken({
      ...OWNER,
      refusedTokenSha256: hash('sha256', sessionToken, 'base64url'),
    });
    expect(answer.token).toBe(renewed);
  });

  it('is renewed also after its row was restored from the cookie', async () => {
    const { sealedCookie } = await signIn();
    await harness.wipe();
    harness.renewIdToken = async () => {
      throw new Error('503');
    };
    harness.after(1);
    expect(await refresh({ sealedCookie })).toBeDefined();
    harness.renewIdToken = async ({ refreshToken }) => ({
      refreshToken,
      idToken: 'renewed',
      idTokenExpiresAt: later(LIFE_MINUTES),
    });
    harness.after(LAPSED);
    expect((await refresh())?.tokens.idToken).toBe('renewed');
  });

  it('is listed with the end that it really has', async () => {
    harness.settings = { sessionDurationMs: 3_600_000 };
    await signIn();
    const end = async () => {
      const [listed] = await harness.replica().userSessions.list(USER, []);
      return new Date(listed.expiresAt ?? 0).getTime() - START.getTime();
    };
    expect(await end()).toBe(3_600_000);
    // Palette doesn't have the grant.
    next = () => undefined;
    harness.palette.failing.set('renew', 503);
    harness.after(LIFE_MINUTES - 1);
    await refresh();
    expect(await end()).toBe(LIFE_MINUTES * 60_000);
  });

  describe('whose session token lives', () => {
    it.each([
      ['refuses it', () => refuse()],
      ['does not have the grant', () => (next = () => undefined)],
    ])(
      'goes on where the provider %s, and is not asked again',
      async (_, set) => {
        set();
        const sessionToken = harness.palette.token(DANA);
        await harness.signIn({
          tokens: { sessionToken, sessionTokenFoundIn: 'refresh_token' },
        });
        harness.after(58);
        await refresh();
        harness.after(61);
        expect((await refresh())?.tokens).toEqual({
          sessionToken,
          sessionTokenExpiresAt: expect.any(Date),
        });
        expect((await handOut()).token).toBe(sessionToken);
        expect(granted).toEqual([sessionToken]);
      },
    );

    it('ends where Palette refuses it, too', async () => {
      refuse();
      const { token } = await signIn();
      expect(token).toBeDefined();
      harness.palette.failing.set('whoAmI', 401);
      harness.after(LIFE_MINUTES - 1);
      expect(await refresh()).toBeUndefined();
      expect(await stored()).toBeUndefined();
    });

    it('keeps both when Palette prolongs the session token, and the grant goes on with the former one', async () => {
      await signIn();
      const { sessionToken } = (await stored())!.tokens;
      harness.palette.rotates = false;
      harness.after(LIFE_MINUTES - 1);
      const session = await refresh();
      expect(session?.tokens.sessionToken).not.toBe(sessionToken);
      harness.after(2 * LIFE_MINUTES);
      await refresh();
      expect(granted).toEqual([sessionToken, sessionToken]);
    });
  });
});
