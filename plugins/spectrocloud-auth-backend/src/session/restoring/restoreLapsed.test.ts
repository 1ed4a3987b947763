import { hash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { AuthenticationError } from '@backstage/errors';
import { type PaletteTokens } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { DANA, EVE } from '../__testUtils__/FakePalette';
import {
  cookieValue,
  createTestDatabases,
  ENVIRONMENT,
  HANDLE,
  OWNER,
  SessionsHarness,
  START,
  USER,
} from '../__testUtils__/SessionsHarness';

const REAUTHENTICATION = { name: 'ReauthenticationRequiredError' };
const UNAVAILABLE = { name: 'ServiceUnavailableError' };
const LIFE_MINUTES = 12;
const LAPSED = 13;
const DURATION_MS = 24 * 3_600_000;

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())(
  'a session whose row was lost and whose tokens have lapsed, on %s',
  id => {
    let harness: SessionsHarness;
    /** What the refresh grant was asked with. */
    let granted: string[];

    const later = (minutes: number) =>
      new Date(harness.now.getTime() + minutes * 60_000);
    /** The grant accepts a token once, and brings what is given. */
    const grants = (
      bring: (refreshToken: string) => string,
      email: string | undefined = DANA.email,
    ) => {
      harness.renewIdToken = async ({ refreshToken, subject }) => {
        if (granted.includes(refreshToken)) {
          throw new AuthenticationError('invalid_grant');
        }
        granted.push(refreshToken);
        // Others are refused meanwhile.
        await delay(300);
        return {
          refreshToken: bring(refreshToken),
          idToken: 'renewed',
          idTokenExpiresAt: later(LIFE_MINUTES),
          claims: { sub: subject.subject, email },
          email,
        };
      };
    };

    beforeAll(async () => {
      harness = await SessionsHarness.start(await databases.init(id));
    });
    beforeEach(async () => {
      await harness.reset();
      harness.settings = { sessionDurationMs: DURATION_MS };
      granted = [];
      grants(refreshToken => refreshToken);
    });
    afterAll(() => harness.stop());

    const fails = (error: Error) => {
      harness.renewIdToken = async () => {
        throw error;
      };
    };
    const separate = (): PaletteTokens => ({
      sessionToken: harness.palette.token(DANA, LIFE_MINUTES),
      sessionTokenFoundIn: 'code',
      refreshToken: 'separate refresh token',
    });
    const asGrant = (): PaletteTokens => ({
      sessionToken: harness.palette.token(DANA, LIFE_MINUTES),
      sessionTokenFoundIn: 'refresh_token',
    });
    async function lose(
      tokens: PaletteTokens = asGrant(),
      options: Parameters<SessionsHarness['signIn']>[0] = {},
    ) {
      const signedIn = await harness.signIn({
        ...options,
        tokens: { ...tokens, idTokenExpiresAt: later(LIFE_MINUTES) },
      });
      await harness.wipe();
      harness.palette.reset();
      harness.after(LAPSED);
      return signedIn;
    }
    const refresh = (sealedCookie?: string, options: object = {}) =>
      harness.replica().sessions.refresh({
        handle: HANDLE,
        environment: ENVIRONMENT,
        sealedCookie,
        ...options,
      });
    const handOut = (sealedCookie?: string) =>
      harness.replica().handOut.sessionToken({ ...OWNER, sealedCookie });
    const stored = () =>
      harness.stores().tokens.getSession(hash('sha256', HANDLE, 'base64url'));

    it.each([
      ['the session token, which came as one', asGrant],
      ['a separate refresh token', separate],
    ])('is restored by the grant with %s', async (_, tokens) => {
      const { sealedCookie, setCookie } = await lose(tokens());
      expect(setCookie).toContain(`Max-Age=${DURATION_MS / 1000};`);
      const session = await refresh(sealedCookie);
      expect(session).toMatchObject({
        userEntityRef: USER,
        tokens: { idToken: 'renewed' },
        subject: { email: DANA.email },
        claims: { sub: DANA.userUid },
      });
      expect(granted).toHaveLength(1);
      const [listed] = await harness.replica().userSessions.list(USER, []);
      expect(listed.expiresAt).toBe(
        new Date(START.getTime() + DURATION_MS).toISOString(),
      );
    });

    it('is restored at a hand-out, with the session token that the grant brings', async () => {
      const next = harness.palette.token(DANA);
      grants(() => next);
      const { sealedCookie } = await lose();
      const answer = await handOut(sealedCookie);
      expect(answer.token).toBe(next);
      expect(answer.setCookie).toBeDefined();
      expect((await refresh())?.tokens.idToken).toBe('renewed');
    });

    it('is restored for all replicas at once, although its token is accepted once', async () => {
      const { sealedCookie } = await lose();
      const sessions = await Promise.all([
        refresh(sealedCookie),
        refresh(sealedCookie),
        refresh(sealedCookie),
      ]);
      for (const session of sessions) {
        expect(session?.tokens.idToken).toBe('renewed');
      }
      expect(granted).toHaveLength(1);
    });

    it('is restored for the user of a connection only', async () => {
      harness.settings = { ...harness.settings, hasResolvers: false };
      const { sealedCookie } = await lose(asGrant(), { binding: 'connect' });
      expect(await refresh(sealedCookie)).toBeUndefined();
      expect(granted).toEqual([]);
      const session = await refresh(sealedCookie, { caller: USER });
      expect(session?.tokens.idToken).toBe('renewed');
    });

    it('waits while the provider can not be asked, and goes on afterwards', async () => {
      const { sealedCookie } = await lose();
      fails(new Error('503'));
      await expect(refresh(sealedCookie)).rejects.toMatchObject(UNAVAILABLE);
      await expect(handOut(sealedCookie)).rejects.toMatchObject(UNAVAILABLE);
      grants(token => token);
      expect((await refresh(sealedCookie))?.tokens.idToken).toBe('renewed');
    });

    it('does not use its token up while the catalog can not be asked', async () => {
      const { sealedCookie } = await lose();
      const { resolveOwner } = harness;
      harness.resolveOwner = async () => {
        throw new Error('the catalog is down');
      };
      await expect(refresh(sealedCookie)).rejects.toThrow('catalog');
      expect(granted).toEqual([]);
      harness.resolveOwner = resolveOwner;
      expect(await refresh(sealedCookie)).toBeDefined();
    });

    it('is over when the provider refuses, for good', async () => {
      const { sealedCookie } = await lose();
      fails(new AuthenticationError('invalid_grant'));
      expect(await refresh(sealedCookie)).toBeUndefined();
      grants(token => token);
      harness.after(LAPSED + 60);
      await expect(handOut(sealedCookie)).rejects.toMatchObject(
        REAUTHENTICATION,
      );
      expect(granted).toEqual([]);
    });

    it.each([
      ['signed out', 'sign-out'],
      ['was refused', 'refused'],
    ] as const)(
      'stays ended when it %s, longer than its session token lives',
      async (_, reason) => {
        const { sealedCookie } = await harness.signIn({ tokens: asGrant() });
        await harness.replica().sessions.end({ handle: HANDLE, reason });
        harness.after(10 * 60);
        await harness.stores().sweep();
        expect(await refresh(sealedCookie)).toBeUndefined();
        expect(granted).toEqual([]);
      },
    );

    it('stays ended when its row was lost before, longer than its session token lives', async () => {
      const { sealedCookie } = await harness.signIn({ tokens: asGrant() });
      await harness.wipe();
      await harness
        .replica()
        .sessions.end({ handle: HANDLE, reason: 'sign-out', sealedCookie });
      harness.after(10 * 60);
      await harness.stores().sweep();
      expect(await refresh(sealedCookie)).toBeUndefined();
      expect(granted).toEqual([]);
    });

    it('stays ended when it ended with others, longer than its session token lives', async () => {
      const { sealedCookie } = await harness.signIn({ tokens: asGrant() });
      await harness.stores().ends.end({ userEntityRef: USER, revokeIn: [] });
      harness.after(10 * 60);
      await harness.stores().sweep();
      expect(await refresh(sealedCookie)).toBeUndefined();
      expect(granted).toEqual([]);
    });

    it('is nobody’s whom the catalog does not name for the subject of the ID token', async () => {
      const { sealedCookie } = await lose(
        {
          sessionToken: harness.palette.token(EVE, LIFE_MINUTES),
          sessionTokenFoundIn: 'refresh_token',
        },
        { user: EVE, userEntityRef: USER },
      );
      expect(await refresh(sealedCookie)).toBeUndefined();
      expect(granted).toEqual([]);
      expect(await stored()).toBeUndefined();
    });

    it('is nobody’s when the address of the new ID token is another user’s', async () => {
      harness.resolveOwner = async ({ identity }) =>
        identity.email === DANA.email ? USER : 'user:default/eve';
      grants(token => token, EVE.email);
      const { sealedCookie } = await lose();
      expect(await refresh(sealedCookie)).toBeUndefined();
      expect(await stored()).toBeUndefined();
    });

    it('is over once it was idle for too long', async () => {
      harness.settings = {
        ...harness.settings,
        sessionIdleTimeoutMs: 20 * 60_000,
      };
      const { sealedCookie } = await lose();
      harness.after(21);
      expect(await refresh(sealedCookie)).toBeUndefined();
      expect(granted).toEqual([]);
    });

    it('has no room in a cookie for a long refresh token, and says so at debug', async () => {
      const refreshToken = Array.from({ length: 300 }, (_, n) =>
        hash('sha256', String(n), 'base64url'),
      ).join('');
      const { sealedCookie, setCookie } = await lose({
        ...separate(),
        refreshToken,
      });
      expect(setCookie).toContain(`Max-Age=${LIFE_MINUTES * 60};`);
      expect(harness.logs.join('\n')).toContain(
        'no room for its refresh token',
      );
      expect(harness.logs.join('\n')).not.toContain(refreshToken);
      expect(await refresh(sealedCookie)).toBeUndefined();
    });

    it('gets another cookie when its refresh token is replaced', async () => {
      grants(() => 'rotated');
      const { sealedCookie } = await harness.signIn({
        tokens: { refreshToken: 'first' },
      });
      expect((await refresh(sealedCookie))?.setCookie).toBeUndefined();
      harness.after(58);
      const session = await refresh(sealedCookie);
      expect(session?.setCookie).toBeDefined();
      const next = cookieValue(session?.setCookie);
      expect((await refresh(next))?.setCookie).toBeUndefined();
    });
  },
);
