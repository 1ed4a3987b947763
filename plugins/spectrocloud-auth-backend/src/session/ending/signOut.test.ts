import { hash } from 'node:crypto';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import { setTimeout as delay } from 'node:timers/promises';
import {
  createTestDatabases,
  ENVIRONMENT,
  HANDLE,
  OWNER,
  SessionsHarness,
  START,
  USER,
} from '../__testUtils__/SessionsHarness';

const ID = hash('sha256', HANDLE, 'base64url');
const REAUTHENTICATION = { name: 'ReauthenticationRequiredError' };
const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('A sign-out on %s', id => {
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
  const signOut = (options: object = {}, replica = harness.replica()) =>
    replica.sessions.end({ handle: HANDLE, reason: 'sign-out', ...options });

  it('ends a session that this replica has no key for', async () => {
    harness.useKeys('new key', 'secret of the keyring');
    await harness.signIn();
    harness.useKeys('secret of the keyring');
    await signOut();
    harness.useKeys('new key', 'secret of the keyring');
    expect(await refresh()).toBeUndefined();
    await expect(handOut()).rejects.toMatchObject(REAUTHENTICATION);
  });

  it.each([
    ['sign-in', 'id-token'],
    ['connect', undefined],
  ] as const)(
    'of a session by %s gives the ID token %s',
    async (binding, idToken) => {
      await harness.signIn({ binding, tokens: { idToken: 'id-token' } });
      expect(await signOut()).toBe(idToken);
    },
  );

  it('with an older cookie leaves the newer cookie worthless for as long as its token lives', async () => {
    harness.settings = { revokeOnSignOut: false };
    const { sealedCookie: older } = await harness.signIn({ lifeMinutes: 15 });
    harness.after(12);
    const { setCookie } = await handOut();
    const newer = setCookie?.match(/=([^;]*)/)?.[1];
    await signOut();
    await signOut({ sealedCookie: older });
    harness.after(25);
    await harness.stores().sweep();
    expect(await refresh({ sealedCookie: newer })).toBeUndefined();
  });

  describe('by the sealed cookie alone', () => {
    it('ends the session that it names', async () => {
      const { sealedCookie, token } = await harness.signIn();
      const { sessions } = harness.replica();
      const reason = 'sign-out';
      await sessions.endByCookie({
        environment: 'staging',
        sealedCookie,
        reason,
      });
      expect(await refresh()).toBeDefined();
      await sessions.endByCookie({
        environment: ENVIRONMENT,
        sealedCookie,
        reason,
      });
      expect(await refresh()).toBeUndefined();
      expect(harness.palette.revoked).toContain(token);
    });

    it.each([undefined, '', 'made up'])(
      'does nothing with %j',
      async sealedCookie => {
        await harness.signIn();
        await harness.replica().sessions.endByCookie({
          environment: ENVIRONMENT,
          sealedCookie,
          reason: 'sign-out',
        });
        expect(await refresh()).toBeDefined();
      },
    );
  });

  describe('with a database that is down', () => {
    let isDown: boolean;
    const database: DatabaseService = {
      getClient: async () => {
        if (isDown) throw new Error('connection refused');
        return harness.knex;
      },
    };

    beforeEach(() => {
      isDown = true;
    });

    it.each([
      ['with its cookie', true],
      ['whose browser has no cookie of it', false],
    ])('ends a session %s once it is back', async (_, hasCookie) => {
      const { sealedCookie, token } = await harness.signIn();
      const replica = harness.replica({ database });
      await signOut(hasCookie ? { sealedCookie } : {}, replica);
      expect(harness.palette.revoked.has(token)).toBe(hasCookie);
      expect(replica.published).toHaveLength(hasCookie ? 1 : 0);
      isDown = false;
      // Until the row has gone, this process knows better.
      expect(replica.pendingEnds.ids.has(ID)).toBe(true);
      expect(
        await replica.sessions.refresh({
          handle: HANDLE,
          environment: ENVIRONMENT,
        }),
      ).toBeUndefined();
      await expect(replica.handOut.sessionToken(OWNER)).rejects.toMatchObject(
        REAUTHENTICATION,
      );
      while (replica.pendingEnds.ids.size > 0) {
        await delay(50);
      }
      expect(await refresh()).toBeUndefined();
      expect(harness.palette.revoked).toContain(token);
    });
  });

  it('counts at once where the database takes no writes, whatever others try to end', async () => {
    const { token } = await harness.signIn();
    const replica = harness.replica();
    jest
      .spyOn(replica.context.stores.ends, 'removeSessionToken')
      .mockRejectedValueOnce(new Error('read-only'));
    await signOut({}, replica);
    for (let index = 0; index < 300; index += 1) {
      replica.pendingEnds.add({
        id: `made up ${index}`,
        isProven: false,
        work: () => Promise.reject(new Error('read-only')),
      });
    }
    expect(replica.pendingEnds.ids.has(ID)).toBe(true);
    expect(replica.published).toHaveLength(1);
    expect(harness.palette.revoked).toContain(token);
    while (replica.pendingEnds.ids.has(ID)) {
      await delay(50);
    }
    expect(await refresh()).toBeUndefined();
    replica.pendingEnds.clear();
  });

  describe('of an environment that is no longer served', () => {
    /** A session that another replica, with another configuration, has stored. */
    async function ofRetiredEnvironment(handle: string): Promise<void> {
      const { tokens } = harness.stores();
      await harness.signIn({ handle: 'template' });
      const session = (await tokens.getSession(
        hash('sha256', 'template', 'base64url'),
      ))!;
      await tokens.storeSessionToken({
        ...session,
        id: hash('sha256', handle, 'base64url'),
        environment: 'retired',
      });
      await signOut({ handle: 'template' });
    }
    const exists = async (handle: string) =>
      (await harness
        .stores()
        .tokens.getSummary(hash('sha256', handle, 'base64url'))) !== undefined;

    it('ends it', async () => {
      await ofRetiredEnvironment('old');
      await signOut({ handle: 'old' });
      expect(await exists('old')).toBe(false);
    });

    it('ends it when its browser signs in again', async () => {
      await ofRetiredEnvironment('old');
      await harness.signIn({ replaces: 'old' });
      expect(await exists('old')).toBe(false);
      expect(await refresh()).toBeDefined();
    });

    it('ends it with all others of its user', async () => {
      await ofRetiredEnvironment('old');
      await harness.signIn();
      harness.after(1);
      await harness.replica().userSessions.revokeAll(USER);
      expect(await exists('old')).toBe(false);
      expect(await refresh()).toBeUndefined();
      expect(
        await harness.stores().ends.isEnded({
          id: 'lost',
          userEntityRef: USER,
          environment: 'retired',
          createdAt: START,
        }),
      ).toBe(true);
    });
  });
});
