import { freePort } from '../lib/freePort.mjs';
import { sampleServices } from '../lib/services.mjs';
import { Problem } from '../lib/Problem.mjs';
import { waitUntilReady } from '../lib/waitUntilReady.mjs';

const READY_TIMEOUT_MS = 4 * 60_000;

/** The simulator's client and the key of its user for the catalog, as a reader gets them from Palette. */
const CREDENTIALS = {
  PALETTE_CLIENT_ID: 'backstage',
  PALETTE_CLIENT_SECRET: 'backstage-demo-secret',
  PALETTE_CATALOG_API_KEY: 'backstage-demo-api-key',
  PALETTE_TOKEN_CACHE_KEY: 'a-key-that-is-only-for-this-check',
};

/** Addresses on this machine that nothing uses. */
export async function freeUrls() {
  const [palette, backend, app] = await Promise.all([
    freePort(),
    freePort(),
    freePort(),
  ]);
  const url = port => `http://localhost:${port}`;
  return { palette: url(palette), backend: url(backend), app: url(app) };
}

/** Starts the simulated Palette and, as its developer does, the app. */
export async function startFreshApp(app, group, urls) {
  app.write('app-config.local.yaml', JSON.stringify(localConfig(urls)));
  const [simulator] = sampleServices({ watch: false });
  const start = {
    ...app.yarnCommand('start'),
    env: { ...CREDENTIALS, BROWSER: 'none', NODE_ENV: 'development' },
  };
  const services = [
    {
      ...simulator,
      env: { PORT: new URL(urls.palette).port },
      readyUrl: `${urls.palette}/v1/oidc/tenant/demo/.well-known/openid-configuration`,
    },
    {
      ...start,
      name: 'app',
      title: 'backend of the fresh app',
      readyUrl: `${urls.backend}/.backstage/health/v1/readiness`,
    },
  ];
  const giveUp = new AbortController();
  group.on('exit', () => giveUp.abort());
  services.forEach(service => group.start(service));
  const page = {
    title: 'front end of the fresh app',
    readyUrl: `${urls.app}/`,
  };
  for (const service of [...services, page]) {
    await waitUntilReady(service, {
      timeoutMs: READY_TIMEOUT_MS,
      signal: giveUp.signal,
    });
  }
  if (giveUp.signal.aborted) {
    throw new Problem('A process of the fresh app ended before it was ready.');
  }
}

/**
 * Where the app listens, as a second Backstage may run on this machine; and that the
 * reader's colleagues get in, who are users at Palette.
 */
function localConfig({ backend, app }) {
  return {
    app: { baseUrl: app },
    backend: {
      baseUrl: backend,
      listen: { port: Number(new URL(backend).port) },
      cors: { origin: app },
    },
    catalog: {
      providers: { spectrocloud: { palette: { kinds: { users: true } } } },
    },
  };
}
