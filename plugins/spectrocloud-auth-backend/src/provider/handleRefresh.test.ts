import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import express from 'express';
import request from 'supertest';
import { environmentConfig } from '../__testUtils__/environmentConfig';
import { LoginFailure } from '../login/LoginFailure';
import type { UserResolver } from '../resolvers/findUser';
import { PendingConnections } from '../session';
import { LoginJournal } from './LoginJournal';
import type { ProviderContext } from './ProviderContext';
import { handleRefresh } from './handleRefresh';
import { sessionCookieSettings } from './sessionCookieSettings';
import { FakeSessions } from './__testUtils__/FakeSessions';

const ADA = 'user:default/ada';
const BOB = 'user:default/bob';
const HANDLE = 'h'.repeat(43);
const NEXT = 'n'.repeat(43);
const CLEARED = 'spectrocloud-refresh-token=;';

const environment = environmentConfig('https://palette.example');
const login = {
  issuer: environment.issuer ?? '',
  subject: 'sub',
  claims: {},
  tokens: { idToken: 'id' },
};
const session = {
  userEntityRef: ADA,
  environment: environment.name,
  subject: { issuer: login.issuer, subject: login.subject },
  claims: {},
  tokens: login.tokens,
};

/** A resolver that finds a user, in a token as the framework issues them. */
const naming =
  (userEntityRef: string): UserResolver =>
  async () => {
    const payload = { sub: userEntityRef, ent: [userEntityRef], exp: 1e10 };
    const encoded = Buffer.from(JSON.stringify(payload)).toString('base64url');
    return { token: `e30.${encoded}.` };
  };

const namingNobody: UserResolver = async () => {
  throw new LoginFailure('user_not_found');
};

