import { hash } from 'node:crypto';
import { ServiceUnavailableError } from '@backstage/errors';
import { DANA, EVE, type FakeUser } from '../__testUtils__/FakePalette';
import {
  cookieValue,
  createTestDatabases,
  ENVIRONMENT,
  HANDLE,
  OWNER,
  SessionsHarness,
  USER,
  type Replica,
} from '../__testUtils__/SessionsHarness';

const REAUTHENTICATION = { name: 'ReauthenticationRequiredError' };
const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('SessionRestorer on %s', id => {
  let harness: SessionsHarness;

  beforeAll(async () => {
    harness = await SessionsHarness.start(await databases.init(id));
  });
  beforeEach(() => harness.reset());
  afterAll(() => harness.stop());

  const handOut = (options: object = {}) =>
    harness.replica().handOut.sessionToken({ ...OWNER, ...options });
  const refresh = (sealedCookie?: string, handle = HANDLE) =>
    harness
      .replica()
      .sessions.refresh({ handle, environment: ENVIRONMENT, sealedCookie });

  /** A session whose row the database has lost. */
  async function lost(options: Parameters<SessionsHarness['signIn']>[0] = {}) {
    const signedIn = await harness.signIn(options);
    await harness.wipe();
    harness.palette.reset();
    return signedIn;
  }

  it('puts a lost row back for its user, once Palette has accepted the token', async () => {
    const { sealedCookie, token } = await lost();
    expect((await handOut({ sealedCookie })).token).toBe(token);
    expect(harness.palette.calls).toEqual([{ name: 'whoAmI', token }]);
    expect((await handOut()).token).toBe(token);
    expect(await refresh()).toMatchObject({
      userEntityRef: USER,
      claims: { sub: DANA.userUid, name: 'Dana' },
    });
  });

  it('puts a lost row back for its browser at a refresh', async () => {
    const { sealedCookie } = await lost();
    expect(await refresh(sealedCookie)).toMatchObject({
      userEntityRef: USER,
      binding: 'sign-in',
    });
    expect(await refresh()).toBeDefined();
  });

  it('asks Palette once for many requests at the same time', async () => {
    const { sealedCookie } = await lost();
    const replica = harness.replica();
    await Promise.all(
      Array.from({ length: 30 }, () =>
        replica.handOut.sessionToken({ ...OWNER, sealedCookie }),
      ),
    );
    expect(harness.palette.countOf('whoAmI')).toBe(1);
  });

  it.each([
    {
      what: 'a refresh',
      ask: async ({ sessions }: Replica, sealedCookie?: string) =>
        (
          await sessions.refresh({
            handle: HANDLE,
            environment: ENVIRONMENT,
            sealedCookie,
          })
        )?.tokens.sessionToken,
    },
    {
      what: 'the hand-out',
      ask: async ({ handOut: slower }: Replica, sealedCookie?: string) =>
        (await slower.sessionToken({ ...OWNER, sealedCookie })).token,
    },
  ])(
    'gives $what the session that another request restores meanwhile',
    async ({ ask }) => {
      const { sealedCookie, token } = await lost();
      const replica = harness.replica();
      const { ends } = replica.context.stores;
      const isEnded = ends.isEnded.bind(ends);
      jest.spyOn(ends, 'isEnded').mockImplementationOnce(async session => {
        const ended = await isEnded(session);
        await refresh(sealedCookie);
        return ended;
      });
      expect(await ask(replica, sealedCookie)).toBe(token);
      expect(harness.palette.countOf('whoAmI')).toBe(1);
    },
  );

  it.each([
    ['another user', { userEntityRef: 'user:default/eve' }],
    ['another environment', { environment: 'staging' }],
  ])('gives nothing to %s', async (_, other) => {
    const { sealedCookie } = await lost();
    await expect(handOut({ sealedCookie, ...other })).rejects.toMatchObject(
      REAUTHENTICATION,
    );
    expect(harness.palette.calls).toEqual([]);
    expect(await harness.knex('spectrocloud_sessions').select()).toEqual([]);
  });

  it('gives nothing to a browser that holds another handle', async () => {
    const { sealedCookie } = await lost();
    expect(await refresh(sealedCookie, 'another handle')).toBeUndefined();
  });

  it('restores nothing after the token has expired', async () => {
    const { sealedCookie } = await lost();
    harness.after(240);
    await expect(handOut({ sealedCookie })).rejects.toMatchObject(
      REAUTHENTICATION,
    );
    expect(harness.palette.calls).toEqual([]);
  });

  it('restores nothing after the duration of the session', async () => {
    const { sealedCookie } = await lost();
    harness.settings = { sessionDurationMs: 600_000 };
    harness.after(11);
    await expect(handOut({ sealedCookie })).rejects.toMatchObject(
      REAUTHENTICATION,
    );
  });

  it.each(['', 'garbage', 'v1.000000000000.AAAA'])(
    'makes nothing of %j',
    async sealedCookie => {
      await expect(handOut({ sealedCookie })).rejects.toMatchObject(
        REAUTHENTICATION,
      );
      expect(await refresh(sealedCookie)).toBeUndefined();
    },
  );

  describe('after an end', () => {
    const signOut = () =>
      harness.replica().sessions.end({ handle: HANDLE, reason: 'sign-out' });

    it.each([
      ['sign-out', () => signOut()],
      [
        'sign-out everywhere',
        () => harness.replica().userSessions.revokeAll(USER),
      ],
      [
        'revocation from another browser',
        () =>
          harness
            .replica()
            .userSessions.revoke(USER, hash('sha256', HANDLE, 'base64url')),
      ],
    ])('is never restored (%s)', async (_, end) => {
      const { sealedCookie, token } = await harness.signIn();
      await end();
      // Even where Palette could not be told.
      harness.palette.revoked.delete(token);
      await expect(handOut({ sealedCookie })).rejects.toMatchObject(
        REAUTHENTICATION,
      );
      expect(await refresh(sealedCookie)).toBeUndefined();
    });

    it('is never restored after a sign-out everywhere that came while its row was lost', async () => {
      const { sealedCookie } = await lost();
      harness.after(5);
      await harness.replica().userSessions.revokeAll(USER);
      await expect(handOut({ sealedCookie })).rejects.toMatchObject(
        REAUTHENTICATION,
      );
      harness.after(6);
      const later = await lost({ handle: 'signed in afterwards' });
      expect((await handOut(later)).sessionId).toBe(
        hash('sha256', 'signed in afterwards', 'base64url'),
      );
    });

    it('is never restored once Palette has refused its token', async () => {
      const { sealedCookie, token } = await lost();
      harness.palette.revoked.add(token);
      await expect(handOut({ sealedCookie })).rejects.toMatchObject(
        REAUTHENTICATION,
      );
      harness.palette.revoked.delete(token);
      harness.palette.reset();
      await expect(handOut({ sealedCookie })).rejects.toMatchObject(
        REAUTHENTICATION,
      );
      expect(harness.palette.calls).toEqual([]);
    });

    it('does not hand a refused token out that another request has just restored', async () => {
      const { sealedCookie, token } = await lost();
      const replica = harness.replica();
      const { tokens } = replica.context.stores;
      const getSummary = tokens.getSummary.bind(tokens);
      jest.spyOn(tokens, 'getSummary').mockImplementationOnce(async id_ => {
        await handOut({ sealedCookie });
        return getSummary(id_);
      });
      await expect(
        replica.handOut.sessionToken({
          ...OWNER,
          sealedCookie,
          refusedTokenSha256: hash('sha256', token, 'base64url'),
        }),
      ).rejects.toMatchObject(REAUTHENTICATION);
    });

    it('is never restored with a token that a reader reported as refused', async () => {
      const { sealedCookie, token } = await lost();
      const refusedTokenSha256 = hash('sha256', token, 'base64url');
      await expect(
        handOut({ sealedCookie, refusedTokenSha256 }),
      ).rejects.toMatchObject(REAUTHENTICATION);
      await expect(handOut({ sealedCookie })).rejects.toMatchObject(
        REAUTHENTICATION,
      );
    });
  });

  it.each([
    503,
    // A gateway's, say: Palette's own no to a token is a 401.
    403,
  ])(
    'is unavailable, and forgets nothing, while Palette answers %s',
    async status => {
      const { sealedCookie, token } = await lost();
      harness.palette.failing.set('whoAmI', status);
      await expect(handOut({ sealedCookie })).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
      });
      await expect(refresh(sealedCookie)).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
      });
      harness.palette.failing.clear();
      expect((await handOut({ sealedCookie })).token).toBe(token);
    },
  );

  it('does not bring back a former Palette user of the same Backstage user', async () => {
    const former = await lost({ user: EVE, handle: 'former' });
    const { token } = await harness.signIn();
    expect((await handOut(former)).token).toBe(token);
    await harness
      .replica()
      .sessions.end({ handle: HANDLE, reason: 'sign-out' });
    // Signed in, but without a token that Palette would say the owner of.
    await harness.signIn({
      handle: 'again',
      tokens: { sessionToken: undefined },
    });
    await expect(
      handOut({ sealedCookie: former.sealedCookie }),
    ).rejects.toMatchObject(REAUTHENTICATION);
  });

  describe('of a cookie that the holder of a key has sealed', () => {
    /** What a sealed cookie can be made to say: Dana’s session with a token of Eve’s. */
    function forge(changes: object = {}, owner: FakeUser = EVE): string {
      const token = harness.palette.token(owner);
      const { userUid, tenantUid, tenantName } = owner;
      const content = {
        id: hash('sha256', HANDLE, 'base64url'),
        userEntityRef: USER,
        environment: ENVIRONMENT,
        issuer: 'https://palette.example/v1/oidc/tenant/demo',
        subject: DANA.userUid,
        email: DANA.email,
        binding: 'sign-in',
        identity: { userUid, tenantUid, tenantName },
        claims: { sub: DANA.userUid, email: DANA.email },
        sessionToken: token,
        createdAt: harness.now.getTime(),
        issuedAt: harness.now.getTime(),
        ...changes,
      };
      return harness.keyring.seal(JSON.stringify(content), 'api-token-cookie');
    }
    const rows = () => harness.knex('spectrocloud_sessions').select('id');

    it('is the same as of one of ours, for the user whose token it is', async () => {
      const userEntityRef = 'user:default/eve';
      const sealedCookie = forge({ userEntityRef });
      expect(await refresh(sealedCookie)).toMatchObject({ userEntityRef });
    });

    it.each([
      ['by its handle', () => refresh(forge())],
      ['for its user', () => handOut({ sealedCookie: forge() })],
      ['as a connection', () => refresh(forge({ binding: 'connect' }), HANDLE)],
    ])(
      'makes nobody another user whose rows are lost (%s)',
      async (_, restore) => {
        await Promise.resolve(restore()).catch(() => {});
        expect(await rows()).toEqual([]);
      },
    );

    it.each([
      ['by its handle', true, (cookie: string) => refresh(cookie)],
      [
        'for its user',
        true,
        (sealedCookie: string) => handOut({ sealedCookie }),
      ],
      [
        'as a connection',
        false,
        (sealedCookie: string) => handOut({ sealedCookie }),
      ],
    ])(
      'takes nobody of another tenant for one of the issuer’s with the same address (%s)',
      async (_, hasResolvers, restore) => {
        harness.settings = { hasResolvers };
        harness.resolveOwner = async ({ identity }) =>
          identity.email === DANA.email ? USER : undefined;
        const elsewhere = { tenantUid: 'tenant-2', tenantName: 'evil' };
        const cookie = forge({}, { ...EVE, ...elsewhere, email: DANA.email });
        await Promise.resolve(restore(cookie)).catch(() => {});
        expect(await rows()).toEqual([]);
      },
    );

    it('brings no token back that Palette says is another’s than the cookie', async () => {
      harness.resolveOwner = async () => USER;
      const { userUid, tenantUid } = DANA;
      const cookie = forge({ identity: { userUid, tenantUid } });
      expect(await refresh(cookie)).toBeUndefined();
      expect(await rows()).toEqual([]);
    });

    it('ends for good once its user has connected another Palette user', async () => {
      const { sealedCookie } = await lost();
      await harness.signIn({ handle: 'next', user: EVE });
      const replica = harness.replica();
      harness.palette.reset();
      await replica.sessions.refresh({
        handle: HANDLE,
        environment: ENVIRONMENT,
        sealedCookie,
      });
      expect(replica.measured).toContain(
        'spectrocloud.session.ends other-identity',
      );
      expect(harness.palette.countOf('whoAmI')).toBe(0);
    });

    describe('under an issuer that names no tenant', () => {
      const issuer = 'https://palette.example';
      const elsewhere = { tenantUid: 'tenant-2', tenantName: 'evil' };

      beforeEach(() => {
        harness.settings = { issuer };
        harness.resolveOwner = async ({ identity }) =>
          identity.email === DANA.email ? USER : undefined;
      });

      it('takes nobody of a tenant in which no other has a session', async () => {
        await harness.signIn({
          handle: 'of eve',
          user: EVE,
          userEntityRef: 'user:default/eve',
        });
        const stranger = { ...EVE, ...elsewhere, email: DANA.email };
        expect(await refresh(forge({ issuer }, stranger))).toBeUndefined();
        expect(await rows()).toEqual([
          { id: hash('sha256', 'of eve', 'base64url') },
        ]);
      });

      it.each([
        ['others have sessions in', DANA],
        ['there is no other session of', { ...DANA, ...elsewhere }],
      ])('restores a session in a tenant that %s', async (_, owner) => {
        if (owner === DANA) {
          await harness.signIn({
            handle: 'of eve',
            user: EVE,
            userEntityRef: 'user:default/eve',
          });
        }
        expect(await refresh(forge({ issuer }, owner))).toBeDefined();
      });
    });

    it.each([
      ['whom Palette has named', undefined],
      ['of whom only the ID token is known', 503],
    ])('makes nobody another user with a session, %s', async (_, status) => {
      harness.resolveOwner = async () => USER;
      if (status) {
        harness.palette.failing.set('whoAmI', status);
      }
      await harness.signIn({ handle: 'of another browser' });
      harness.palette.reset();
      expect(await refresh(forge())).toBeUndefined();
      expect(await rows()).toEqual([
        { id: hash('sha256', 'of another browser', 'base64url') },
      ]);
    });

    it('is not asked about in the catalog where a session of the user says enough', async () => {
      harness.resolveOwner = async () => undefined;
      const { sealedCookie } = await lost();
      await harness.signIn({ handle: 'of another browser' });
      expect(await refresh(sealedCookie)).toBeDefined();
    });

    it('is unavailable, and forgets nothing, while the catalog can not be asked', async () => {
      const { sealedCookie } = await lost();
      const { resolveOwner } = harness;
      harness.resolveOwner = async () => {
        throw new ServiceUnavailableError('the catalog is down');
      };
      await expect(refresh(sealedCookie)).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
      });
      harness.resolveOwner = resolveOwner;
      expect(await refresh(sealedCookie)).toBeDefined();
    });

    it('brings a connection back for the caller alone, where no resolver names users', async () => {
      harness.settings = { hasResolvers: false };
      harness.resolveOwner = async () => undefined;
      const { sealedCookie, token } = await lost({ binding: 'connect' });
      expect(await refresh(sealedCookie)).toBeUndefined();
      expect(await rows()).toEqual([]);
      expect((await handOut({ sealedCookie })).token).toBe(token);
    });
  });

  it('does not bring back a session whose token is somebody else’s by what Palette says now', async () => {
    const { sealedCookie, token } = await lost();
    harness.palette.mistake(token, EVE);
    await expect(handOut({ sealedCookie })).rejects.toMatchObject(
      REAUTHENTICATION,
    );
    expect(await refresh(sealedCookie)).toBeUndefined();
    expect(await harness.knex('spectrocloud_sessions').select()).toEqual([]);
  });

  describe('the cookie of an answer', () => {
    it('is sent when the request has none, an unreadable or an older one', async () => {
      const { sealedCookie } = await harness.signIn({ lifeMinutes: 15 });
      expect((await handOut({ sealedCookie })).setCookie).toBeUndefined();
      expect((await handOut()).setCookie).toBeDefined();
      expect((await handOut({ sealedCookie: 'x' })).setCookie).toBeDefined();
      harness.after(12);
      const { setCookie } = await handOut({ sealedCookie });
      expect(setCookie).toBeDefined();
      const next = cookieValue(setCookie);
      expect((await handOut({ sealedCookie: next })).setCookie).toBeUndefined();
      expect((await refresh(next))?.setCookie).toBeUndefined();
      expect((await refresh(sealedCookie))?.setCookie).toBeDefined();
    });

    it('is one for each environment, which restores that one’s session', async () => {
      const other = { handle: 's', environment: 'staging' };
      const staging = await harness.signIn(other);
      const { setCookie, sealedCookie, token } = await harness.signIn();
      expect(setCookie).toMatch(/^spectrocloud-api-token=/);
      expect(staging.setCookie).toMatch(/^spectrocloud-api-token-staging=/);
      await harness.wipe();
      expect((await handOut({ sealedCookie })).token).toBe(token);
      const restored = await handOut({
        environment: 'staging',
        sealedCookie: staging.sealedCookie,
      });
      expect(restored.token).toBe(staging.token);
    });

    it('shows nothing of the token', async () => {
      const { setCookie, token } = await harness.signIn();
      const bytes = Buffer.from(
        cookieValue(setCookie)!.split('.')[2],
        'base64url',
      );
      expect(bytes.includes(token.slice(0, 20))).toBe(false);
      expect(setCookie).not.toContain(token.split('.')[1]);
    });
  });

  it('restores nothing that was idle for too long', async () => {
    harness.settings = { sessionIdleTimeoutMs: 60 * 60_000 };
    const { sealedCookie } = await lost();
    harness.after(61);
    expect(await refresh(sealedCookie)).toBeUndefined();
    await expect(handOut({ sealedCookie })).rejects.toMatchObject(
      REAUTHENTICATION,
    );
    harness.after(59);
    expect(await refresh(sealedCookie)).toBeDefined();
  });

  it('restores nothing of a Palette user whom another has replaced, also once that one has signed out', async () => {
    const { sealedCookie } = await lost({ user: EVE });
    await harness.signIn({ handle: 'next' });
    await handOut({ sealedCookie });
    expect(await refresh(sealedCookie)).toBeUndefined();
    await harness
      .replica()
      .sessions.end({ handle: 'next', reason: 'sign-out' });
    expect(await refresh(sealedCookie)).toBeUndefined();
  });

  it('leaves a tombstone at an idle session that outlasts the clocks of other replicas', async () => {
    harness.settings = { sessionIdleTimeoutMs: 60 * 60_000 };
    const { sealedCookie } = await harness.signIn({ lifeMinutes: 65 });
    harness.after(61);
    await harness.stores().sweep();
    harness.after(67);
    await harness.stores().sweep();
    harness.settings = {};
    harness.after(64);
    expect(await refresh(sealedCookie)).toBeUndefined();
  });

  it('restores with a newer cookie although Palette has refused an older one', async () => {
    const { sealedCookie: older } = await harness.signIn({ lifeMinutes: 15 });
    harness.after(12);
    const newer = cookieValue((await handOut()).setCookie);
    await harness.wipe();
    const replica = harness.replica();
    const ask = (sealedCookie?: string) =>
      replica.handOut.sessionToken({ ...OWNER, sealedCookie });
    await Promise.allSettled([ask(older), ask(newer)]);
    expect(await refresh(newer)).toBeDefined();
    await harness.wipe();
    await expect(handOut({ sealedCookie: older })).rejects.toMatchObject(
      REAUTHENTICATION,
    );
    expect(await refresh(newer)).toBeDefined();
  });

  it('restores nothing that waits for its end', async () => {
    const { sealedCookie } = await lost();
    const replica = harness.replica();
    replica.pendingEnds.add({
      id: hash('sha256', HANDLE, 'base64url'),
      isProven: true,
      work: async () => {},
    });
    await expect(
      replica.handOut.sessionToken({ ...OWNER, sealedCookie }),
    ).rejects.toMatchObject(REAUTHENTICATION);
    replica.pendingEnds.clear();
  });
});
