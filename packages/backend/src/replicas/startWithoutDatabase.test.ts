import { setTimeout as delay } from 'node:timers/promises';
import {
  startPaletteSimulator,
  type PaletteSimulator,
} from 'palette-simulator';
import { freePort } from '../__testUtils__/freePort';
import { PaletteBrowser } from '../__testUtils__/PaletteBrowser';
import { Replica } from './__testUtils__/Replica';
import { TcpProxy } from './__testUtils__/TcpProxy';
import { describeWithPostgres } from './__testUtils__/describeWithPostgres';
import { TestPostgres } from './__testUtils__/TestPostgres';

jest.setTimeout(120_000);

const DANA = 'dev.dana@acme.example';
const APP = 'http://localhost:3000';
const ME = '/api/spectrocloud/users/me';
const HEALTH = '/.backstage/health/v1';
/** What a server says of an unknown user depends on how it authenticates the known ones. */
const REFUSED = /(role|authentication failed for user) \\*"stranger\\*"/;

describeWithPostgres('a backend that starts before its database', () => {
  const postgres = new TestPostgres();
  let palette: PaletteSimulator;
  let proxy: TcpProxy;
  let backend: Replica;
  let browser: PaletteBrowser;

  beforeAll(async () => {
    palette = await startPaletteSimulator();
    proxy = await TcpProxy.create(postgres.url);
    await proxy.become('up');
    backend = await Replica.start({
      paletteUrl: palette.url,
      database: postgres.configThrough(`127.0.0.1:${proxy.port}`),
      // What is answered, rather than how long it is kept first.
      config: {
        backend: { lifecycle: { startupRequestPauseTimeout: { seconds: 0 } } },
      },
    });
    browser = new PaletteBrowser(backend);
    await browser.signIn(DANA);
  });

  afterAll(async () => {
    await postgres.accept();
    await backend?.kill();
    await proxy.become('down');
    await palette?.close();
    await postgres.drop();
  });

  const me = () => browser.fetch(ME, { headers: { Origin: APP } });
  const refresh = () => browser.refresh();
  const nobody = () =>
    browser.fetch('/api/nobody', { headers: { Origin: APP } });
  const health = async (kind: 'liveness' | 'readiness') =>
    (await browser.fetch(`${HEALTH}/${kind}`)).status;

  beforeEach(async () => {
    await postgres.accept();
    await postgres.setReadOnly(false);
    await proxy.become('up');
    await backend.ensureRunning();
    // Renews the Backstage token, too.
    await browser.refresh();
    await backend.stop();
    palette.control.clearRequests();
  });

  /** The first answer of the new process, whatever that is. */
  async function firstAnswer(ask = me): Promise<Response> {
    for (const lastAt = Date.now() + 60_000; Date.now() < lastAt;) {
      const response = await ask().catch(() => undefined);
      if (response) {
        return response;
      }
      await delay(5);
    }
    throw new Error('The new process answered nothing for a minute');
  }

  /** What a user is told, and whether anything would sign them out. */
  async function outcomeOf(response: Response) {
    const { headers, status } = response;
    const { email, error } = await response.json();
    return {
      status,
      retryLater: Number(headers.get('Retry-After')) > 0,
      readable: headers.get('Access-Control-Allow-Origin') === APP,
      signedOut:
        headers.has('X-SpectroCloud-ReAuth-Required') ||
        headers.getSetCookie().length > 0,
      says: email ?? error.name,
    };
  }

  const UNAVAILABLE = {
    status: 503,
    retryLater: true,
    readable: true,
    signedOut: false,
    says: 'ServiceUnavailableError',
  };
  const OUTAGES = [
    {
      outage: 'nothing listens',
      begin: () => proxy.become('down'),
      end: () => proxy.become('up'),
    },
    {
      outage: 'it never answers',
      begin: () => proxy.become('silent'),
      end: () => proxy.become('up'),
    },
    {
      outage: 'it refuses the auth plugin only',
      begin: () => postgres.disconnect({ refuse: true }),
      end: () => postgres.accept(),
    },
    {
      outage: 'it is read-only for the auth plugin, as a standby is',
      begin: () => postgres.setReadOnly(true),
      end: () => postgres.setReadOnly(false),
    },
  ];

  it.each(OUTAGES)(
    '$outage: 503 until that ends, then sessions go on with no restart',
    async ({ begin, end }) => {
      await begin();
      const started = backend.restart();
      expect(await outcomeOf(await firstAnswer())).toEqual(UNAVAILABLE);
      for (const lastAt = Date.now() + 2_000; Date.now() < lastAt;) {
        expect(await outcomeOf(await me())).toEqual(UNAVAILABLE);
        expect(await outcomeOf(await nobody())).toEqual(UNAVAILABLE);
        const { status, headers } = await refresh();
        expect(status).toBe(503);
        expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0);
        await delay(50);
      }
      expect(await health('liveness')).toBe(200);
      expect(await health('readiness')).toBe(503);
      expect(palette.control.requests()).toEqual([]);

      await end();
      await started;
      expect(await outcomeOf(await me())).toMatchObject({
        status: 200,
        says: DANA,
      });
      expect((await refresh()).status).toBe(200);
      expect(await health('readiness')).toBe(200);
    },
  );

  it.each(OUTAGES)('$outage: stops when told to', async ({ begin }) => {
    await begin();
    const ended = backend.restart().catch(String);
    expect(await outcomeOf(await firstAnswer())).toEqual(UNAVAILABLE);
    await delay(1_000);
    const askedAt = Date.now();
    await backend.terminate();
    expect(await ended).toContain('did not start');
    expect(Date.now() - askedAt).toBeLessThan(4_000);
  });

  it.each([
    { what: 'a plugin', ask: () => me() },
    { what: 'a refresh', ask: () => refresh() },
    { what: 'no plugin', ask: () => nobody() },
  ])(
    'with its database up: asked for $what, says 503 until it has started',
    async ({ what, ask }) => {
      let hasStarted = false;
      const started = backend.restart().then(() => {
        hasStarted = true;
      });
      const statuses = [(await firstAnswer(ask)).status];
      while (!hasStarted) {
        statuses.push((await ask()).status);
      }
      await started;
      const firstOther = statuses.findIndex(status => status !== 503);
      const later = firstOther < 0 ? [] : statuses.slice(firstOther);
      const usual = what === 'no plugin' ? 404 : 200;
      expect(statuses[0]).toBe(503);
      expect(new Set(later.concat(usual))).toEqual(new Set([usual]));
      expect((await ask()).status).toBe(usual);
    },
  );

  it('leaves no rejection unhandled while it waits', async () => {
    await proxy.become('down');
    const port = await freePort();
    const starting = Replica.start({
      paletteUrl: palette.url,
      database: postgres.configThrough(`127.0.0.1:${proxy.port}`),
      nodeEnv: 'production',
      port,
    });
    await firstAnswer(() =>
      fetch(`http://localhost:${port}${HEALTH}/liveness`),
    );
    // It listens before its plugins ask the database, and these ask each second.
    await delay(3_000);
    await proxy.become('up');
    const replica = await starting;
    try {
      const logs = (await replica.logs()).join('\n');
      expect(logs).toContain('Waiting for the database: connect ECONNREFUSED');
      expect(logs).toContain('The database answers');
      expect(logs).not.toMatch(/unhandled ?rejection/i);
    } finally {
      await replica.stop();
    }
  });

  it('fails at once, as without us, when the database refuses its user', async () => {
    const starting = Replica.start({
      paletteUrl: palette.url,
      database: postgres.configOfStranger,
    });
    await expect(
      Promise.race([starting, delay(30_000, 'waits', { ref: false })]),
    ).rejects.toThrow(REFUSED);
  });

  it('starts without an optional plugin whose user the database refuses', async () => {
    const replica = await Replica.start({
      paletteUrl: palette.url,
      database: postgres.config,
      config: {
        backend: {
          database: {
            plugin: { spectrocloud: { connection: { user: 'stranger' } } },
          },
          startup: {
            plugins: { spectrocloud: { onPluginBootFailure: 'continue' } },
          },
        },
      },
    });
    try {
      const { status } = await fetch(`${replica.baseUrl}${HEALTH}/readiness`);
      expect(status).toBe(200);
      expect((await replica.logs()).join('\n')).toMatch(REFUSED);
    } finally {
      await replica.stop();
    }
  });
});
