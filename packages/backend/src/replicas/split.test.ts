import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  startPaletteSimulator,
  type PaletteSimulator,
} from 'palette-simulator';
import { freePort } from '../__testUtils__/freePort';
import { PaletteBrowser } from '../__testUtils__/PaletteBrowser';
import { Replica } from './__testUtils__/Replica';
import { TcpProxy } from './__testUtils__/TcpProxy';

jest.setTimeout(120_000);

const DANA = 'dev.dana@acme.example';
const ME = '/api/spectrocloud/users/me';

describe('auth and spectrocloud in different processes with different databases', () => {
  let directory: string;
  let palette: PaletteSimulator;
  let auth: Replica;
  let spectrocloud: Replica;
  /** How the auth plugin reaches the other process. */
  let proxy: TcpProxy;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'split-'));
    palette = await startPaletteSimulator();
    const [authPort, port] = [await freePort(), await freePort()];
    proxy = await TcpProxy.create(new URL(`http://localhost:${port}`));
    await proxy.become('up');
    const discovery = (target: number, plugins: string[]) => ({
      endpoints: [
        { target: `http://localhost:${target}/api/{{pluginId}}`, plugins },
      ],
    });
    const database = (name: string) => ({
      client: 'better-sqlite3',
      connection: { directory: join(directory, name) },
    });
    const common = { paletteUrl: palette.url };
    const memoryTtl = { spectrocloud: { tokenCache: { memoryTtl: '0s' } } };
    auth = await Replica.start({
      ...common,
      port: authPort,
      database: database('auth'),
      without: ['spectrocloud'],
      config: { discovery: discovery(proxy.port, ['spectrocloud']) },
    });
    spectrocloud = await Replica.start({
      ...common,
      port,
      database: database('spectrocloud'),
      without: ['auth'],
      config: { discovery: discovery(authPort, ['auth']), ...memoryTtl },
    });
  });

  afterAll(async () => {
    await auth?.stop();
    await spectrocloud?.stop();
    await proxy?.become('down');
    await palette?.close();
    await rm(directory, { recursive: true, force: true });
  });

  const ask = (browser: PaletteBrowser) =>
    browser.fetchUrl(new URL(ME, spectrocloud.baseUrl), {
      headers: {
        Authorization: `Bearer ${browser.backstageToken}`,
        'Cache-Control': 'no-cache',
      },
    });

  it('serves the user who signed in at the other process', async () => {
    const browser = new PaletteBrowser(auth);
    await browser.signIn(DANA);
    const response = await ask(browser);
    expect(response.status).toBe(200);
    expect((await response.json()).email).toBe(DANA);
  });

  it('notices nothing of a restart of either process', async () => {
    const browser = new PaletteBrowser(auth);
    await browser.signIn(DANA);
    await auth.stop();
    await auth.restart();
    expect((await ask(browser)).status).toBe(200);
    await spectrocloud.stop();
    await spectrocloud.restart();
    expect((await ask(browser)).status).toBe(200);
    expect((await browser.refresh()).status).toBe(200);
  });

  it('is unavailable for a while when the auth process is down, and signs nobody out', async () => {
    const browser = new PaletteBrowser(auth);
    await browser.signIn(DANA);
    expect((await ask(browser)).status).toBe(200);
    await auth.stop();
    const response = await ask(browser);
    expect(response.status).toBe(503);
    expect(Number(response.headers.get('Retry-After'))).toBeGreaterThan(0);
    await auth.restart();
    expect((await ask(browser)).status).toBe(200);
  });

  it('is no less so when the process that asks has just started and knows no key of a Backstage token', async () => {
    const browser = new PaletteBrowser(auth);
    await browser.signIn(DANA);
    await auth.stop();
    await spectrocloud.stop();
    await spectrocloud.restart();
    const response = await ask(browser);
    expect(response.status).toBe(503);
    expect(Number(response.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(response.headers.get('X-SpectroCloud-ReAuth-Required')).toBeNull();
    await auth.restart();
    expect((await ask(browser)).status).toBe(200);
  });

  it('is no less so when the auth process has just started and can get no key of the plugin that asks', async () => {
    const browser = new PaletteBrowser(auth);
    await browser.signIn(DANA);
    await proxy.become('down');
    await auth.stop();
    await auth.restart();
    const response = await ask(browser);
    expect(response.status).toBe(503);
    expect(Number(response.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(response.headers.get('X-SpectroCloud-ReAuth-Required')).toBeNull();
    await proxy.become('up');
    expect((await ask(browser)).status).toBe(200);
  });

  it('asks for a sign-in at the process that was not told of the end of a session', async () => {
    const browser = new PaletteBrowser(auth);
    await browser.signIn(DANA);
    expect((await ask(browser)).status).toBe(200);
    await browser.fetch('/api/auth/spectrocloud/sessions', {
      method: 'DELETE',
    });
    const response = await ask(browser);
    expect(response.status).toBe(401);
    expect(response.headers.get('X-SpectroCloud-ReAuth-Required')).toBe('true');
  });
});
