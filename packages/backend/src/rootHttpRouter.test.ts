import { setTimeout as sleep } from 'node:timers/promises';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  startPaletteSimulator,
  type PaletteSimulator,
} from 'palette-simulator';
import { freePort } from './__testUtils__/freePort';
import { PaletteBrowser } from './__testUtils__/PaletteBrowser';
import {
  startBackend,
  type RunningBackend,
} from './__testUtils__/startBackend';

jest.setTimeout(60_000);

/** Keeps the server up for a while after the other plugins have shut down. */
const slowToStop = createBackendPlugin({
  pluginId: 'slow-to-stop',
  register(env) {
    env.registerInit({
      deps: { lifecycle: coreServices.lifecycle },
      async init({ lifecycle }) {
        lifecycle.addShutdownHook(() => sleep(3_000));
      },
    });
  },
});

/** A catalog that only says what it was asked for. */
function listeningCatalog(onAsked: (filter: unknown) => void) {
  return createBackendPlugin({
    pluginId: 'catalog',
    register(env) {
      env.registerInit({
        deps: { httpRouter: coreServices.httpRouter },
        async init({ httpRouter }) {
          httpRouter.addAuthPolicy({
            path: '/entities',
            allow: 'unauthenticated',
          });
          httpRouter.use((req, res) => {
            onAsked(req.query.filter);
            res.json([]);
          });
        },
      });
    },
  });
}

/** Keeps the backend from having started until it is told to go on. */
function slowToStart(goOn: Promise<void>) {
  return createBackendPlugin({
    pluginId: 'slow-to-start',
    register(env) {
      env.registerInit({ deps: {}, init: () => goOn });
    },
  });
}

/** Palette's code may be the user's session token, so it must not be seen wherever a callback ends. */
describe('rootHttpRouter', () => {
  let palette: PaletteSimulator;
  let backend: RunningBackend | undefined;

  beforeAll(async () => {
    palette = await startPaletteSimulator({
      settings: { sessionTokenAs: 'code' },
    });
  });

  afterEach(async () => {
    await backend?.stop();
    backend = undefined;
  });

  afterAll(() => palette.close());

  function expectRedacted(callback: URL, texts: string[]) {
    const code = callback.searchParams.get('code')!;
    expect(code.length).toBeGreaterThan(20);
    for (const text of texts) {
      expect(text).not.toContain(code);
      expect(text).not.toContain(encodeURIComponent(code));
    }
  }

  function accessLogOf(logs: string[]): string[] {
    return logs.filter(
      line =>
        line.includes('incomingRequest') && line.includes('/handler/frame'),
    );
  }

  it('keeps the code out of the access log, and the sign-in still succeeds', async () => {
    backend = await startBackend({ paletteUrl: palette.url });
    const browser = new PaletteBrowser(backend);
    const callback = await browser.authorize('dev.dana@acme.example');
    await browser.finish(callback);

    expect(accessLogOf(backend.logs)).toEqual([
      expect.stringContaining('code='),
    ]);
    expectRedacted(callback, backend.logs);
  });

  it('keeps the e-mail of a look-up in the catalog out of the access log', async () => {
    const query = 'filter=spec.profile.email%3Ddev.dana%40acme.example';
    const asked: unknown[] = [];
    backend = await startBackend({
      paletteUrl: palette.url,
      features: [listeningCatalog(filter => asked.push(filter))],
    });
    await fetch(`${backend.baseUrl}/api/catalog/entities?${query}`);
    const lines = backend.logs.filter(line => line.includes('/api/catalog/'));
    expect(lines).toEqual([expect.stringContaining('email%3Dredacted')]);
    expect(asked).toEqual(['spec.profile.email=dev.dana@acme.example']);
  });

  it('keeps it out of the log and the answer when the rate limiter answers first', async () => {
    backend = await startBackend({
      paletteUrl: palette.url,
      config: {
        backend: {
          rateLimit: {
            window: { minutes: 1 },
            incomingRequestLimit: 10,
            ipAllowList: [],
          },
        },
      },
    });
    const browser = new PaletteBrowser(backend);
    const callback = await browser.authorize('dev.dana@acme.example');
    // The plugins' subscriptions to events count as well, and come when they come.
    for (let asked = 0; asked < 10; asked++) {
      await fetch(`${backend.baseUrl}/api/nobody`);
    }
    const response = await browser.fetchUrl(callback);

    expect(response.status).toBe(429);
    expect(accessLogOf(backend.logs)).not.toEqual([]);
    expectRedacted(callback, [...backend.logs, await response.text()]);
  });

  it('keeps it out of the log and the answer when a shutdown answers first', async () => {
    backend = await startBackend({
      paletteUrl: palette.url,
      features: [slowToStop],
    });
    const browser = new PaletteBrowser(backend);
    const callback = await browser.authorize('dev.dana@acme.example');
    const stopped = backend.stop();
    await sleep(100);
    const response = await browser.fetchUrl(callback);
    await stopped;

    expect(response.status).toBe(503);
    expect(Number(response.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(response.headers.get('Access-Control-Expose-Headers')).toBe(
      'Retry-After',
    );
    expect(accessLogOf(backend.logs)).not.toEqual([]);
    expectRedacted(callback, [...backend.logs, await response.text()]);
    backend = undefined;
  });

  it('keeps it out of the log and the answer of a callback that nobody began', async () => {
    backend = await startBackend({ paletteUrl: palette.url });
    const callback = await new PaletteBrowser(backend).authorize(
      'dev.dana@acme.example',
    );
    const stranger = new PaletteBrowser(backend);
    const response = await stranger.fetchUrl(callback);

    expect(accessLogOf(backend.logs)).not.toEqual([]);
    expectRedacted(callback, [...backend.logs, await response.text()]);
  });

  /** Starts a backend, asks it while it starts, and lets it go on once it has been asked. */
  async function askWhileItStarts(pauseMs: number) {
    let goOn = () => {};
    const port = await freePort();
    const starting = startBackend({
      paletteUrl: palette.url,
      port,
      config: {
        backend: {
          lifecycle: { startupRequestPauseTimeout: { milliseconds: pauseMs } },
        },
      },
      features: [slowToStart(new Promise(resolve => (goOn = resolve)))],
    });
    const ask = () => fetch(`http://localhost:${port}/api/nobody`);
    const live = `http://localhost:${port}/.backstage/health/v1/liveness`;
    while (!(await fetch(live).catch(() => undefined))?.ok) {
      await sleep(10);
    }
    return { early: ask(), ask, goOn, starting };
  }

  it('keeps what is asked early until it has started, and logs no error', async () => {
    const { early, goOn, starting } = await askWhileItStarts(60_000);
    await sleep(100);
    goOn();
    backend = await starting;

    expect((await early).status).toBe(404);
    expect(
      backend.logs.filter(line => line.includes('/api/nobody')),
    ).toHaveLength(1);
    expect(
      backend.logs.filter(line => JSON.parse(line).level === 'error'),
    ).toEqual([]);
  });

  it('says 503 and when to ask again where the start takes longer, and 404 once it has started', async () => {
    const { early: asked, ask, goOn, starting } = await askWhileItStarts(10);
    const early = await asked;
    goOn();
    backend = await starting;

    expect(early.status).toBe(503);
    expect(
      backend.logs.filter(line => JSON.parse(line).level === 'error'),
    ).toEqual([]);
    expect(Number(early.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(await early.json()).toMatchObject({
      error: { name: 'ServiceUnavailableError' },
    });
    expect((await ask()).status).toBe(404);
  });
});
