import { fetch as undiciFetch } from 'undici';
import { TricklingServer } from '../__testUtils__/TricklingServer';
import { fetchWhole } from './responseBody';

const limits = { timeoutMs: 200, maxBytes: 1_000_000 };

describe('fetchWhole', () => {
  const serve = async (part: 'head' | 'body') => TricklingServer.start(part);

  it.each(['head', 'body'] as const)(
    'gives up when the %s trickles, and closes the connection',
    async part => {
      const server = await serve(part);
      await expect(
        fetchWhole(signal => fetch(server.url, { signal }), limits),
      ).rejects.toMatchObject({ name: 'TimeoutError' });
      await server.close();
    },
  );

  it('fails as fetch does, by which OpenID clients know a time-out', async () => {
    const server = await serve('head');
    await expect(
      fetchWhole(signal => fetch(server.url, { signal }), limits),
    ).rejects.toBeInstanceOf(DOMException);
    await server.close();
  });

  it('closes the connection also where fetch has let go of its signal', async () => {
    const server = await serve('body');
    await expect(
      fetchWhole(() => fetch(server.url), limits),
    ).rejects.toMatchObject({ name: 'TimeoutError' });
    await server.close();
  });

  it('closes the connection of a response that comes too late', async () => {
    const server = await serve('body');
    let late = Promise.resolve();
    await expect(
      fetchWhole(async signal => {
        const response = await fetch(server.url);
        late = new Promise(resolve => {
          signal.addEventListener('abort', () => setImmediate(resolve));
        });
        await late;
        return response;
      }, limits),
    ).rejects.toMatchObject({ name: 'TimeoutError' });
    await server.close();
  });

  it('reads no more than it may, and closes the connection', async () => {
    const server = await serve('body');
    await expect(
      fetchWhole(signal => undiciFetch(server.url, { signal }), {
        timeoutMs: 60_000,
        maxBytes: 3,
      }),
    ).rejects.toThrow(new RangeError('The answer is larger than 3 bytes'));
    await server.close();
  });

  it('gives the response with its body, be it none', async () => {
    const whole = (answer: Response) => fetchWhole(async () => answer, limits);
    const { response, body } = await whole(new Response('né', { status: 201 }));
    expect([response.status, body.toString()]).toEqual([201, 'né']);
    const none = await whole(new Response(null, { status: 204 }));
    expect(none.body).toHaveLength(0);
  });
});
