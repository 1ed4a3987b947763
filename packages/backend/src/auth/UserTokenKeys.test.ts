import { mockServices } from '@backstage/backend-test-utils';
import { UserTokenKeys } from './UserTokenKeys';

const KEYS = 'http://auth.example/api/auth/.well-known/jwks.json';

describe('UserTokenKeys', () => {
  const discovery = mockServices.discovery.mock();
  const ask = jest.fn<ReturnType<typeof fetch>, Parameters<typeof fetch>>();
  let now = 0;
  let keys: UserTokenKeys;

  beforeEach(() => {
    discovery.getBaseUrl.mockImplementation(
      async plugin => `http://${plugin}.example/api/${plugin}`,
    );
    ask.mockReset().mockImplementation(async () => Response.json({ keys: [] }));
    now = 1_000_000;
    keys = UserTokenKeys.create({ discovery, fetch: ask, now: () => now });
  });

  it('are available while the auth plugin hands them out', async () => {
    await expect(keys.areAvailable()).resolves.toBe(true);
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
    await expect(keys.areAvailable()).resolves.toBe(false);
  });

  it('are not when nobody knows where the auth plugin is', async () => {
    discovery.getBaseUrl.mockRejectedValue(new Error('unknown'));
    await expect(keys.areAvailable()).resolves.toBe(false);
  });

  it('are not when there is no answer within two seconds', async () => {
    ask.mockImplementation(
      (_, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', reject);
        }),
    );
    const startedAt = Date.now();
    await expect(keys.areAvailable()).resolves.toBe(false);
    expect(Date.now() - startedAt).toBeLessThan(4_000);
  });

  it('cost one call, however many ask at once', async () => {
    await Promise.all([1, 2, 3].map(() => keys.areAvailable()));
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it.each([200, 500])(
    'are asked for again five seconds after a %s only',
    async status => {
      ask.mockImplementation(async () => new Response('{}', { status }));
      await keys.areAvailable();
      now += 4_999;
      await expect(keys.areAvailable()).resolves.toBe(status === 200);
      expect(ask).toHaveBeenCalledTimes(1);
      now += 1;
      ask.mockImplementation(async () => Response.json({ keys: [] }));
      await expect(keys.areAvailable()).resolves.toBe(true);
      expect(ask).toHaveBeenCalledTimes(2);
    },
  );
});
