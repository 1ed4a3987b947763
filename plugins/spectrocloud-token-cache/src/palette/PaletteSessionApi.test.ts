import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fetch as undiciFetch } from 'undici';
import { TricklingServer } from '../__testUtils__/TricklingServer';
import { version } from '@terasky/backstage-plugin-spectrocloud-token-cache/package.json';
import { PaletteSessionApi } from './PaletteSessionApi';

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.c2VjcmV0.c2lnbmF0dXJl';
const ME = {
  metadata: { uid: 'uid-dana' },
  spec: { emailId: 'dana@acme.example' },
  status: { tenant: { tenantUid: 'tenant-1', orgName: 'demo' } },
};

describe('PaletteSessionApi', () => {
  let server: Server;
  let answer: RequestListener;
  let requests: Array<{ method?: string; url?: string; token?: string }>;
  let api: PaletteSessionApi;
  let calls: Array<{ seconds: number; labels: unknown }>;
  const callDuration = {
    record: (seconds: number, labels: unknown) =>
      calls.push({ seconds, labels }),
  };

  beforeEach(async () => {
    requests = [];
    calls = [];
    server = createServer((req, res) => {
      const { method, url, headers } = req;
      requests.push({ method, url, token: headers.authorization });
      answer(req, res);
    });
    await new Promise<void>(done => {
      server.listen(0, '127.0.0.1', done);
    });
    const { port } = server.address() as AddressInfo;
    api = new PaletteSessionApi({
      url: `http://127.0.0.1:${port}`,
      timeoutMs: 1_000,
      callDuration,
    });
  });

  afterEach(async () => {
    server.closeAllConnections();
    await new Promise(done => {
      server.close(done);
    });
  });

  const json =
    (status: number, body: unknown): RequestListener =>
    (_, res) => {
      res.writeHead(status, { 'content-type': 'application/json' });
      res.end(JSON.stringify(body));
    };

  describe('callDuration', () => {
    const labels = () => calls.map(call => call.labels);

    it('tells of every call and its status, and nothing of the token', async () => {
      answer = json(503, {});
      await expect(api.renew(TOKEN)).rejects.toThrow();
      answer = json(204, {});
      await api.revoke(TOKEN);
      answer = json(200, ME);
      await api.whoAmI(TOKEN);
      expect(labels()).toEqual([
        { prefix: '/v1/auth', status: '503' },
        { prefix: '/v1/users', status: '204' },
        { prefix: '/v1/users', status: '200' },
      ]);
    });

    it('tells a time-out from no answer at all, and how long it took', async () => {
      answer = () => {};
      await expect(api.renew(TOKEN)).rejects.toThrow();
      answer = req => req.socket.destroy();
      await expect(api.renew(TOKEN)).rejects.toThrow();
      expect(labels()).toEqual([
        { prefix: '/v1/auth', status: 'timeout' },
        { prefix: '/v1/auth', status: 'error' },
      ]);
      // Timers may be early by a millisecond.
      expect(calls[0].seconds).toBeGreaterThanOrEqual(0.99);
    });
  });

  it('says in every call who calls', async () => {
    const agents: unknown[] = [];
    answer = (req, res) => {
      agents.push(req.headers['user-agent']);
      json(200, { ...ME, Authorization: 'renewed' })(req, res);
    };
    await api.whoAmI(TOKEN);
    await api.renew(TOKEN);
    await api.revoke(TOKEN);
    expect(agents).toEqual(Array(3).fill(`backstage-spectrocloud/${version}`));
  });

  describe('whoAmI', () => {
    it('asks with the bare token', async () => {
      answer = json(200, ME);
      expect(await api.whoAmI(TOKEN)).toEqual({
        tenantUid: 'tenant-1',
        tenantName: 'demo',
        userUid: 'uid-dana',
        email: 'dana@acme.example',
      });
      expect(requests).toEqual([
        { method: 'GET', url: '/v1/users/me', token: TOKEN },
      ]);
    });

    it.each([
      ['lacks /v1/users/me', 404, {}],
      ['knows only users by their id there', 400, { code: 'InvalidUid' }],
      ['can not process that id', 422, {}],
      ['answers it with a user alone', 200, { metadata: { uid: 'uid-dana' } }],
      ['denies /v1/users/me', 403, {}],
      ['does not let /v1/users/me be read', 405, {}],
      ['had /v1/users/me once', 410, {}],
      ['has not implemented /v1/users/me', 501, {}],
      ['answers it with a user of no tenant', 200, { ...ME, status: {} }],
      ['answers it in another shape', 200, { user: 'dana' }],
    ])('uses the documented way where Palette %s', async (_, status, body) => {
      answer = (req, res) => {
        const answers: Record<string, unknown> = {
          '/v1/users/info': {
            orgName: 'demo',
            tenantUid: 'tenant-1',
            userUid: 'uid-dana',
          },
          '/v1/users/uid-dana': { spec: { emailId: 'dana@acme.example' } },
        };
        const known = answers[req.url ?? ''];
        json(known ? 200 : status, known ?? body)(req, res);
      };
      expect(await api.whoAmI(TOKEN)).toEqual({
        tenantUid: 'tenant-1',
        tenantName: 'demo',
        userUid: 'uid-dana',
        email: 'dana@acme.example',
      });
    });

    it('leaves out names that no database keeps, and refuses such ids', async () => {
      const me = (tenantUid: string) => ({
        metadata: { uid: 'uid-dana' },
        spec: { emailId: 'dana\u0000@acme.example' },
        status: { tenant: { tenantUid, orgName: 'de\u0000mo' } },
      });
      answer = json(200, me('tenant-1'));
      expect(await api.whoAmI(TOKEN)).toEqual({
        tenantUid: 'tenant-1',
        userUid: 'uid-dana',
      });
      answer = (req, res) =>
        json(200, req.url === '/v1/users/me' ? me('tenant\u0000') : {})(
          req,
          res,
        );
      await expect(api.whoAmI(TOKEN)).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
      });
    });

    it('knows users who may not read their own record, without an e-mail', async () => {
      answer = (req, res) =>
        req.url === '/v1/users/info'
          ? json(200, { tenantUid: 't', userUid: 'u' })(req, res)
          : json(req.url === '/v1/users/u' ? 403 : 404, {})(req, res);
      expect(await api.whoAmI(TOKEN)).toEqual({ tenantUid: 't', userUid: 'u' });
    });

    it.each([
      [401, 'AuthenticationError'],
      [403, 'NotAllowedError'],
      [429, 'ServiceUnavailableError'],
      [500, 'ServiceUnavailableError'],
      [302, 'ServiceUnavailableError'],
    ])('answers %s with %s', async (status, name) => {
      answer = (_, res) => {
        res.writeHead(status, { location: '/v1/elsewhere' });
        res.end(`{"code":"X","message":"about ${TOKEN}"}`);
      };
      const error = await api.whoAmI(TOKEN).catch(e => e);
      expect(error.name).toBe(name);
      expect(JSON.stringify([error, error.message])).not.toContain(TOKEN);
      expect(requests.map(({ url }) => url)).not.toContain('/v1/elsewhere');
    });
  });

  describe('renew', () => {
    it('asks for a token of the same session, without a cookie', async () => {
      answer = json(200, { Authorization: 'renewed', isMfa: false });
      expect(await api.renew(TOKEN)).toBe('renewed');
      expect(requests).toEqual([
        { method: 'GET', url: `/v1/auth/refresh/${TOKEN}?setCookie=false` },
      ]);
    });

    it.each([400, 401, 403])('takes %s for a refusal', async status => {
      answer = json(status, {});
      await expect(api.renew(TOKEN)).rejects.toMatchObject({
        name: 'AuthenticationError',
      });
    });

    it.each([
      ['500', json(500, {})],
      ['404', json(404, {})],
      ['429', json(429, {})],
      ['no token', json(200, {})],
      ['a token that fits no header', json(200, { Authorization: 'a\nb' })],
      ['garbage', (_: unknown, res: any) => res.end('<html>')],
      ['too much', (_: unknown, res: any) => res.end('x'.repeat(2_000_000))],
      ['nothing in time', () => undefined],
      ['a closed connection', (req: any) => req.socket.destroy()],
    ] as Array<[string, RequestListener]>)(
      'takes %s for a failure that says nothing about the session, and never shows the token',
      async (_, listener) => {
        answer = listener;
        const error = await api.renew(TOKEN).catch(e => e);
        expect(error.name).toBe('ServiceUnavailableError');
        const shown = [error, error.message, error.stack, String(error.cause)];
        expect(JSON.stringify(shown)).not.toContain(TOKEN);
      },
    );
  });

  describe('revoke', () => {
    it('names the token in the body', async () => {
      let body = '';
      answer = (req, res) => {
        req.on('data', chunk => {
          body += chunk;
        });
        req.on('end', () => res.writeHead(204).end());
      };
      await api.revoke(TOKEN);
      expect(JSON.parse(body)).toEqual({ tokens: [TOKEN] });
      expect(requests).toMatchObject([
        { method: 'POST', url: '/v1/users/auth/tokens/revoke' },
      ]);
    });

    it('fails when Palette does not confirm', async () => {
      answer = json(500, {});
      await expect(api.revoke(TOKEN)).rejects.toThrow('500');
    });
  });

  describe.each(['head', 'body'] as const)('where the %s trickles', part => {
    it.each(['whoAmI', 'renew', 'revoke'] as const)(
      'gives %s up in time, whatever became of the signal of the call',
      async call => {
        const trickling = await TricklingServer.start(part);
        const forgetful = new PaletteSessionApi({
          url: trickling.url,
          timeoutMs: 200,
          callDuration,
          fetch: (input, init) =>
            part === 'head'
              ? undiciFetch(input, init)
              : undiciFetch(input, { ...init, signal: undefined }),
        });
        await expect(forgetful[call](TOKEN)).rejects.toMatchObject({
          name: 'ServiceUnavailableError',
        });
        expect(calls).toEqual([
          expect.objectContaining({
            labels: expect.objectContaining({ status: 'timeout' }),
          }),
        ]);
        await trickling.close();
      },
    );
  });

  it.each([
    ['header', 'a\r\nApiKey: x'],
    ['path', 'a b'],
    ['memory', 'x'.repeat(20_000)],
  ])('sends nothing that is no token (%s)', async (_, token) => {
    answer = json(200, ME);
    for (const call of [api.whoAmI(token), api.renew(token)]) {
      await expect(call).rejects.toMatchObject({ name: 'AuthenticationError' });
    }
    expect(requests).toEqual([]);
  });

  it.each([302, 307])(
    'carries the token nowhere that a %s points to',
    async status => {
      answer = (_, res) => res.writeHead(status, { location: '/x' }).end();
      for (const call of ['whoAmI', 'renew', 'revoke'] as const) {
        await expect(api[call](TOKEN)).rejects.toMatchObject({
          name: 'ServiceUnavailableError',
        });
      }
      expect(requests.map(request => request.url)).not.toContain('/x');
    },
  );
});
