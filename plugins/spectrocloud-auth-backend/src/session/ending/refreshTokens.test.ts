import {
  createTestDatabases,
  ENVIRONMENT,
  HANDLE,
  OWNER,
  SessionsHarness,
  USER,
} from '../__testUtils__/SessionsHarness';

const ONLY_REFRESH = { sessionToken: undefined, refreshToken: 'refresh-token' };
const databases = createTestDatabases();

/** An ID token's shape, with the provider's session in it. */
const idTokenOf = (sid: string) =>
  `e30.${Buffer.from(JSON.stringify({ sid })).toString('base64url')}.x`;

describe.each(databases.eachSupportedId())('The refresh token on %s', id => {
  let harness: SessionsHarness;

  beforeAll(async () => {
    harness = await SessionsHarness.start(await databases.init(id));
  });
  beforeEach(() => harness.reset());
  afterEach(() => harness.settled());
  afterAll(() => harness.stop());

  const listed = () => harness.stores().revocations.count(ENVIRONMENT);
  const later = () =>
    harness.knex('spectrocloud_revocations').update({ retry_at: 0 });
  const signOut = () =>
    harness.replica().sessions.end({ handle: HANDLE, reason: 'sign-out' });
  const refuse = async () => {
    throw new Error('not now');
  };

  it('is revoked at a sign-out, where it is all that the session has', async () => {
    await harness.signIn({ tokens: ONLY_REFRESH });
    await signOut();
    expect(harness.revokedRefreshTokens).toEqual(['refresh-token']);
    expect(harness.palette.countOf('revoke')).toBe(0);
    expect(await listed()).toBe(0);
  });

  it('is revoked beside a session token, each with whom it is for', async () => {
    const { token } = await harness.signIn({
      tokens: { sessionTokenFoundIn: 'code', refreshToken: 'refresh-token' },
    });
    await signOut();
    expect(harness.revokedRefreshTokens).toEqual(['refresh-token']);
    expect(harness.palette.revoked).toContain(token);
    expect(await listed()).toBe(0);
  });

  it('is revoked although session tokens are spared', async () => {
    harness.settings = { revokeOnSignOut: false };
    await harness.signIn({
      tokens: { sessionTokenFoundIn: 'code', refreshToken: 'refresh-token' },
    });
    await signOut();
    expect(harness.revokedRefreshTokens).toEqual(['refresh-token']);
    expect(harness.palette.countOf('revoke')).toBe(0);
  });

  it('is revoked everywhere', async () => {
    await harness.signIn({ tokens: ONLY_REFRESH });
    await harness.signIn({
      handle: 'another browser',
      tokens: { ...ONLY_REFRESH, refreshToken: 'another' },
    });
    await harness.replica().userSessions.revokeAll(USER);
    await harness.settled();
    expect(harness.revokedRefreshTokens.sort()).toEqual([
      'another',
      'refresh-token',
    ]);
  });

  it.each([8 * 24 * 60, 31 * 24 * 60])(
    'is revoked after a session that was swept %s minutes after its sign-in',
    async minutes => {
      const { token } = await harness.signIn({
        lifeMinutes: 60 * 24 * 40,
        tokens: { sessionTokenFoundIn: 'code', refreshToken: 'refresh-token' },
      });
      harness.after(minutes);
      await harness.stores().sweep();
      await harness.replica().revoker.workOff();
      expect(harness.revokedRefreshTokens).toEqual(['refresh-token']);
      expect(harness.palette.revoked).not.toContain(token);
      expect(await listed()).toBe(0);
    },
  );

  it('is revoked when its session turns out to have expired', async () => {
    await harness.signIn({ tokens: ONLY_REFRESH });
    harness.after(8 * 24 * 60);
    const { sessions } = harness.replica();
    expect(
      await sessions.refresh({ handle: HANDLE, environment: ENVIRONMENT }),
    ).toBeUndefined();
    expect(harness.revokedRefreshTokens).toEqual(['refresh-token']);
  });

  it('is not Palette’s session token, which the provider never sees', async () => {
    const { token } = await harness.signIn({
      tokens: { sessionTokenFoundIn: 'refresh_token' },
    });
    await signOut();
    expect(harness.revokedRefreshTokens).toEqual([]);
    expect(harness.palette.revoked).toContain(token);
  });

  describe('that may be a session token, since Palette could not be asked at the sign-in,', () => {
    const signInUndecided = async () => {
      harness.palette.failing.set('whoAmI', 503);
      const { token } = await harness.signIn({
        tokens: { sessionTokenFoundIn: 'refresh_token' },
      });
      return token;
    };

    it('is shown to nobody while Palette can not be asked', async () => {
      await signInUndecided();
      await signOut();
      expect(harness.revokedRefreshTokens).toEqual([]);
      expect(harness.palette.countOf('revoke')).toBe(0);
      expect(await listed()).toBe(1);
    });

    it('goes to Palette alone once it has named its owner', async () => {
      const token = await signInUndecided();
      harness.palette.failing.clear();
      await signOut();
      expect(harness.palette.revoked).toContain(token);
      expect(harness.revokedRefreshTokens).toEqual([]);
      expect(await listed()).toBe(0);
    });

    it('goes to the provider alone once Palette has refused it', async () => {
      const token = await signInUndecided();
      harness.palette.failing.set('whoAmI', 401);
      await signOut();
      expect(harness.palette.countOf('revoke')).toBe(0);
      expect(harness.revokedRefreshTokens).toEqual([token]);
      expect(await listed()).toBe(0);
    });
  });

  it('stays on the list while the provider does not revoke it, and Palette is not asked again', async () => {
    await harness.signIn({
      tokens: { sessionTokenFoundIn: 'code', refreshToken: 'refresh-token' },
    });
    const { revokeRefreshToken } = harness;
    harness.revokeRefreshToken = refuse;
    await signOut();
    expect(await listed()).toBe(1);
    expect(harness.logs).toContainEqual(
      expect.stringMatching(
        /^The OpenID provider \(production\) has not revoked the refresh tokens of 1 ended sessions yet/,
      ),
    );
    expect(harness.logs.join()).not.toContain('refresh-token');
    harness.revokeRefreshToken = revokeRefreshToken;
    await later();
    await harness.replica().revoker.workOff();
    expect(harness.revokedRefreshTokens).toEqual(['refresh-token']);
    expect(harness.palette.countOf('revoke')).toBe(1);
    expect(await listed()).toBe(0);
  });

  it('is revoked though Palette is down, and those behind three failures wait', async () => {
    harness.palette.failing.set('revoke', 503);
    const names = ['a', 'b', 'c', 'd', 'e'];
    for (const name of names) {
      await harness.signIn({
        handle: name,
        tokens: { sessionTokenFoundIn: 'code', refreshToken: name },
      });
    }
    await harness.replica().userSessions.revokeAll(USER);
    await harness.settled();
    expect(harness.revokedRefreshTokens.sort()).toEqual(names);
    expect(await listed()).toBe(5);
  });

  it('keeps no sign-out waiting', async () => {
    await harness.signIn({ tokens: ONLY_REFRESH });
    harness.revokeRefreshToken = () => new Promise(() => {});
    const startedAt = performance.now();
    await signOut();
    expect(performance.now() - startedAt).toBeLessThan(4_000);
    expect(await harness.stores().tokens.listSessions(OWNER)).toEqual([]);
  });

  it.each([
    ['another session of the provider', 'b', ['refresh-token']],
    ['the same session of the provider, which would end with it', 'a', []],
  ])('that a sign-in replaces in %s', async (_, sid, revoked) => {
    await harness.signIn({
      tokens: { ...ONLY_REFRESH, idToken: idTokenOf('a') },
    });
    await harness.signIn({
      handle: 'newer',
      replaces: HANDLE,
      tokens: {
        sessionToken: undefined,
        refreshToken: 'newer',
        idToken: idTokenOf(sid),
      },
    });
    expect(harness.revokedRefreshTokens).toEqual(revoked);
  });

  it('stays with its session of the provider, but Palette’s session token beside it does not', async () => {
    const { token } = await harness.signIn({
      tokens: {
        sessionTokenFoundIn: 'code',
        refreshToken: 'refresh-token',
        idToken: idTokenOf('a'),
      },
    });
    await harness.signIn({
      handle: 'newer',
      replaces: HANDLE,
      tokens: {
        sessionTokenFoundIn: 'code',
        refreshToken: 'newer',
        idToken: idTokenOf('a'),
      },
    });
    expect(harness.revokedRefreshTokens).toEqual([]);
    expect(harness.palette.revoked).toContain(token);
  });

  it('is left alone by a release that knows session tokens only', async () => {
    harness.settings = { revokeOnSignOut: false };
    harness.revokeRefreshToken = refuse;
    await harness.signIn({
      tokens: { sessionTokenFoundIn: 'code', refreshToken: 'refresh-token' },
    });
    await signOut();
    const theirs = await harness
      .knex('spectrocloud_revocations')
      .where({ environment: ENVIRONMENT });
    expect(theirs).toEqual([]);
    expect(await listed()).toBe(1);
  });

  it('is not shown to a provider that may be another one, as an earlier release lists it', async () => {
    await harness.signIn({ tokens: ONLY_REFRESH });
    await harness
      .stores()
      .ends.end({ userEntityRef: USER, revokeIn: [ENVIRONMENT] });
    await harness.knex('spectrocloud_revocations').update({ issuer: null });
    await harness.replica().revoker.workOff();
    expect(harness.revokedRefreshTokens).toEqual([]);
    expect(await listed()).toBe(0);
  });
});
