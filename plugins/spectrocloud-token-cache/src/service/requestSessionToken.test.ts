import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TricklingServer } from '../__testUtils__/TricklingServer';
import { SESSION_TOKEN_PATH } from './handOutProtocol';
import { requestSessionToken } from './requestSessionToken';

describe('requestSessionToken', () => {
  let server: Server;
  let redirect: number | undefined;
  let paths: Array<string | undefined>;

  const request = () => {
    const { port } = server.address() as AddressInfo;
    return requestSessionToken({
      baseUrl: `http://127.0.0.1:${port}`,
      pluginToken: 'plugin-token',
      request: { environment: 'production' },
      fetch,
    });
  };

  beforeEach(async () => {
    paths = [];
    server = createServer((req, res) => {
      paths.push(req.url);
      if (redirect && req.url === SESSION_TOKEN_PATH) {
        res.writeHead(redirect, { location: '/elsewhere' }).end();
        return;
      }
      res.setHeader('content-type', 'application/json').end(
        JSON.stringify({
          token: 'token',
          sessionId: 'row',
          environment: 'production',
          identity: { tenantUid: 't', userUid: 'u' },
        }),
      );
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });

  afterEach(async () => {
    server.closeAllConnections();
    await once(server.close(), 'close');
  });

  it('asks the auth plugin', async () => {
    redirect = undefined;
    expect((await request()).token).toBe('token');
    expect(paths).toEqual([SESSION_TOKEN_PATH]);
  });

  it.each([302, 307])(
    'follows no redirect (%s), and takes no token from where it leads',
    async status => {
      redirect = status;
      await expect(request()).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
      });
      expect(paths).toEqual([SESSION_TOKEN_PATH]);
    },
  );

  it('does not wait for ever for an answer that trickles', async () => {
    const trickling = await TricklingServer.start('body');
    await expect(
      requestSessionToken({
        baseUrl: trickling.url,
        pluginToken: 'plugin-token',
        request: { environment: 'production' },
        fetch: async (url, init) => fetch(url, { ...init, signal: undefined }),
        timeoutMs: 200,
      }),
    ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
    await trickling.close();
  });
});
