import { hash } from 'node:crypto';
import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import express from 'express';
import request from 'supertest';
import {
  ENVIRONMENT,
  HANDLE,
  OWNER,
  SessionsHarness,
  USER,
} from './__testUtils__/SessionsHarness';
import { createSessionRouter } from './createSessionRouter';

const SESSION_TOKEN = '/spectrocloud/session-token';
const ID_TOKEN = '/spectrocloud/id-token';
const BODY = { environment: ENVIRONMENT };
const databases = TestDatabases.create({
  ids: ['SQLITE_3'],
  disableDocker: true,
});

describe('createSessionRouter', () => {
  const httpAuth = mockServices.httpAuth.mock();
  const auditor = mockServices.auditor.mock();
  const event = { success: jest.fn(), fail: jest.fn() };
  let harness: SessionsHarness;
  let app: express.Express;

  beforeAll(async () => {
    harness = await SessionsHarness.start(await databases.init('SQLITE_3'));
  });

  beforeEach(async () => {
    jest.resetAllMocks();
    await harness.reset();
    auditor.createEvent.mockResolvedValue(event);
    const middleware = MiddlewareFactory.create({
      config: mockServices.rootConfig(),
      logger: mockServices.logger.mock(),
    });
    const { connectTickets, context } = harness.replica();
    app = express()
      .use(
        createSessionRouter({
          connectTickets,
          context: { ...context, auditor },
          httpAuth,
          readHandles: () => [HANDLE],
          readSealed: () => [],
          trustedPlugins: ['trusted'],
        }),
      )
      .use(middleware.error());
  });

  afterAll(() => harness.stop());

  /** Who calls: the user, through a plugin or themselves. */
  function callAs(actor?: string): void {
    httpAuth.credentials.mockResolvedValue(
      mockCredentials.user(USER, actor ? { actor: { subject: actor } } : {}),
    );
  }

  /** Whatever the route, a service is nobody here. */
  const askedForUsersOnly = () =>
    httpAuth.credentials.mock.calls.every(
      ([, options]) => String(options?.allow) === 'user',
    );

  const ask = (path: string) => request(app).post(path).send(BODY);

  it.each(['plugin:spectrocloud', 'plugin:trusted'])(
    'hands the session token to %s',
    async actor => {
      const { token } = await harness.signIn();
      callAs(actor);
      const { body, headers, status } = await ask(SESSION_TOKEN);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        token,
        sessionId: hash('sha256', HANDLE, 'base64url'),
      });
      expect(headers['cache-control']).toBe('no-store');
    },
  );

  it('hands the ID token to plugin:kubernetes', async () => {
    await harness.signIn();
    callAs('plugin:kubernetes');
    const { body, headers, status } = await ask(ID_TOKEN);
    expect(status).toBe(200);
    expect(body.idToken).toBe('id-token');
    expect(headers['cache-control']).toBe('no-store');
  });

  it.each([
    [SESSION_TOKEN, 'plugin:kubernetes'],
    [SESSION_TOKEN, 'plugin:other'],
    [SESSION_TOKEN, 'trusted'],
    [SESSION_TOKEN, undefined],
    [ID_TOKEN, 'plugin:spectrocloud'],
    [ID_TOKEN, 'plugin:trusted'],
    [ID_TOKEN, undefined],
  ])('refuses %s where the caller is %s', async (path, actor) => {
    await harness.signIn();
    callAs(actor);
    expect((await ask(path)).status).toBe(403);
    expect(askedForUsersOnly()).toBe(true);
    expect(event.success).not.toHaveBeenCalled();
  });

  it.each([
    ['post', '/spectrocloud/connect-ticket'],
    ['get', '/spectrocloud/sessions'],
    ['delete', '/spectrocloud/sessions'],
    ['delete', `/spectrocloud/sessions/${hash('sha256', HANDLE, 'base64url')}`],
  ] as const)(
    'answers %s %s to users themselves only',
    async (method, path) => {
      await harness.signIn();
      callAs('plugin:spectrocloud');
      expect((await request(app)[method](path).send(BODY)).status).toBe(403);
      callAs();
      expect((await request(app)[method](path).send(BODY)).ok).toBe(true);
      expect(askedForUsersOnly()).toBe(true);
    },
  );

  it.each([
    [SESSION_TOKEN, 'plugin:spectrocloud'],
    [ID_TOKEN, 'plugin:kubernetes'],
    ['/spectrocloud/connect-ticket', undefined],
  ])('refuses a malformed request to %s', async (path, actor) => {
    callAs(actor);
    const answer = await request(app).post(path).send({ environment: 1 });
    expect(answer.status).toBe(400);
  });

  describe('a hand-out', () => {
    const asked = (eventId: string, actor: string) => ({
      eventId,
      request: expect.anything(),
      meta: { ...OWNER, actor },
    });

    it.each([
      [SESSION_TOKEN, 'plugin:spectrocloud', 'spectrocloud-token-hand-out'],
      [ID_TOKEN, 'plugin:kubernetes', 'spectrocloud-id-token-hand-out'],
    ])(
      'of %s is audited: for whom, to whom, of which session',
      async (path, actor, eventId) => {
        await harness.signIn();
        callAs(actor);
        await ask(path);
        expect(auditor.createEvent.mock.calls).toEqual([
          [asked(eventId, actor)],
        ]);
        expect(event.success.mock.calls).toEqual([
          [{ meta: { sessionId: hash('sha256', HANDLE, 'base64url') } }],
        ]);
        expect(event.fail).not.toHaveBeenCalled();
      },
    );

    it('that finds no session is audited as failed, and says that the user has to sign in', async () => {
      callAs('plugin:spectrocloud');
      const { body, headers, status } = await ask(SESSION_TOKEN);
      expect(status).toBe(401);
      expect(body.error.name).toBe('ReauthenticationRequiredError');
      expect(headers['x-spectrocloud-reauth-required']).toBe('true');
      expect(event.fail.mock.calls).toEqual([
        [{ error: expect.objectContaining({ name: body.error.name }) }],
      ]);
      expect(event.success).not.toHaveBeenCalled();
    });

    it('that can not be told now says when to ask again', async () => {
      harness.palette.failing.set('whoAmI', 503);
      await harness.signIn();
      callAs('plugin:spectrocloud');
      const { headers, status } = await ask(SESSION_TOKEN);
      expect(status).toBe(503);
      expect(headers['retry-after']).toBe('5');
      expect(headers).not.toHaveProperty('x-spectrocloud-reauth-required');
      expect(event.fail).toHaveBeenCalledTimes(1);
    });
  });
});
