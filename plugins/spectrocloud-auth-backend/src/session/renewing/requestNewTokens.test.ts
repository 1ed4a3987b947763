import { hash } from 'node:crypto';
import { AuthenticationError } from '@backstage/errors';
import type { PaletteTokens } from '../SessionManager';
import { DANA } from '../__testUtils__/FakePalette';
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

const ID = hash('sha256', HANDLE, 'base64url');
/** Four minutes before a token of four hours expires. */
const NEAR = 236;
/** Of minutes: enough for the next try after one that brought nothing. */
const RETRY = 0.51;

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('TokenRenewal on %s', id => {
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

  describe('the session token', () => {
    it('is confirmed before its first use where Palette can not be asked at once', async () => {
      const { token } = await harness.signIn();
      harness.palette.failing.set('whoAmI', 503);
      harness.after(NEAR);
      const replica = harness.replica();
      // Who doesn't wait for the renewal is given the former one.
      await handOut(replica).catch(() => {});
      await replica.context.flights.renewals.settled();
      await expect(handOut()).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
      });
      harness.palette.failing.clear();
      const answer = await handOut();
      expect(answer.token).not.toBe(token);
      expect(answer.identity.userUid).toBe(DANA.userUid);
      expect(harness.palette.countOf('renew')).toBe(1);
    });

    it('is confirmed at once when Palette fails to tell once only', async () => {
      await harness.signIn();
      harness.palette.reset();
      harness.palette.failingNext.set('whoAmI', [503]);
      harness.after(NEAR);
      await refresh();
      expect(await stored()).toMatchObject({
        version: 2,
        identity: { userUid: DANA.userUid },
      });
      expect(harness.palette.countOf('whoAmI')).toBe(2);
    });

    it('is confirmed although Palette does not know it at once', async () => {
      const { token } = await harness.signIn();
      harness.palette.reset();
      harness.palette.failingNext.set('whoAmI', [401]);
      harness.after(NEAR);
      await refresh();
      const session = await stored();
      expect(session?.identity?.userUid).toBe(DANA.userUid);
      expect(session?.tokens.sessionToken).not.toBe(token);
    });

    it.each([
      ['still accepts the former one, which stays', false],
      [
        'has consumed the former one, and is then confirmed before its first use',
        true,
      ],
    ])('is not accepted by a Palette that %s', async (_, rotates) => {
      const { token } = await harness.signIn();
      harness.palette.reset();
      harness.palette.rotates = rotates;
      harness.palette.failingNext.set('whoAmI', [401, 401, 401]);
      harness.after(NEAR);
      await refresh();
      const session = await stored();
      expect(session?.tokens.sessionToken === token).toBe(!rotates);
      expect(session?.identity === undefined).toBe(rotates);
      expect(session?.formerIdentity?.userUid).toBe(
        rotates ? DANA.userUid : undefined,
      );
    });

    it('stays when Palette answers with the very same one, which is asked again after a while', async () => {
      const { token } = await harness.signIn();
      harness.palette.reset();
      harness.palette.renewalBrings = 'the same token';
      harness.after(NEAR);
      for (let turn = 1; turn <= 10; turn += 1) {
        expect((await refresh())?.tokens.sessionToken).toBe(token);
      }
      harness.after(NEAR + RETRY - 0.02);
      await refresh();
      expect(harness.palette.calls).toEqual([{ name: 'renew', token }]);
      expect((await stored())?.version).toBe(1);

      harness.palette.renewalBrings = 'more time';
      harness.after(NEAR + RETRY);
      expect((await refresh())?.tokens.sessionToken).not.toBe(token);
      expect(harness.palette.countOf('renew')).toBe(2);
      expect(harness.palette.countOf('revoke')).toBe(0);
    });

    it('is not renewed on every call when it is short-lived and does not tell its issue', async () => {
      harness.palette.tellsIssue = false;
      await harness.signIn();
      harness.after(NEAR);
      for (let seconds = 0; seconds < 20; seconds += 1) {
        harness.palette.renewsAs = harness.palette.token(DANA, 5);
        harness.after(NEAR + seconds / 60);
        await handOut();
      }
      expect(harness.palette.countOf('renew')).toBe(1);
    });

    it('stays when Palette answers with one that has expired', async () => {
      const { token } = await harness.signIn();
      harness.palette.rotates = false;
      harness.after(NEAR);
      harness.palette.renewsAs = harness.palette.token(DANA, -1);
      expect((await handOut()).token).toBe(token);
      harness.palette.renewsAs = undefined;
      harness.after(NEAR + RETRY);
      expect((await handOut()).token).not.toBe(token);
    });

    it('is replaced by one that lives no longer, and Palette is asked again only after a while', async () => {
      const { token } = await harness.signIn();
      harness.palette.reset();
      harness.palette.renewalBrings = 'no more time';
      harness.after(NEAR);
      const served = new Set<string | undefined>();
      for (let turn = 1; turn <= 10; turn += 1) {
        served.add((await refresh())?.tokens.sessionToken);
      }
      const [unprolonged] = served;
      expect(served.size).toBe(1);
      expect(unprolonged).not.toBe(token);
      expect(harness.palette.countOf('renew')).toBe(1);

      harness.palette.renewalBrings = 'more time';
      harness.after(NEAR + RETRY);
      const session = await refresh();
      expect(session?.tokens.sessionToken).not.toBe(unprolonged);
      expect(session?.tokens.sessionTokenExpiresAt?.getTime()).toBe(
        harness.now.getTime() + 240 * 60_000 - (harness.now.getTime() % 1_000),
      );
      expect((await handOut()).token).toBe(session?.tokens.sessionToken);
      expect(harness.palette.countOf('renew')).toBe(2);
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

    it.each([
      [
        'another e-mail address',
        'Dana.New@acme.example',
        'dana.new@acme.example',
      ],
      ['none', undefined, DANA.email],
    ])('brings %s for the session', async (_, email, expected) => {
      await harness.signIn({ tokens });
      harness.renewIdToken = async ({ refreshToken }) => ({
        refreshToken,
        idToken: 'renewed',
        idTokenExpiresAt: later(120),
        email,
        claims: { sub: 'uid-dana', email },
      });
      harness.after(55);
      const session = await refresh();
      expect(session?.subject.email).toBe(expected);
      expect(session?.claims.email).toBe(email);
      expect(session?.setCookie).toBeDefined();
      const answer = await handOut();
      expect(answer.identity.email).toBe(expected);
      const [listed] = await harness.replica().userSessions.list(USER, []);
      expect(listed.email).toBe(expected);
      const sealedCookie = cookieValue(answer.setCookie);
      await harness.wipe();
      const restored = await harness.replica().sessions.refresh({
        handle: HANDLE,
        environment: ENVIRONMENT,
        sealedCookie,
      });
      expect(restored?.subject.email).toBe(expected);
    });

    it('makes a sealed cookie out of date by another e-mail address', async () => {
      const { sealedCookie } = await harness.signIn({ tokens });
      harness.renewIdToken = async () => ({
        idToken: 'renewed',
        idTokenExpiresAt: later(120),
        email: 'dana.new@acme.example',
        claims: { sub: 'uid-dana' },
      });
      const ask = () =>
        harness.replica().sessions.refresh({
          handle: HANDLE,
          environment: ENVIRONMENT,
          sealedCookie,
        });
      expect((await ask())?.setCookie).toBeUndefined();
      harness.after(55);
      expect((await ask())?.setCookie).toBeDefined();
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

    it('ends the session when the grant is refused, and revokes a session token that has long to live', async () => {
      harness.renewIdToken = async () => {
        throw new AuthenticationError('invalid_grant');
      };
      const { token } = await harness.signIn({ tokens });
      harness.after(57);
      expect(await refresh()).toBeUndefined();
      expect(harness.palette.revoked).toContain(token);
    });

    it('ends the session when the grant is refused, and revokes a session token that could not be renewed along', async () => {
      harness.renewIdToken = async () => {
        throw new AuthenticationError('invalid_grant');
      };
      const { token } = await harness.signIn({
        tokens: { ...tokens, idTokenExpiresAt: later(240) },
      });
      harness.palette.failing.set('renew', 503);
      harness.after(NEAR);
      expect(await refresh()).toBeUndefined();
      expect(harness.palette.revoked).toContain(token);
    });

    it('is not asked for any more when the grant never brings one, and the front end does not wait for it', async () => {
      await harness.signIn({ tokens });
      const renew = jest.fn(async (): Promise<PaletteTokens> => ({}));
      harness.renewIdToken = renew;
      harness.after(55);
      expect((await refresh())?.expiresInSeconds).toBe((240 - 55) * 60);
      expect((await stored())?.tokens).not.toHaveProperty('refreshToken');
      for (const minutes of [56, 60, 61, 120]) {
        harness.after(minutes);
        const session = await refresh();
        expect(session?.expiresInSeconds).toBe((240 - minutes) * 60);
      }
      expect(renew).toHaveBeenCalledTimes(1);
    });

    it.each([
      ['only another refresh token', {}],
      [
        'an ID token that lives no longer',
        {
          idToken: 'from a cache',
          idTokenExpiresAt: later(60),
          claims: { sub: 'uid-dana' },
        },
      ],
    ])(
      'is asked for again after a while when the grant has brought %s',
      async (_, brought) => {
        await harness.signIn({ tokens });
        const used: string[] = [];
        harness.renewIdToken = async ({ refreshToken }) => {
          used.push(refreshToken);
          return { refreshToken: 'rotated', ...brought };
        };
        harness.after(55);
        for (let turn = 1; turn <= 10; turn += 1) {
          expect((await refresh())?.tokens.idToken).toBe('id-token');
        }
        expect((await stored())?.tokens.refreshToken).toBe('rotated');
        harness.after(55 + RETRY - 0.02);
        await refresh();
        expect(used).toEqual(['first refresh token']);
        harness.after(55 + RETRY);
        await refresh();
        expect(used).toEqual(['first refresh token', 'rotated']);
      },
    );
  });
});
