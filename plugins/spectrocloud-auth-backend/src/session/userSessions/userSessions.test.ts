import { hash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { ServiceUnavailableError } from '@backstage/errors';
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

describe.each(databases.eachSupportedId())('UserSessions on %s', id => {
  let harness: SessionsHarness;

  beforeAll(async () => {
    harness = await SessionsHarness.start(await databases.init(id));
  });
  beforeEach(() => harness.reset());
  afterAll(() => harness.stop());

  const refresh = (handle: string) =>
    harness.replica().sessions.refresh({ handle, environment: ENVIRONMENT });

  it('lists where a user is signed in, the newest first, without tokens', async () => {
    const { token } = await harness.signIn();
    harness.after(1);
    await harness.signIn({ handle: 'other', environment: 'staging' });
    await harness.signIn({ handle: 'e', userEntityRef: 'user:default/eve' });
    const listed = await harness
      .replica()
      .userSessions.list(USER, [hash('sha256', HANDLE, 'base64url')]);
    expect(listed).toEqual([
      {
        id: hash('sha256', 'other', 'base64url'),
        environment: 'staging',
        createdAt: '2026-11-23T12:01:00.000Z',
        usedAt: '2026-11-23T12:01:00.000Z',
        expiresAt: '2026-11-23T16:01:00.000Z',
        current: false,
        email: 'dana@acme.example',
        tenantName: 'demo',
      },
      expect.objectContaining({
        id: hash('sha256', HANDLE, 'base64url'),
        current: true,
      }),
    ]);
    expect(JSON.stringify(listed)).not.toContain(token);
  });

  it('says which browser each is of, also of one that was connected', async () => {
    const device = { browser: 'Firefox', system: 'Windows' };
    await harness.signIn({ handle: 'plain', device });
    await harness.signIn({
      handle: 'waiting',
      device,
      binding: 'connect',
      waitsUntil: new Date(START.getTime() + 60_000),
    });
    const replica = harness.replica();
    await replica.sessions.handOver({
      handle: 'waiting',
      to: { handle: 'claimed', userEntityRef: USER },
    });
    expect(await replica.userSessions.list(USER, [])).toEqual([
      expect.objectContaining({ device }),
      expect.objectContaining({ device }),
    ]);
  });

  it('learns the browser of a session of an earlier release when it is used, and keeps the first', async () => {
    await harness.signIn();
    const { sessions, userSessions } = harness.replica();
    const deviceAfter = async (minutes: number, browser: string) => {
      harness.after(minutes);
      await sessions.refresh({
        handle: HANDLE,
        environment: ENVIRONMENT,
        device: { browser },
      });
      return (await userSessions.list(USER, []))[0].device;
    };
    expect((await userSessions.list(USER, []))[0].device).toBeUndefined();
    expect(await deviceAfter(2, 'Firefox')).toEqual({ browser: 'Firefox' });
    expect(await deviceAfter(4, 'Chrome')).toEqual({ browser: 'Firefox' });
  });

  it('revokes one session of the user', async () => {
    const { token } = await harness.signIn();
    await harness.signIn({ handle: 'other' });
    const replica = harness.replica();
    await replica.userSessions.revoke(
      USER,
      hash('sha256', HANDLE, 'base64url'),
    );
    expect(await refresh(HANDLE)).toBeUndefined();
    expect(await refresh('other')).toBeDefined();
    expect(harness.palette.revoked).toContain(token);
    expect(replica.published).toHaveLength(1);
  });

  it('revokes nothing of another user', async () => {
    await harness.signIn();
    await expect(
      harness
        .replica()
        .userSessions.revoke(
          'user:default/eve',
          hash('sha256', HANDLE, 'base64url'),
        ),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
    await harness.replica().userSessions.revokeAll('user:default/eve');
    expect(await refresh(HANDLE)).toBeDefined();
  });

  it('signs a user out everywhere, and lets them sign in again', async () => {
    const tokens = [
      await harness.signIn(),
      await harness.signIn({ handle: 'other' }),
      await harness.signIn({ handle: 's', environment: 'staging' }),
    ].map(({ token }) => token);
    harness.after(1);
    const { handOut, userSessions } = harness.replica();
    await userSessions.revokeAll(USER);
    expect(await userSessions.list(USER, [])).toEqual([]);
    expect(await refresh('other')).toBeUndefined();
    await harness.settled();
    expect([...harness.palette.revoked]).toEqual(
      expect.arrayContaining(tokens),
    );
    await harness.signIn({ handle: 'again' });
    expect((await handOut.sessionToken(OWNER)).sessionId).toBe(
      hash('sha256', 'again', 'base64url'),
    );
  });

  it('has the tokens revoked soon, without a sweep', async () => {
    const { token } = await harness.signIn();
    await harness.replica().userSessions.revokeAll(USER);
    while (!harness.palette.revoked.has(token)) {
      await delay(10);
    }
    expect(harness.palette.countOf('revoke')).toBe(1);
  });

  it('shows and ends none that waits for its user', async () => {
    await harness.signIn({
      handle: 'waiting',
      waitsUntil: new Date(START.getTime() + 600_000),
    });
    const { context, userSessions } = harness.replica();
    const waiting = hash('sha256', 'waiting', 'base64url');
    expect(await userSessions.list(USER, [waiting])).toEqual([]);
    await expect(userSessions.revoke(USER, waiting)).rejects.toMatchObject({
      name: 'NotFoundError',
    });
    await expect(userSessions.revoke('', waiting)).rejects.toMatchObject({
      name: 'NotFoundError',
    });
    expect(await context.stores.tokens.getSession(waiting)).toBeDefined();
  });

  it('revokes the token of the asking browser where its row was lost', async () => {
    const { sealedCookie, token } = await harness.signIn();
    const eve = await harness.signIn({
      handle: 'e',
      userEntityRef: 'user:default/eve',
    });
    await harness.wipe();
    const { published, userSessions } = harness.replica();
    await userSessions.revokeAll(USER, [undefined, eve.sealedCookie]);
    expect(harness.palette.revoked).not.toContain(eve.token);
    await userSessions.revokeAll(USER, [eve.sealedCookie, sealedCookie]);
    expect(harness.palette.revoked).toContain(token);
    expect(published).toMatchObject([
      { eventPayload: { sessionIds: [hash('sha256', HANDLE, 'base64url')] } },
    ]);
  });

  it('ends also what is restored while a user signs out everywhere', async () => {
    const { sealedCookie, token } = await harness.signIn();
    await harness.wipe();
    harness.after(1);
    const { context, userSessions } = harness.replica();
    const { ends } = context.stores;
    const forbidRestore = ends.forbidRestore.bind(ends);
    jest.spyOn(ends, 'forbidRestore').mockImplementationOnce(async (...a) => {
      const { handOut } = harness.replica();
      await handOut.sessionToken({ ...OWNER, sealedCookie });
      await forbidRestore(...a);
    });
    await userSessions.revokeAll(USER);
    expect(await refresh(HANDLE)).toBeUndefined();
    await harness.settled();
    expect(harness.palette.revoked).toContain(token);
  });

  it('revokes a session that no key opens any more', async () => {
    await harness.signIn();
    harness.useKeys('next key');
    await harness
      .replica()
      .userSessions.revoke(USER, hash('sha256', HANDLE, 'base64url'));
    harness.useKeys('secret of the keyring');
    expect(await refresh(HANDLE)).toBeUndefined();
  });

  describe('everywhere', () => {
    const HANDLES = Array.from({ length: 8 }, (_, index) => `browser ${index}`);
    const left = async () =>
      (await harness.stores().tokens.listSessions({ userEntityRef: USER }))
        .length;

    let revokedBefore: number;

    beforeEach(async () => {
      revokedBefore = harness.palette.revoked.size;
      for (const handle of HANDLES) {
        await harness.signIn({ handle });
      }
    });

    it('ends all sessions although Palette hangs, which nobody waits for', async () => {
      const release = harness.palette.hold('revoke');
      harness.settings = { timeoutMs: 20_000 };
      const { audited, measured, published, userSessions } = harness.replica();
      await userSessions.revokeAll(USER);
      expect(await left()).toBe(0);
      expect(published).toMatchObject([
        { eventPayload: { sessionIds: expect.any(Array) } },
      ]);
      expect(published[0].eventPayload).toMatchObject({
        environment: ENVIRONMENT,
        sessionIds: expect.arrayContaining(
          HANDLES.map(text => hash('sha256', text, 'base64url')),
        ),
      });
      expect(audited).toMatchObject([
        {
          eventId: 'spectrocloud-sign-out',
          meta: { userEntityRef: USER, reason: 'revoked', sessions: 8 },
        },
      ]);
      expect(measured).toContain('spectrocloud.session.ends revoked');
      expect(harness.palette.revoked.size).toBe(revokedBefore);
      release();
      await harness.settled();
      expect(harness.palette.revoked.size).toBe(revokedBefore + HANDLES.length);
    });

    it('ends all or none, and says so', async () => {
      const { context, userSessions } = harness.replica();
      jest
        .spyOn(context.stores.ends, 'end')
        .mockRejectedValueOnce(new ServiceUnavailableError('for now'));
      await expect(userSessions.revokeAll(USER)).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
      });
      expect(await left()).toBe(HANDLES.length);
      await userSessions.revokeAll(USER);
      expect(await left()).toBe(0);
    });
  });
});
