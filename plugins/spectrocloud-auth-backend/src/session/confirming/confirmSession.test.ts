import { hash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { DANA, EVE } from '../__testUtils__/FakePalette';
import {
  createTestDatabases,
  ENVIRONMENT,
  HANDLE,
  OWNER,
  SessionsHarness,
} from '../__testUtils__/SessionsHarness';

const ID = hash('sha256', HANDLE, 'base64url');
/** Four minutes before a token of four hours expires. */
const NEAR = 236;
const LEASE_MS = 10_000;
const REAUTHENTICATION = { name: 'ReauthenticationRequiredError' };
const UNAVAILABLE = { name: 'ServiceUnavailableError' };
/** Passes for Dana by the ID token: the same e-mail, and a tenant of the same name. */
const NAMESAKE = {
  userUid: 'uid-namesake',
  email: DANA.email.toUpperCase(),
  tenantUid: 'tenant-2',
  tenantName: DANA.tenantName,
};

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('OwnerConfirmation on %s', id => {
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

  describe('of a renewed token', () => {
    it.each([
      ['another user', EVE],
      ['a namesake in another tenant', NAMESAKE],
    ])(
      'ends the session when it belongs to %s, and leaves the token alone',
      async (_, owner) => {
        await harness.signIn();
        harness.palette.reset();
        harness.palette.renewsFor = owner;
        harness.after(NEAR);
        const replica = harness.replica();
        await expect(handOut(replica)).rejects.toMatchObject(REAUTHENTICATION);
        // At once, and not because a later look at the stored token finds out.
        expect(replica.measured).toContain(
          'spectrocloud.session.renewals refused',
        );
        expect(await stored()).toBeUndefined();
        expect(harness.palette.countOf('revoke')).toBe(0);
      },
    );

    it('remembers whose the former token was while Palette can not be asked', async () => {
      await harness.signIn();
      harness.palette.reset();
      harness.palette.renewsFor = NAMESAKE;
      harness.palette.failing.set('whoAmI', 503);
      harness.after(NEAR);
      await expect(handOut()).rejects.toMatchObject(UNAVAILABLE);
      expect(await stored()).toMatchObject({
        version: 2,
        identity: undefined,
        formerIdentity: { userUid: DANA.userUid },
      });
      harness.palette.failing.clear();
      await expect(handOut()).rejects.toMatchObject(REAUTHENTICATION);
      expect(await stored()).toBeUndefined();
      expect(harness.palette.countOf('renew')).toBe(1);
    });

    it('remembers it over several renewals', async () => {
      await harness.signIn();
      harness.palette.failing.set('whoAmI', 503);
      harness.after(NEAR);
      await refresh();
      harness.palette.renewsFor = NAMESAKE;
      harness.after(2 * NEAR);
      await refresh();
      expect((await stored())?.version).toBe(3);
      harness.palette.failing.clear();
      await expect(handOut()).rejects.toMatchObject(REAUTHENTICATION);
      expect(await stored()).toBeUndefined();
    });
  });

  describe('of a session that Palette could not confirm at sign-in', () => {
    let token: string;

    beforeEach(async () => {
      harness.palette.failing.set('whoAmI', 503);
      ({ token } = await harness.signIn());
      harness.palette.reset();
      harness.settings = { timeoutMs: 20_000 };
    });

    /** A hand-out that has asked Palette whose the token is, which says so when it is let. */
    async function startConfirmation() {
      const letAnswer = harness.palette.hold('whoAmI');
      const answer = handOut();
      answer.catch(() => {});
      while (harness.palette.countOf('whoAmI') === 0) {
        await delay(10);
      }
      return { answer, letAnswer };
    }

    /** Another replica puts another token into the row, which it can't confirm. */
    async function renewElsewhere(sessionToken: string) {
      const { leases } = harness.stores();
      const session = (await stored())!;
      const lease = (await leases.take(session, LEASE_MS))!;
      await leases.complete(lease, {
        ...session,
        tokens: { ...session.tokens, sessionToken },
      });
    }

    const askedAbout = () =>
      harness.palette.calls
        .filter(call => call.name === 'whoAmI')
        .map(call => call.token);

    it('costs one question for many hand-outs at the same time', async () => {
      harness.palette.delayMs.set('whoAmI', 1_000);
      const replica = harness.replica();
      const answers = await Promise.all(
        Array.from({ length: 50 }, () => handOut(replica)),
      );
      expect(new Set(answers.map(answer => answer.token))).toEqual(
        new Set([token]),
      );
      expect(askedAbout()).toEqual([token]);
      expect((await stored())?.identity?.userUid).toBe(DANA.userUid);
    });

    it('keeps the e-mail of the ID token, whatever Palette says', async () => {
      harness.palette.shownEmail = 'd.scully@acme.example';
      const { identity } = await handOut();
      expect(identity).toMatchObject({
        userUid: DANA.userUid,
        email: DANA.email,
      });
      expect((await handOut()).identity).toEqual(identity);
    });

    it('is asked for again about the token that another replica has renewed meanwhile', async () => {
      const { answer, letAnswer } = await startConfirmation();
      const renewed = harness.palette.token(DANA);
      await renewElsewhere(renewed);
      letAnswer();
      expect((await answer).token).toBe(renewed);
      expect(askedAbout()).toEqual([token, renewed]);
      expect(await stored()).toMatchObject({
        version: 2,
        identity: { userUid: DANA.userUid },
      });
    });

    it('does not count for somebody else’s token that came meanwhile', async () => {
      const { answer, letAnswer } = await startConfirmation();
      await renewElsewhere(harness.palette.token(EVE));
      letAnswer();
      await expect(answer).rejects.toMatchObject(REAUTHENTICATION);
      expect(await stored()).toBeUndefined();
    });

    it('goes on with the token that another replica got when Palette refuses the former one', async () => {
      const { answer, letAnswer } = await startConfirmation();
      const renewed = harness.palette.token(DANA);
      await renewElsewhere(renewed);
      harness.palette.revoked.add(token);
      letAnswer();
      expect((await answer).token).toBe(renewed);
    });

    it('ends nothing while another replica is renewing the token that Palette refuses', async () => {
      const { answer, letAnswer } = await startConfirmation();
      const { leases } = harness.stores();
      const session = (await stored())!;
      const lease = (await leases.take(session, LEASE_MS))!;
      harness.palette.revoked.add(token);
      letAnswer();
      await expect(answer).rejects.toMatchObject(UNAVAILABLE);

      const sessionToken = harness.palette.token(DANA);
      await leases.complete(lease, {
        ...session,
        tokens: { ...session.tokens, sessionToken },
      });
      expect((await handOut()).token).toBe(sessionToken);
    });

    it('goes on without the token that Palette refuses', async () => {
      harness.palette.revoked.add(token);
      await expect(handOut()).rejects.toMatchObject(REAUTHENTICATION);
      expect((await refresh())?.tokens).toEqual({
        idToken: 'id-token',
        idTokenExpiresAt: expect.any(Date),
      });
    });

    it('ends when the token is somebody else’s', async () => {
      harness.palette.mistake(token, EVE);
      await expect(handOut()).rejects.toMatchObject(REAUTHENTICATION);
      expect(await stored()).toBeUndefined();
    });
  });
});
