import { mockServices } from '@backstage/backend-test-utils';
import { readBody } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { Agent } from 'undici';
import { FakePalette } from '../__testUtils__/FakePalette';
import { PaletteLimiter } from '../limits/PaletteLimiter';
import { type PaletteCall, PaletteTransport } from './PaletteTransport';

const LIMIT = { perSecond: 1_000, burst: 1_000 };

describe('PaletteTransport', () => {
  let palette: FakePalette;
  const dispatcher = new Agent();
  const metrics = { call: jest.fn(), limiterWait: jest.fn(), read: jest.fn() };
  const logger = mockServices.logger.mock();

  beforeAll(async () => {
    palette = await FakePalette.start();
  });

  beforeEach(() => {
    palette.reset();
    jest.clearAllMocks();
  });

  afterAll(async () => {
    await dispatcher.destroy();
    await palette.close();
  });

  function send(
    call: Partial<PaletteCall> = {},
    url: string = palette.url,
    agent: Agent = dispatcher,
    limiter = new PaletteLimiter({
      limits: { standard: LIMIT, fast: LIMIT },
      metrics,
    }),
  ) {
    const transport = new PaletteTransport({
      environment: { name: 'demo', url },
      dispatcher: agent,
      limiter,
      metrics,
      logger,
      timeoutMs: 1_000,
    });
    return transport.send({
      method: 'GET',
      path: '/v1/users/me',
      authorization: { kind: 'session', token: 'secret-token' },
      userKey: 'dana',
      idempotent: true,
      deadline: Date.now() + 3_000,
      ...call,
    });
  }

  const text = async (sent: ReturnType<typeof send>) =>
    (await readBody((await sent).body, 1_000)).toString();

  it('says who calls', async () => {
    palette.on('GET /v1/users/me', { body: {} });
    await send();
    expect(palette.calls[0].headers['user-agent']).toMatch(
      /^backstage-spectrocloud\/\d+\.\d+\.\d+/,
    );
  });

  it('sends the token as it is, without Bearer, and the project as a header', async () => {
    palette.on('GET /v1/users/me', { body: { ok: true } });
    expect(
      await text(
        send({ projectUid: 'p1', query: { a: 'x y&', b: undefined } }),
      ),
    ).toBe('{"ok":true}');
    const [{ headers, query }] = palette.calls;
    expect(headers.authorization).toBe('secret-token');
    expect(headers.projectuid).toBe('p1');
    expect([...query]).toEqual([['a', 'x y&']]);
  });

  it('leaves the project header away for the tenant scope', async () => {
    palette.on('GET /v1/users/me', {});
    await text(send());
    expect(palette.calls[0].headers).not.toHaveProperty('projectuid');
  });

  it('tries an idempotent call again after 429 and 503, and then succeeds', async () => {
    const answers = [
      { status: 429, headers: { 'retry-after': '0' } },
      { status: 503 },
    ];
    palette.on('GET /v1/users/me', () => answers.shift() ?? { body: {} });
    expect(await text(send())).toBe('{}');
    expect(palette.calls).toHaveLength(3);
  });

  it.each([429, 503])(
    'lets the others of its prefix wait after a 429 alone (%i)',
    async status => {
      const limiter = new PaletteLimiter({
        limits: { standard: LIMIT, fast: LIMIT },
        metrics,
      });
      const pause = jest.spyOn(limiter, 'pause');
      const answers = [{ status, headers: { 'retry-after': '0' } }];
      palette.on('GET /v1/users/me', () => answers.shift() ?? { body: {} });
      await text(send({}, palette.url, dispatcher, limiter));
      expect(pause.mock.calls).toEqual(
        status === 429 ? [[palette.url, '/v1/users', 0]] : [],
      );
    },
  );

  it('gives up after four attempts', async () => {
    palette.on('GET /v1/users/me', {
      status: 503,
      headers: { 'retry-after': '0' },
    });
    await expect(send()).rejects.toMatchObject({ name: 'PaletteFailedError' });
    expect(palette.calls).toHaveLength(4);
  });

  it('does not try again what would come too late', async () => {
    palette.on('GET /v1/users/me', {
      status: 429,
      headers: { 'retry-after': '60' },
    });
    const startedAt = Date.now();
    await expect(send()).rejects.toMatchObject({
      name: 'PaletteBusyError',
      retryAfterSeconds: 60,
    });
    expect(Date.now() - startedAt).toBeLessThan(1_000);
    expect(palette.calls).toHaveLength(1);
  });

  it('does not come back to a failing Palette before it says, even if that is too late', async () => {
    palette.on('GET /v1/users/me', {
      status: 503,
      headers: { 'retry-after': '60' },
    });
    await expect(send()).rejects.toMatchObject({ name: 'PaletteFailedError' });
    expect(palette.calls).toHaveLength(1);
  });

  it.each([429, 500, 502, 503, 504])(
    'never sends a creation again: %s',
    async status => {
      palette.on('POST /v1/spectroclusters/eks', { status });
      await expect(
        send({
          method: 'POST',
          path: '/v1/spectroclusters/eks',
          idempotent: false,
          body: {},
        }),
      ).rejects.toThrow();
      expect(palette.calls).toHaveLength(1);
    },
  );

  it('does not follow redirects, which would carry the token away', async () => {
    palette
      .on('GET /v1/users/me', {
        status: 302,
        headers: { location: `${palette.url}/v1/elsewhere` },
      })
      .on('GET /v1/elsewhere', {});
    await expect(send()).rejects.toMatchObject({ name: 'PaletteFailedError' });
    expect(palette.lines).toEqual(['GET /v1/users/me']);
  });

  it('stops the call when the caller goes away', async () => {
    palette.on('GET /v1/users/me', { delayMs: 2_000 });
    const gone = new AbortController();
    const sent = send({ signal: gone.signal });
    setTimeout(() => gone.abort(), 50);
    const startedAt = Date.now();
    await expect(sent).rejects.toMatchObject({ name: 'CallerGoneError' });
    expect(Date.now() - startedAt).toBeLessThan(1_500);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  describe('the time limit of an attempt', () => {
    beforeEach(() => {
      // Collected as garbage, they never fire.
      const neverAborted = () => new AbortController().signal;
      jest.spyOn(AbortSignal, 'timeout').mockImplementation(neverAborted);
      jest.spyOn(AbortSignal, 'any').mockImplementation(neverAborted);
    });
    afterEach(() => jest.restoreAllMocks());

    it.each(['head', 'body'] as const)(
      'ends a %s that trickles, and closes the connection, whether or not the caller may go away',
      async part => {
        palette.on('GET /v1/users/me', { trickle: part });
        for (const signal of [undefined, new AbortController().signal]) {
          const trickling = new Agent();
          await expect(
            text(send({ signal }, palette.url, trickling)),
          ).rejects.toMatchObject({
            name: expect.stringMatching(/TimeoutError$/),
          });
          await trickling.close();
        }
      },
    );

    it('ends the wait for a connection', async () => {
      const unconnected = new Agent({ connect: () => {} });
      await expect(send({}, palette.url, unconnected)).rejects.toMatchObject({
        name: 'PaletteTimeoutError',
      });
    });
  });

  it('limits the size of a body', async () => {
    palette.on('GET /v1/users/me', { body: 'x'.repeat(5_000) });
    await expect(text(send())).rejects.toMatchObject({
      name: 'RangeError',
    });
  });

  it('counts calls by prefix and status, naming nobody', async () => {
    palette.on('GET /v1/users/me', {});
    await text(send());
    await expect(send({}, 'http://127.0.0.1:1')).rejects.toMatchObject({
      name: 'PaletteFailedError',
    });
    expect(
      metrics.call.mock.calls.map(([{ prefix, status }]) => [prefix, status]),
    ).toEqual([
      ['/v1/users', '200'],
      ['/v1/users', 'none'],
    ]);
  });

  it(`logs Palette's words without the token, and tells the caller nothing of them`, async () => {
    palette.on('GET /v1/users/me', {
      status: 500,
      body: { code: 'Boom', message: 'key secret-token is broken' },
    });
    const error = await send().catch(caught => caught);
    expect(JSON.stringify({ ...error, message: error.message })).not.toMatch(
      /secret-token|broken/,
    );
    const [line] = logger.warn.mock.calls[0];
    expect(line).toContain('is broken');
    expect(line).not.toContain('secret-token');
  });

  it('keeps connections open', async () => {
    palette.on('GET /v1/users/me', {});
    await text(send());
    const { connected } = Object.values(dispatcher.stats)[0];
    await text(send());
    expect(Object.values(dispatcher.stats)[0].connected).toBe(connected);
  });
});