describe('handleRefresh', () => {
  const logger = mockServices.logger.mock();
  const auditor = mockServices.auditor.mock();
  let sessions: FakeSessions;
  let pending: PendingConnections;
  let httpAuth = mockServices.httpAuth();

  beforeEach(() => {
    sessions = new FakeSessions();
    pending = new PendingConnections({ sessions });
    httpAuth = mockServices.httpAuth();
  });

  /** What a browser that holds a handle is answered. */
  function ask(options: {
    binding?: 'sign-in' | 'connect';
    authorization?: string;
    /** Further cookies. */
    cookie?: string;
    resolveUser?: UserResolver;
  }) {
    const {
      binding = 'connect',
      authorization,
      cookie = '',
      resolveUser,
    } = options;
    const context = {
      environments: new Map([
        [
          environment.name,
          {
            config: environment,
            binding,
            resolveUser,
            cookies: sessionCookieSettings(environment, '/api/spectrocloud'),
          },
        ],
      ]),
      app: { appUrl: 'http://localhost:3000', isOriginAllowed: () => true },
      sessions,
      pendingConnections: pending,
      httpAuth,
      journal: new LoginJournal({ logger, auditor }),
      logger,
    } as unknown as ProviderContext;
    const app = express()
      .get('/', (req, res, next) => {
        handleRefresh(context, req, res).catch(next);
      })
      .use(mockErrorHandler());
    const asked = request(app)
      .get('/')
      .query({ env: environment.name })
      .set('X-Requested-With', 'XMLHttpRequest')
      .set('Cookie', `spectrocloud-refresh-token=${HANDLE}; ${cookie}`);
    return authorization ? asked.set('Authorization', authorization) : asked;
  }

  const connect = (handle: string, replaces?: string) =>
    pending.add({
      handle,
      userEntityRef: ADA,
      environment: environment.name,
      login,
      replaces,
    });

  const cleared = ({ headers }: request.Response) =>
    String(headers['set-cookie']).includes(CLEARED);

  const asAda = mockCredentials.user.header(ADA);
  const asPlugin = `Bearer ${mockCredentials.user.token(ADA, {
    actor: { subject: 'plugin:scaffolder' },
  })}`;

  it('verifies once who asks for a connection, waiting or not', async () => {
    const credentials = jest.spyOn(httpAuth, 'credentials');
    await connect(HANDLE);
    for (let turn = 1; turn <= 2; turn += 1) {
      const response = await ask({ authorization: asAda });
      expect(response.status).toBe(200);
      expect(credentials).toHaveBeenCalledTimes(turn);
    }
  });

  it('lets no plugin claim the connection of the user it acts for', async () => {
    await connect(HANDLE);
    const response = await ask({ authorization: asPlugin });
    expect(response.status).toBe(401);
    expect(JSON.stringify(response.body)).toContain('another user');
    expect(sessions.rows.has(HANDLE)).toBe(false);
  });

  it('shows no plugin the connection of the user it acts for', async () => {
    await sessions.open({ handle: HANDLE, ...session, binding: 'connect' });
    expect((await ask({ authorization: asPlugin })).status).toBe(401);
    expect((await ask({ authorization: asAda })).status).toBe(200);
  });

  it('ends a waiting connection that another user asks for', async () => {
    await connect(HANDLE);
    const response = await ask({
      authorization: mockCredentials.user.header(BOB),
    });
    expect(response.status).toBe(401);
    expect(cleared(response)).toBe(true);
    expect(sessions.rows.size).toBe(0);
    expect([...sessions.ended.values()]).toEqual(['user-changed']);
  });

  it('leaves the session of another user to them', async () => {
    await sessions.open({ handle: HANDLE, ...session, binding: 'connect' });
    const response = await ask({
      authorization: mockCredentials.user.header(BOB),
    });
    expect(response.status).toBe(401);
    expect(sessions.rows.has(HANDLE)).toBe(true);
  });

  it('guards what was connected before the environment began to sign users in', async () => {
    await sessions.open({ handle: HANDLE, ...session, binding: 'connect' });
    const binding = 'sign-in';
    const nameless = await ask({ binding });
    expect(nameless.status).toBe(401);
    expect(nameless.body.error.name).toBe('BackstageTokenRequiredError');
    expect(nameless.headers['www-authenticate']).toBe(
      'Bearer realm="backstage"',
    );
    const right = await ask({ binding, authorization: asAda });
    expect(right.status).toBe(200);
  });

  it('asks for the user of what signed in before the environment only connected', async () => {
    await sessions.open({ handle: HANDLE, ...session, binding: 'sign-in' });
    expect((await ask({ binding: 'connect' })).status).toBe(401);
    expect((await ask({ binding: 'sign-in' })).status).toBe(200);
  });

  it('finds what a faster tab has claimed', async () => {
    await connect(HANDLE);
    const claim = pending.claim.bind(pending);
    jest.spyOn(pending, 'claim').mockImplementation(async (...claimed) => {
      await claim(...claimed);
      return claim(...claimed);
    });
    const response = await ask({ authorization: asAda });
    expect(response.status).toBe(200);
    expect(response.body.providerInfo.idToken).toBe('id');
    expect(sessions.rows.get(HANDLE)?.userEntityRef).toBe(ADA);
  });

  it('finds what a faster tab claims while it looks', async () => {
    await connect(HANDLE);
    const find = pending.find.bind(pending);
    jest.spyOn(pending, 'find').mockImplementation(async options => {
      await pending.claim(HANDLE, ADA);
      return find(options);
    });
    const response = await ask({ authorization: asAda });
    expect(response.status).toBe(200);
    expect(response.body.providerInfo.idToken).toBe('id');
    expect(sessions.rows.get(HANDLE)?.userEntityRef).toBe(ADA);
  });

  describe('sends the cookie that belongs to the session', () => {
    const COOKIE = 'spectrocloud-api-token=new; Path=/api/spectrocloud';
    const sent = ({ headers }: request.Response) => [
      ...(headers['set-cookie'] as unknown as string[]),
    ];

    it('when this tab has claimed it', async () => {
      await connect(HANDLE);
      const claim = pending.claim.bind(pending);
      jest.spyOn(pending, 'claim').mockImplementation(async (...claimed) => ({
        ...(await claim(...claimed)),
        setCookie: COOKIE,
      }));
      const response = await ask({ authorization: asAda });
      expect(response.status).toBe(200);
      expect(sent(response)).toContainEqual(
        expect.stringMatching(/^spectrocloud-sealed-session=new;/),
      );
    });

    it('when another tab has claimed it', async () => {
      await connect(HANDLE);
      const claim = pending.claim.bind(pending);
      jest.spyOn(pending, 'claim').mockImplementation(async (...claimed) => {
        await claim(...claimed);
        return undefined;
      });
      const refresh = sessions.refresh.bind(sessions);
      jest.spyOn(sessions, 'refresh').mockImplementation(async options => {
        const found = await refresh(options);
        return found && { ...found, setCookie: COOKIE };
      });
      const response = await ask({ authorization: asAda });
      expect(response.status).toBe(200);
      expect(sent(response)).toContainEqual(
        expect.stringMatching(/^spectrocloud-sealed-session=new;/),
      );
    });
  });

  it('journals that a connection was claimed by its user', async () => {
    await connect(HANDLE);
    auditor.createEvent.mockClear();
    await ask({ authorization: asAda });
    expect(auditor.createEvent).toHaveBeenCalledTimes(1);
    await ask({ authorization: asAda });
    expect(auditor.createEvent).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['spectrocloud-sealed-session=own; spectrocloud-api-token=former', 'own'],
    ['spectrocloud-api-token=former', 'former'],
  ])(
    'ends the session of a user who is now another one, with what %s holds',
    async (cookie, sealedCookie) => {
      await sessions.open({ handle: HANDLE, ...session, binding: 'sign-in' });
      const end = jest.spyOn(sessions, 'end');
      const response = await ask({
        binding: 'sign-in',
        cookie,
        resolveUser: naming(BOB),
      });
      expect(response.status).toBe(401);
      expect(cleared(response)).toBe(true);
      expect(end).toHaveBeenCalledWith({
        handle: HANDLE,
        reason: 'user-changed',
        sealedCookie,
      });
    },
  );

  it('looks a session up once, and claims nothing', async () => {
    await sessions.open({ handle: HANDLE, ...session, binding: 'sign-in' });
    const refresh = jest.spyOn(sessions, 'refresh');
    const claim = jest.spyOn(pending, 'claim');
    expect((await ask({ binding: 'sign-in' })).status).toBe(200);
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(claim).not.toHaveBeenCalled();
  });

  it.each([
    ['had lost', new Date(), [[{ handle: HANDLE, isMissing: false }]]],
    ['has always had', undefined, []],
  ])(
    'notes of a user whom the catalog %s that it has them',
    async (_, userMissingSince, expected) => {
      const id = HANDLE;
      const binding = 'sign-in';
      sessions.rows.set(id, { ...session, id, binding, userMissingSince });
      const noteUser = jest.spyOn(sessions, 'noteUser');
      const response = await ask({
        binding,
        resolveUser: naming(ADA),
      });
      expect(response.status).toBe(200);
      expect(noteUser.mock.calls).toEqual(expected);
    },
  );

  it.each([
    ['keeps', 'just now', 0, 503],
    ['keeps', 'for almost the grace', -590_000, 503],
    ['ends', 'for longer than the grace', -610_000, 401],
  ])(
    '%s the session of a user whom the catalog has not had %s',
    async (_, _since, sinceMs, status) => {
      await sessions.open({ handle: HANDLE, ...session, binding: 'sign-in' });
      const noteUser = jest
        .spyOn(sessions, 'noteUser')
        .mockResolvedValue(new Date(Date.now() + sinceMs));
      const response = await ask({
        binding: 'sign-in',
        resolveUser: namingNobody,
      });
      expect(response.status).toBe(status);
      expect(cleared(response)).toBe(status === 401);
      expect(sessions.rows.has(HANDLE)).toBe(status === 503);
      expect(noteUser.mock.calls).toEqual([
        [{ handle: HANDLE, isMissing: true }],
      ]);
    },
  );

  it('ends nothing while it can not be noted that the catalog has no such user', async () => {
    await sessions.open({ handle: HANDLE, ...session, binding: 'sign-in' });
    jest
      .spyOn(sessions, 'noteUser')
      .mockRejectedValue(new ServiceUnavailableError('the store is away'));
    const response = await ask({
      binding: 'sign-in',
      resolveUser: namingNobody,
    });
    expect(response.status).toBe(503);
    expect(cleared(response)).toBe(false);
    expect(sessions.rows.has(HANDLE)).toBe(true);
  });

  it('ends nothing when the user can not be looked up for a reason of ours', async () => {
    await sessions.open({ handle: HANDLE, ...session, binding: 'sign-in' });
    const response = await ask({
      binding: 'sign-in',
      resolveUser: async () => {
        throw new TypeError('a fault of ours');
      },
    });
    expect(response.status).toBe(503);
    expect(cleared(response)).toBe(false);
    expect(sessions.rows.has(HANDLE)).toBe(true);
  });

  it('shows nothing of a connection that could not be claimed and still waits', async () => {
    await connect(HANDLE);
    jest.spyOn(pending, 'claim').mockResolvedValue(undefined);
    const response = await ask({ authorization: asAda });
    expect(response.status).toBe(401);
    expect(response.body.providerInfo).toBeUndefined();
  });

  it('looks for a waiting connection of the environment only', async () => {
    const find = jest.spyOn(pending, 'find');
    await ask({ authorization: asAda });
    expect(find).toHaveBeenCalledWith({
      handle: HANDLE,
      environment: environment.name,
    });
  });

  it('is unavailable while a waiting connection can not be claimed', async () => {
    await connect(HANDLE);
    jest.spyOn(pending, 'claim').mockRejectedValue(new Error('secret detail'));
    const response = await ask({ authorization: asAda });
    expect(response.status).toBe(503);
    expect(response.headers['retry-after']).toBe('5');
    expect(cleared(response)).toBe(false);
  });

  it('says that a session has ended that was claimed a moment before', async () => {
    await connect(HANDLE);
    expect((await ask({ authorization: asAda })).status).toBe(200);
    await sessions.end({ handle: HANDLE, reason: 'other-identity' });
    const response = await ask({ authorization: asAda });
    expect(response.status).toBe(401);
    expect(cleared(response)).toBe(true);
  });

  it('finds nothing where a faster tab has claimed and ended it', async () => {
    await connect(HANDLE);
    jest.spyOn(pending, 'claim').mockImplementation(async () => {
      await pending.drop(HANDLE);
      return undefined;
    });
    const response = await ask({ authorization: asAda });
    expect(response.status).toBe(401);
    expect(cleared(response)).toBe(true);
  });

  it('leaves the cookies of the newer connection alone when a waiting one is asked for late', async () => {
    await connect(HANDLE);
    await connect(NEXT, HANDLE);
    const late = await ask({ authorization: asAda });
    expect(late.status).toBe(503);
    expect(late.body.error.name).toBe('ServiceUnavailableError');
    expect(cleared(late)).toBe(false);
  });

  it('looks a session up with the sealed cookie of the request, for a caller who has said who they are', async () => {
    const refresh = jest.spyOn(sessions, 'refresh');
    await ask({
      authorization: asAda,
      cookie: 'spectrocloud-sealed-session=sealed',
    });
    expect(refresh).toHaveBeenCalledWith({
      handle: HANDLE,
      environment: environment.name,
      sealedCookie: 'sealed',
      caller: ADA,
    });
    refresh.mockClear();
    await ask({
      binding: 'sign-in',
      authorization: asAda,
      cookie: 'spectrocloud-api-token=former',
    });
    expect(
      refresh.mock.calls.map(([asked]) => ({ sealedCookie: 'none', ...asked })),
    ).toEqual([
      expect.objectContaining({ sealedCookie: undefined, caller: undefined }),
      expect.objectContaining({ sealedCookie: 'former', caller: undefined }),
    ]);
  });

  it('is unavailable while it can not tell whether a session was replaced', async () => {
    jest
      .spyOn(sessions, 'wasReplaced')
      .mockRejectedValue(new ServiceUnavailableError('the store is away'));
    const response = await ask({ binding: 'sign-in' });
    expect(response.status).toBe(503);
    expect(response.headers['retry-after']).toBe('5');
    expect(cleared(response)).toBe(false);
  });

  it.each(['connect', 'sign-in'] as const)(
    'is unavailable while nobody can tell who the caller is (%s)',
    async binding => {
      await sessions.open({ handle: HANDLE, ...session, binding: 'connect' });
      httpAuth = mockServices.httpAuth.mock({
        credentials: async () => {
          throw new ServiceUnavailableError('the keys are away');
        },
      });
      const response = await ask({ binding, authorization: asAda });
      expect(response.status).toBe(503);
      expect(response.headers['retry-after']).toBe('5');
      expect(cleared(response)).toBe(false);
    },
  );
});
