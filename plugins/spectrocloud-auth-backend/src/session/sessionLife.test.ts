import { hash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { DANA, EVE } from './__testUtils__/FakePalette';
import {
  createTestDatabases,
  ENVIRONMENT,
  HANDLE,
  OWNER,
  SessionsHarness,
  START,
  USER,
} from './__testUtils__/SessionsHarness';

const databases = createTestDatabases();
const REAUTHENTICATION = { name: 'ReauthenticationRequiredError' };

describe.each(databases.eachSupportedId())(
  'The life of a session, on %s',
  id => {
    let harness: SessionsHarness;

    beforeAll(async () => {
      harness = await SessionsHarness.start(await databases.init(id));
    });
    beforeEach(() => harness.reset());
    afterAll(() => harness.stop());

    const refresh = (options: object = {}) =>
      harness.replica().sessions.refresh({
        handle: HANDLE,
        environment: ENVIRONMENT,
        ...options,
      });
    const handOut = (options: object = {}) =>
      harness.replica().handOut.sessionToken({ ...OWNER, ...options });

    describe('open', () => {
      it('keeps whose the session token is, as Palette says', async () => {
        const { token, setCookie } = await harness.signIn();
        expect(await handOut()).toMatchObject({
          token,
          sessionId: hash('sha256', HANDLE, 'base64url'),
          environment: ENVIRONMENT,
          identity: {
            tenantUid: DANA.tenantUid,
            tenantName: DANA.tenantName,
            userUid: DANA.userUid,
            email: DANA.email,
          },
        });
        expect(setCookie).toMatch(
          /^spectrocloud-api-token=[^;]+; Max-Age=14400; Path=\/api\/spectrocloud; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
        );
      });

      it.each([
        ['is confirmed', undefined],
        ['can not be confirmed yet', 503],
      ])(
        'says by how much the clocks differ when the session token has expired by ours, and %s',
        async (_, status) => {
          const sessionToken = harness.palette.token(DANA, 12);
          harness.after(15);
          if (status) {
            harness.palette.failing.set('whoAmI', status);
          }
          await expect(
            harness.signIn({ tokens: { sessionToken } }),
          ).rejects.toMatchObject({
            reason: 'clock_skew',
            message: expect.stringMatching(
              /differ by about 900 seconds.*\(NTP\)/,
            ),
          });
          await expect(handOut()).rejects.toMatchObject(REAUTHENTICATION);
        },
      );

      it('refuses a session token that Palette says is of another user', async () => {
        await expect(harness.signIn({ tokenOf: EVE })).rejects.toMatchObject({
          name: 'NotAllowedError',
        });
        await expect(handOut()).rejects.toMatchObject(REAUTHENTICATION);
      });

      it('refuses a session token of another tenant than the issuer names', async () => {
        const tokenOf = { ...DANA, tenantUid: 'tenant-2', tenantName: 'other' };
        await expect(harness.signIn({ tokenOf })).rejects.toMatchObject({
          name: 'NotAllowedError',
        });
      });

      it('takes the user by e-mail in any case where Palette numbers them differently', async () => {
        const tokenOf = {
          ...DANA,
          userUid: 'other',
          email: 'DANA@acme.EXAMPLE',
        };
        await harness.signIn({ tokenOf });
        expect((await handOut()).identity.userUid).toBe('other');
      });

      it('signs in while Palette’s API is down, and confirms the token before its first use', async () => {
        harness.palette.failing.set('whoAmI', 503);
        const { setCookie, token } = await harness.signIn();
        expect(setCookie).toBeUndefined();
        expect(await refresh()).toMatchObject({ userEntityRef: USER });
        expect((await refresh())?.tokens).not.toHaveProperty('sessionToken');
        await expect(handOut()).rejects.toMatchObject({
          name: 'ServiceUnavailableError',
        });
        harness.palette.failing.clear();
        const answer = await handOut();
        expect(answer.token).toBe(token);
        expect(answer.setCookie).toContain('spectrocloud-api-token=');
        await handOut();
        expect(harness.palette.countOf('whoAmI')).toBe(3);
      });

      it('drops a session whose token turns out to be of another user before its first use', async () => {
        harness.palette.failing.set('whoAmI', 503);
        await harness.signIn({ tokenOf: EVE });
        harness.palette.failing.clear();
        await expect(handOut()).rejects.toMatchObject(REAUTHENTICATION);
        expect(await refresh()).toBeUndefined();
      });

      it('signs in without a session token that Palette does not accept', async () => {
        harness.palette.failing.set('whoAmI', 401);
        await harness.signIn();
        expect(await refresh()).toMatchObject({ userEntityRef: USER });
        harness.palette.failing.clear();
        await expect(handOut()).rejects.toMatchObject(REAUTHENTICATION);
      });

      it('ends the session that the browser had before, whoever’s it was, and revokes its token', async () => {
        const former = await harness.signIn({
          user: EVE,
          handle: 'former',
          userEntityRef: 'user:default/eve',
        });
        const replica = harness.replica();
        await harness.signIn({ replaces: 'former' }, replica);
        expect(replica.measured).toContain(
          'spectrocloud.session.ends replaced',
        );
        expect(await refresh({ handle: 'former' })).toBeUndefined();
        expect(harness.palette.revoked).toContain(former.token);
        const [again] = [await handOut()];
        await harness.signIn(
          {
            handle: 'next',
            replaces: HANDLE,
            tokens: { sessionToken: again.token },
          },
          replica,
        );
        expect(replica.measured).toContain(
          'spectrocloud.session.ends handed-over',
        );
        expect(await refresh()).toBeUndefined();
        expect(harness.palette.revoked).not.toContain(again.token);
        expect((await handOut()).sessionId).toBe(
          hash('sha256', 'next', 'base64url'),
        );
      });

      it('ends the sessions of another Palette user of the same Backstage user and environment', async () => {
        const former = await harness.signIn({ user: EVE, handle: 'former' });
        await harness.signIn({
          user: EVE,
          handle: 's',
          environment: 'staging',
        });
        const { token } = await harness.signIn();
        expect((await handOut()).token).toBe(token);
        await harness.settled();
        expect(harness.palette.revoked).toContain(former.token);
        expect(await refresh({ handle: 'former' })).toBeUndefined();
        expect(
          await refresh({ handle: 's', environment: 'staging' }),
        ).toBeDefined();
      });
    });

    describe('refresh', () => {
      it('answers from the row, with the claims of the ID token', async () => {
        await harness.signIn();
        harness.palette.reset();
        expect(await refresh()).toMatchObject({
          id: hash('sha256', HANDLE, 'base64url'),
          userEntityRef: USER,
          environment: ENVIRONMENT,
          binding: 'sign-in',
          subject: { subject: DANA.userUid },
          claims: { groups: ['a', 'b'] },
          tokens: { idToken: 'id-token' },
          expiresInSeconds: 14_400,
        });
        expect(harness.palette.calls).toEqual([]);
      });

      it.each([
        ['an unknown handle', { handle: 'guessed' }],
        ['another environment', { environment: 'staging' }],
      ])('knows no session of %s', async (_, options) => {
        await harness.signIn();
        expect(await refresh(options)).toBeUndefined();
        expect(await refresh()).toBeDefined();
      });

      it('is still a session once the ID token has lapsed but the Palette session lives', async () => {
        await harness.signIn();
        harness.after(61);
        const session = await refresh();
        expect(session?.tokens).not.toHaveProperty('idToken');
        expect(session?.tokens).toHaveProperty('sessionToken');
        await expect(
          harness.replica().handOut.idToken(OWNER),
        ).rejects.toMatchObject(REAUTHENTICATION);
      });

      it('is still a session once the Palette session has lapsed but the ID token lives', async () => {
        await harness.signIn({ lifeMinutes: 15 });
        harness.after(16);
        expect((await refresh())?.tokens).toMatchObject({
          idToken: 'id-token',
        });
        await expect(handOut()).rejects.toMatchObject(REAUTHENTICATION);
      });

      it.each([
        ['neither token lives', {}, 241],
        ['the session is too old', { sessionDurationMs: 600_000 }, 11],
        ['nobody has used it', { sessionIdleTimeoutMs: 600_000 }, 11],
      ])('is over when %s', async (_, settings, minutes) => {
        harness.settings = settings;
        const { sealedCookie } = await harness.signIn();
        harness.after(minutes);
        expect(await refresh({ sealedCookie })).toBeUndefined();
        await expect(handOut({ sealedCookie })).rejects.toMatchObject(
          REAUTHENTICATION,
        );
      });

      it.each([10, 1])(
        'lasts while it is used, by the browser or by a reader, with an idle time-out of %s minutes',
        async minutes => {
          harness.settings = { sessionIdleTimeoutMs: minutes * 60_000 };
          await harness.signIn();
          harness.after(minutes * 0.8);
          await refresh();
          harness.after(minutes * 1.6);
          await handOut();
          harness.after(minutes * 2.4);
          expect(await refresh()).toBeDefined();
        },
      );
    });

    describe('a session that waits for its owner', () => {
      const waiting = {
        handle: 'waiting',
        binding: 'connect',
        waitsUntil: new Date(START.getTime() + 600_000),
      } as const;
      const claim = () =>
        harness.replica().sessions.handOver({
          handle: 'waiting',
          to: { handle: HANDLE, userEntityRef: USER },
        });

      it('becomes theirs, with the time-outs of any session', async () => {
        await harness.signIn(waiting);
        harness.after(9);
        expect(await claim()).toBeDefined();
        expect(await refresh({ handle: 'waiting' })).toBeUndefined();
        harness.after(20);
        expect(await refresh()).toMatchObject({ binding: 'connect' });
      });

      it('is over when nobody claims it', async () => {
        await harness.signIn(waiting);
        harness.after(5);
        await refresh({ handle: 'waiting' });
        harness.after(16);
        expect(await refresh({ handle: 'waiting' })).toBeUndefined();
      });

      it('is claimed with the token of a renewal under way', async () => {
        const { token } = await harness.signIn({ ...waiting, lifeMinutes: 5 });
        harness.palette.delayMs.set('renew', 300);
        harness.after(2);
        const renewing = refresh({ handle: 'waiting' });
        while (harness.palette.countOf('renew') === 0) {
          await delay(10);
        }
        expect(await claim()).toBeDefined();
        await renewing;
        const answer = await handOut();
        expect(answer.token).not.toBe(token);
        expect(harness.palette.revoked).not.toContain(answer.token);
      });

      /** Runs something between the reading of a waiting session and what a claim makes of it. */
      async function claimWhile(happening: () => Promise<unknown>) {
        const { context, sessions } = harness.replica();
        const { ends } = context.stores;
        const isEnded = ends.isEnded.bind(ends);
        jest.spyOn(ends, 'isEnded').mockImplementationOnce(async session => {
          const ended = await isEnded(session);
          await happening();
          return ended;
        });
        return sessions.handOver({
          handle: 'waiting',
          to: { handle: HANDLE, userEntityRef: USER },
        });
      }

      it('stays ended when its browser signs out while another tab claims it', async () => {
        await harness.signIn(waiting);
        const { sessions } = harness.replica();
        const claimed = await claimWhile(async () => {
          await sessions.end({ handle: 'waiting', reason: 'sign-out' });
          await sessions.end({ handle: HANDLE, reason: 'sign-out' });
        });
        expect(claimed).toBeUndefined();
        expect(await refresh()).toBeUndefined();
      });

      it('is claimed with the token of a renewal that begins meanwhile', async () => {
        await harness.signIn({ ...waiting, lifeMinutes: 5 });
        harness.after(2);
        expect(
          await claimWhile(() => refresh({ handle: 'waiting' })),
        ).toBeDefined();
        const { token } = await handOut();
        expect(harness.palette.revoked).not.toContain(token);
      });

      it('is nobody’s when its owner signs out everywhere meanwhile', async () => {
        const { token } = await harness.signIn({
          ...waiting,
          userEntityRef: 'user:default/waiting',
        });
        harness.after(1);
        const { userSessions } = harness.replica();
        await claimWhile(() => userSessions.revokeAll(USER));
        expect(await refresh()).toBeUndefined();
        expect(harness.palette.revoked).toContain(token);
      });

      it('is nobody’s once its owner has signed out everywhere', async () => {
        const { token } = await harness.signIn({
          ...waiting,
          userEntityRef: 'user:default/waiting',
        });
        harness.after(1);
        await harness.replica().userSessions.revokeAll(USER);
        expect(await claim()).toBeUndefined();
        expect(await refresh()).toBeUndefined();
        expect(harness.palette.revoked).toContain(token);
      });
    });

    it('leaves the later of two sign-ins as different Palette users at the same time', async () => {
      harness.palette.delayMs.set('whoAmI', 500);
      const earlier = harness.signIn({ user: EVE, handle: 'earlier' });
      while (harness.palette.countOf('whoAmI') === 0) {
        await delay(10);
      }
      harness.palette.delayMs.clear();
      harness.after(0.01);
      const { token } = await harness.signIn();
      await earlier;
      expect((await handOut()).token).toBe(token);
      expect(await refresh({ handle: 'earlier' })).toBeUndefined();
    });

    it('leaves no session whose sign-in failed in the end', async () => {
      const replica = harness.replica();
      jest
        .spyOn(replica.context.stores.tokens, 'listSessions')
        .mockRejectedValueOnce(new Error('for now'));
      await expect(harness.signIn({}, replica)).rejects.toThrow('for now');
      expect(await refresh()).toBeUndefined();
      await expect(handOut()).rejects.toMatchObject(REAUTHENTICATION);
    });

    it.each([
      ['is never written', false],
      ['is written too late', true],
    ])(
      'leaves neither token nor row of a sign-in whose row %s',
      async (_, isWritten) => {
        const replica = harness.replica();
        const { tokens } = replica.context.stores;
        const store = tokens.storeSessionToken.bind(tokens);
        let late = async () => {};
        jest
          .spyOn(tokens, 'storeSessionToken')
          .mockImplementationOnce(async session => {
            late = async () => {
              await store(session);
            };
            throw new Error('no answer in time');
          });
        await expect(harness.signIn({}, replica)).rejects.toThrow('in time');
        if (isWritten) {
          await late();
        }
        expect(harness.palette.countOf('revoke')).toBe(1);
        expect(await refresh()).toBeUndefined();
        await expect(handOut()).rejects.toMatchObject(REAUTHENTICATION);
      },
    );

    it('knows for a minute which handle its browser has replaced', async () => {
      const wasReplaced = (handle: string) =>
        harness.replica().sessions.wasReplaced(handle);
      await harness.signIn({ handle: 'former' });
      expect(await wasReplaced('former')).toBe(false);
      await harness.signIn({ replaces: 'former' });
      expect(await wasReplaced('former')).toBe(true);
      expect(await wasReplaced(HANDLE)).toBe(false);
      await harness.replica().sessions.end({
        handle: HANDLE,
        reason: 'sign-out',
      });
      // Its browser may have signed in again by the time of a late answer.
      expect(await wasReplaced(HANDLE)).toBe(true);
      harness.after(1.1);
      expect(await wasReplaced(HANDLE)).toBe(false);
      expect(await wasReplaced('former')).toBe(false);
    });

    describe('end', () => {
      it('drops the row, revokes the token, tells the readers and the audit log', async () => {
        const { token, sealedCookie } = await harness.signIn();
        const replica = harness.replica();
        await replica.sessions.end({ handle: HANDLE, reason: 'sign-out' });
        expect(await refresh({ sealedCookie })).toBeUndefined();
        await expect(handOut({ sealedCookie })).rejects.toMatchObject(
          REAUTHENTICATION,
        );
        expect(harness.palette.revoked).toContain(token);
        expect(replica.published).toEqual([
          {
            topic: 'spectrocloud.session-revoked',
            eventPayload: {
              sessionIds: [hash('sha256', HANDLE, 'base64url')],
              environment: ENVIRONMENT,
            },
          },
        ]);
        expect(replica.audited).toMatchObject([
          { eventId: 'spectrocloud-sign-out', meta: { userEntityRef: USER } },
        ]);
        expect(JSON.stringify([replica.audited, harness.logs])).not.toContain(
          token,
        );
      });

      it('leaves the token alone where the console may share it', async () => {
        harness.settings = { revokeOnSignOut: false };
        await harness.signIn();
        await harness
          .replica()
          .sessions.end({ handle: HANDLE, reason: 'sign-out' });
        expect(harness.palette.countOf('revoke')).toBe(0);
        expect(await refresh()).toBeUndefined();
      });

      it.each([
        ['refuses', 500],
        ['hangs up on', 0],
      ])('succeeds when Palette %s the revocation', async (_, status) => {
        await harness.signIn();
        harness.palette.failing.set('revoke', status);
        await harness
          .replica()
          .sessions.end({ handle: HANDLE, reason: 'sign-out' });
        expect(await refresh()).toBeUndefined();
      });

      it('leaves other browsers signed in', async () => {
        await harness.signIn();
        await harness.signIn({ handle: 'other browser' });
        await harness
          .replica()
          .sessions.end({ handle: HANDLE, reason: 'sign-out' });
        expect(await refresh({ handle: 'other browser' })).toBeDefined();
      });

      it('revokes the token of the cookie where the row was lost', async () => {
        const { token, sealedCookie } = await harness.signIn();
        await harness.wipe();
        await harness
          .replica()
          .sessions.end({ handle: HANDLE, reason: 'sign-out', sealedCookie });
        expect(harness.palette.revoked).toContain(token);
        expect(await refresh({ sealedCookie })).toBeUndefined();
      });

      it('leaves no trace of handles that nobody was given', async () => {
        await harness.replica().sessions.end({
          handle: 'made up',
          reason: 'sign-out',
        });
        expect(await harness.knex('spectrocloud_tombstones').select()).toEqual(
          [],
        );
      });
    });

    describe('key rotation', () => {
      it('signs nobody out while the former key still opens', async () => {
        const { sealedCookie } = await harness.signIn();
        harness.useKeys('next key', 'secret of the keyring');
        expect(await refresh()).toBeDefined();
        await harness.wipe();
        expect(await refresh({ sealedCookie })).toBeDefined();
      });

      it('asks for a new sign-in once the former key is gone', async () => {
        const { sealedCookie } = await harness.signIn();
        harness.useKeys('next key');
        expect(await refresh({ sealedCookie })).toBeUndefined();
        await expect(handOut({ sealedCookie })).rejects.toMatchObject(
          REAUTHENTICATION,
        );
      });
    });
  },
);
