import {
  startPaletteSimulator,
  type PaletteSimulator,
} from 'palette-simulator';
import { setTimeout as delay } from 'node:timers/promises';
import { PaletteBrowser } from '../__testUtils__/PaletteBrowser';
import { freePort } from '../__testUtils__/freePort';
import {
  startBackend,
  type RunningBackend,
} from '../__testUtils__/startBackend';
import { findProgram } from './__testUtils__/findProgram';
import {
  type RunningProxy,
  startHaproxy,
  startNginx,
} from './__testUtils__/startProxy';

jest.setTimeout(60_000);

const ADA = 'ada.admin@spectro.example';
/** As long as Palette's own get for users of many projects. */
const SESSION_TOKEN_LENGTH = 1_600;
const CALLBACK = '/api/auth/spectrocloud/handler/frame';
const POLL_MS = 100;
const POLLS = 60;

const PROXIES = [
  { name: 'nginx', start: startNginx },
  { name: 'haproxy', start: startHaproxy },
].map(proxy => ({ ...proxy, program: findProgram(proxy.name) }));

const missing = PROXIES.filter(({ program }) => program === undefined);
missing.forEach(({ name }) =>
  process.stdout.write(`Skipped: ${name} is not installed\n`),
);

function testBehind(start: typeof startNginx, program: string): void {
  let palette: PaletteSimulator;
  let backend: RunningBackend;
  let proxy: RunningProxy;
  let browser: PaletteBrowser;
  let ports: { listen: number; backend: number };

  beforeAll(async () => {
    ports = { listen: await freePort(), backend: await freePort() };
    palette = await startPaletteSimulator({
      settings: { sessionTokenLength: SESSION_TOKEN_LENGTH },
    });
    const baseUrl = `http://localhost:${ports.listen}`;
    backend = await startBackend({
      paletteUrl: palette.url,
      port: ports.backend,
      config: { backend: { baseUrl, trustProxy: 'loopback' } },
    });
    proxy = await start(program, ports);
    browser = new PaletteBrowser({ baseUrl, secrets: backend.secrets });
  });

  afterAll(async () => {
    await proxy?.stop();
    await backend?.stop();
    await palette?.close();
  });

  it('signs in with a long session token, reads, refreshes and signs out', async () => {
    const { backstageIdentity } = await browser.signIn(ADA);

    expect(backstageIdentity?.identity.userEntityRef).toBe('user:default/ada');
    const clusters = await browser.fetch('/api/spectrocloud/clusters');
    expect(clusters.status).toBe(200);
    expect((await browser.refresh()).status).toBe(200);
    expect((await browser.signOut()).status).toBe(200);
  });

  const callbacksIn = (logs: string) => logs.split(CALLBACK).length - 1;

  /** All that it has logged once it has one more callback than before: logs are written after the answer. */
  async function logsAfter(before: string): Promise<string> {
    const seen = callbacksIn(before);
    for (let poll = 0; poll < POLLS; poll++) {
      if (callbacksIn(proxy.readLogs()) > seen) return proxy.readLogs();
      await delay(POLL_MS);
    }
    throw new Error('The proxy did not log the callback');
  }

  it('logs the callback without its query', async () => {
    const callback = await browser.authorize(ADA);
    const before = proxy.readLogs();
    await browser.finish(callback);

    const logs = await logsAfter(before);
    expect(logs).not.toContain(callback.searchParams.get('code'));
    expect(logs).not.toContain(callback.searchParams.get('state'));
  });

  it('logs no code either when the backend is gone', async () => {
    const callback = await browser.authorize(ADA);
    await backend.stop();
    const before = proxy.readLogs();

    const ask = () => fetch(callback, { redirect: 'manual' });
    // A proxy that finds its connection gone may close the browser's, which asks again then.
    const answer = await ask().catch(ask);

    expect([502, 503]).toContain(answer.status);
    expect(await logsAfter(before)).not.toContain(
      callback.searchParams.get('code'),
    );
  });
}

for (const { name, program, start } of PROXIES) {
  const describeIfInstalled = program === undefined ? describe.skip : describe;
  describeIfInstalled(`a backend behind ${name} as documented`, () =>
    testBehind(start, program ?? name),
  );
}
