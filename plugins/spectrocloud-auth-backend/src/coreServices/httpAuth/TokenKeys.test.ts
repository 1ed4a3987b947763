import { mockServices } from '@backstage/backend-test-utils';
import { TokenKeys } from './TokenKeys';

const KEYS = 'http://auth.example/api/auth/.well-known/jwks.json';

describe('TokenKeys', () => {
  const discovery = mockServices.discovery.mock();
  const ask = jest.fn<ReturnType<typeof fetch>, Parameters<typeof fetch>>();
  let now = 0;
  let keys: TokenKeys;

  beforeEach(() => {
    discovery.getBaseUrl.mockImplementation(
      async plugin => `http://${plugin}.example/api/${plugin}`,
    );
    ask.mockReset().mockImplementation(async () => Response.json({ keys: [] }));
    now = 1_000_000;
    keys = new TokenKeys({ discovery, fetch: ask, now: () => now });
  });

  it('are available while the auth plugin hands them out', async () => {
    await expect(keys.areAvailable('a.user.token')).resolves.toBe(true);
    expect(ask.mock.calls.map(([url]) => String(url))).toEqual([KEYS]);
  });

  it.each([
    ['the auth plugin fails', async () => new Response('', { status: 500 })],
    ['it is not there yet', async () => new Response('', { status: 404 })],
    ['nothing listens', () => Promise.reject(new TypeError('fetch failed'))],
    [
      'its answer breaks off',
      async () =>
        new Response(
          new ReadableStream({
            start: stream => stream.error(new TypeError('terminated')),
          }),
        ),
    ],
  ])('are not when %s', async (_, answer) => {
    ask.mockImplementation(answer);
    await expect(keys.areAvailable('a.user.token')).resolves.toBe(false);
  });

  it('are not when nobody knows where the auth plugin is', async () => {
    discovery.getBaseUrl.mockRejectedValue(new Error('unknown'));
    await expect(keys.areAvailable('a.user.token')).resolves.toBe(false);
  });

  it('are not when there is no answer within two seconds', async () => {
    ask.mockImplementation(
      (_, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', reject);
        }),
    );
    const startedAt = Date.now();
    await expect(keys.areAvailable('a.user.token')).resolves.toBe(false);
    expect(Date.now() - startedAt).toBeLessThan(4_000);
  });

  it('cost one call, however many ask at once', async () => {
    await Promise.all([1, 2, 3].map(() => keys.areAvailable('a.user.token')));
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it.each([200, 500])(
    'are asked for again five seconds after a %s only',
    async status => {
      ask.mockImplementation(async () => new Response('{}', { status }));
      await keys.areAvailable('a.user.token');
      now += 4_999;
      await expect(keys.areAvailable('a.user.token')).resolves.toBe(
        status === 200,
      );
      expect(ask).toHaveBeenCalledTimes(1);
      now += 1;
      ask.mockImplementation(async () => Response.json({ keys: [] }));
      await expect(keys.areAvailable('a.user.token')).resolves.toBe(true);
      expect(ask).toHaveBeenCalledTimes(2);
    },
  );

  describe('of a plugin', () => {
    const OWN_KEYS =
      'http://catalog.example/api/catalog/.backstage/auth/v1/jwks.json';
    const asked = () => ask.mock.calls.map(([url]) => String(url));
    const tokenOf = (sub: string, obo?: string) =>
      [{ typ: 'vnd.backstage.plugin' }, { sub, obo }, {}]
        .map(part => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.');

    it('are its own, whoever else has theirs', async () => {
      ask.mockImplementation(
        async url => new Response('', { status: url === OWN_KEYS ? 503 : 200 }),
      );
      const token = tokenOf('catalog');
      await expect(keys.areAvailable(token)).resolves.toBe(false);
      await expect(keys.areAvailable(tokenOf('search'))).resolves.toBe(true);
      await expect(keys.areAvailable('a.user.token')).resolves.toBe(true);
      now += 5_000;
      ask.mockImplementation(async () => Response.json({ keys: [] }));
      await expect(keys.areAvailable(token)).resolves.toBe(true);
    });

    it("are the user's, too, for whom it calls", async () => {
      ask.mockImplementation(
        async url => new Response('', { status: url === KEYS ? 503 : 200 }),
      );
      const token = tokenOf('catalog', 'a.limited.token');
      await expect(keys.areAvailable(token)).resolves.toBe(false);
      expect(asked()).toEqual([OWN_KEYS, KEYS]);
      await expect(keys.areAvailable(tokenOf('catalog'))).resolves.toBe(true);
    });

    it('are not to be waited for where there is no such plugin', async () => {
      ask.mockImplementation(async () => new Response('', { status: 404 }));
      await expect(keys.areAvailable(tokenOf('nobody'))).resolves.toBe(true);
    });

    it('are asked for nowhere else', async () => {
      await keys.areAvailable(tokenOf('../../somewhere'));
      expect(asked()).toEqual([KEYS]);
    });
  });
});
