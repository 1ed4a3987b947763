import { createHash } from 'node:crypto';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { parseSessionTokenRequest } from './handOutProtocol';
import { HttpTokenService } from './HttpTokenService';
import { TokenMemory } from './TokenMemory';

const DANA = mockCredentials.user('user:default/dana');
const EVE = mockCredentials.user('user:default/eve');
const TTL_MS = 30_000;

interface Sent {
  url: string;
  body: Record<string, unknown>;
  authorization: string | null;
}

describe('HttpTokenService', () => {
  let sent: Sent[];
  let answer: (body: Record<string, unknown>) => Response | Promise<Response>;
  let now: number;
  let memory: TokenMemory;
  let service: HttpTokenService;

  const token = (name: string, more: object = {}) =>
    Response.json({
      token: name,
      sessionId: `row of ${name}`,
      environment: 'production',
      identity: { tenantUid: 't', userUid: 'u' },
      ...more,
    });

  function createService(ttlMs = TTL_MS) {
    memory = new TokenMemory({
      ttlMs,
      now: () => new Date(now),
      monotonicNow: () => now,
    });
    return new HttpTokenService({
      auth: mockServices.auth({ pluginId: 'spectrocloud' }),
      discovery: mockServices.discovery(),
      memory,
      fetch: async (input, init) => {
        const body = JSON.parse(String(init?.body));
        const headers = new Headers(init?.headers);
        const authorization = headers.get('authorization');
        sent.push({ url: String(input), body, authorization });
        return answer(body);
      },
    });
  }

  const get = (more: object = {}) =>
    service.getSessionToken({
      credentials: DANA,
      environment: 'production',
      ...more,
    });

  beforeEach(() => {
    sent = [];
    now = 1_000_000;
    answer = () => token(`token ${sent.length}`);
    service = createService();
  });

  it('asks the auth plugin on behalf of the user', async () => {
    await get({ sealedCookie: 'cookie' });
    expect(sent).toHaveLength(1);
    expect(sent[0].url).toBe(
      'http://localhost:0/api/auth/spectrocloud/session-token',
    );
    expect(sent[0].body).toEqual({
      environment: 'production',
      sealedCookie: 'cookie',
    });
    const [, obo] = sent[0].authorization!.split('mock-service-token:');
    expect(JSON.parse(obo)).toEqual({
      obo: 'user:default/dana',
      target: 'auth',
    });
  });

  it('sends no empty cookie, which the auth plugin would refuse', async () => {
    const asked = {
      credentials: DANA,
      environment: 'production',
      sealedCookie: '',
    };
    await service.getSessionToken(asked);
    await service.exchangeRefusedToken({ ...asked, token: 'token 1' });
    expect(sent).toHaveLength(2);
    for (const { body } of sent) {
      expect(body).not.toHaveProperty('sealedCookie');
      expect(parseSessionTokenRequest(body)).toEqual(body);
    }
  });

  it('reads the expiry as a date', async () => {
    answer = () => token('t', { expiresAt: '2026-11-23T12:00:00.000Z' });
    expect((await get()).expiresAt).toEqual(
      new Date('2026-11-23T12:00:00.000Z'),
    );
  });

  it.each([
    ['a service', mockCredentials.service('plugin:other')],
    ['nobody', mockCredentials.none()],
  ])('gives %s nothing, and asks nobody', async (_, credentials) => {
    await expect(get({ credentials })).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    await expect(
      service.exchangeRefusedToken({
        credentials,
        environment: 'production',
        token: 'x',
      }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    expect(sent).toEqual([]);
  });

  describe('memory', () => {
    it('serves a copy for a moment', async () => {
      expect((await get()).token).toBe('token 1');
      now += TTL_MS;
      expect((await get()).token).toBe('token 1');
      now += 1;
      expect((await get()).token).toBe('token 2');
    });

    it('is not shared between users and environments', async () => {
      await get();
      await get({ credentials: EVE });
      await get({ environment: 'staging' });
      expect(sent).toHaveLength(3);
    });

    it('outlives no token', async () => {
      answer = () => token('t', { expiresAt: new Date(now + 5).toISOString() });
      await get();
      now += 6;
      await get();
      expect(sent).toHaveLength(2);
    });

    it('is off with a memoryTtl of zero', async () => {
      service = createService(0);
      await get();
      await get();
      expect(sent).toHaveLength(2);
    });

    it('is dropped when the session has ended, also for an answer that is under way then', async () => {
      await get();
      memory.dropSessions(['row of token 1']);
      answer = () => {
        memory.dropSessions(['row of token 2']);
        return token('token 2');
      };
      await get();
      await get();
      expect(sent).toHaveLength(3);
    });

    it('does not keep a new cookie from a browser that has none or an old one', async () => {
      const setCookie =
        'spectrocloud-api-token=new; Path=/; HttpOnly; SameSite=Lax';
      answer = body =>
        token('t', body.sealedCookie === 'new' ? {} : { setCookie });
      expect((await get({ sealedCookie: 'old' })).setCookie).toBe(setCookie);
      expect((await get({ sealedCookie: 'other' })).setCookie).toBe(setCookie);
      expect((await get({ sealedCookie: 'new' })).setCookie).toBeUndefined();
      expect(sent).toHaveLength(2);
    });

    it('asks once for callers without cookies, such as the CLI', async () => {
      await get();
      await get();
      expect(sent).toHaveLength(1);
    });
  });

  it('asks once for many at the same time', async () => {
    const tokens = await Promise.all(Array.from({ length: 50 }, () => get()));
    expect(new Set(tokens.map(t => t.token)).size).toBe(1);
    expect(sent).toHaveLength(1);
  });

  it('asks again after a failure', async () => {
    answer = () => new Response('{}', { status: 500 });
    await expect(get()).rejects.toThrow();
    answer = () => token('t');
    expect((await get()).token).toBe('t');
  });

  describe('exchangeRefusedToken', () => {
    const exchange = (refused: string) =>
      service.exchangeRefusedToken({
        credentials: DANA,
        environment: 'production',
        token: refused,
      });

    it('reports a hash of the token, once for many, and serves the newer one from then on', async () => {
      await get();
      const newer = await Promise.all([
        exchange('token 1'),
        exchange('token 1'),
      ]);
      expect(newer.map(t => t.token)).toEqual(['token 2', 'token 2']);
      expect(sent).toHaveLength(2);
      expect(sent[1].body.refusedTokenSha256).toBe(
        createHash('sha256').update('token 1').digest('base64url'),
      );
      expect(JSON.stringify(sent[1].body)).not.toContain('token 1');
      expect((await get()).token).toBe('token 2');
    });

    it.each([
      ['there is a newer one', () => token('newer')],
      ['there is none', () => Response.json({}, { status: 401 })],
    ])(
      'keeps no answer that was under way with the refused token when %s',
      async (_, exchanged) => {
        let land = (_answer: Response) => {};
        answer = body =>
          body.refusedTokenSha256
            ? exchanged()
            : new Promise(resolve => {
                land = resolve;
              });
        const underWay = get();
        await exchange('refused').catch(() => undefined);
        land(token('refused'));
        await underWay;
        answer = () => token('newer');
        expect((await get()).token).toBe('newer');
      },
    );

    it('drops the copy of the refused token even when there is no newer one', async () => {
      await get();
      answer = () =>
        Response.json(
          { error: { name: 'ReauthenticationRequiredError' } },
          { status: 401 },
        );
      await expect(exchange('token 1')).rejects.toMatchObject({
        name: 'ReauthenticationRequiredError',
        environment: 'production',
      });
      await expect(get()).rejects.toMatchObject({
        name: 'ReauthenticationRequiredError',
      });
    });
  });

  it.each([
    ['NotAllowedError', () => Response.json({}, { status: 403 })],
    [
      'AuthenticationError',
      () =>
        Response.json(
          { error: { name: 'AuthenticationError' } },
          { status: 401 },
        ),
    ],
    ['ServiceUnavailableError', () => Response.json({}, { status: 503 })],
    ['ServiceUnavailableError', () => Response.json({}, { status: 404 })],
    ['ServiceUnavailableError', () => Response.json({ token: '' })],
    ['ServiceUnavailableError', () => new Response('<html>')],
    [
      'ServiceUnavailableError',
      () => Promise.reject(new TypeError('fetch failed: secret')),
    ],
  ])('throws %s for such an answer', async (name, given) => {
    answer = given;
    const error = await get().catch(e => e);
    expect(error.name).toBe(name);
    expect(error.message).not.toContain('secret');
  });
});
