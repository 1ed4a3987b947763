import { setTimeout as delay } from 'node:timers/promises';
import {
  startPaletteSimulator,
  type PaletteSimulator,
} from 'palette-simulator';
import { PaletteBrowser } from '../__testUtils__/PaletteBrowser';
import { Replica } from './__testUtils__/Replica';
import { describeWithPostgres } from './__testUtils__/describeWithPostgres';
import { TestPostgres } from './__testUtils__/TestPostgres';

jest.setTimeout(120_000);

const DANA = 'dev.dana@acme.example';
const ME = '/api/spectrocloud/users/me';
const REFRESH = '/api/auth/spectrocloud/refresh?env=development';
const DATABASE_PATIENCE_MS = 5_000;

describeWithPostgres('a database that fails in the middle of a session', () => {
  const postgres = new TestPostgres();
  let palette: PaletteSimulator;
  let backend: Replica;
  let browser: PaletteBrowser;

  beforeAll(async () => {
    palette = await startPaletteSimulator();
    backend = await Replica.start({
      paletteUrl: palette.url,
      database: postgres.config,
      config: {
        spectrocloud: {
          tokenCache: { memoryTtl: { seconds: 0 } },
          environments: [
            {
              name: 'demo',
              url: palette.url,
              tenant: 'demo',
              // There to be fallen back to, which must not happen.
              apiToken: 'backstage-demo-api-key',
            },
          ],
        },
      },
    });
    browser = new PaletteBrowser(backend);
    await browser.signIn(DANA);
    // The framework fetches the keys of Backstage tokens on first use.
    await browser.fetch(ME);
  });

  afterAll(async () => {
    await postgres.accept();
    await backend?.stop();
    await palette?.close();
    await postgres.drop();
  });

  beforeEach(() => palette.control.clearRequests());

  const me = () =>
    browser.fetch(ME, { headers: { 'Cache-Control': 'no-cache' } });

  /** What a user sees once the database is back; after a moment, since connections have to be made again. */
  async function recovered(): Promise<object> {
    let response = await me();
    for (
      let attempt = 0;
      attempt < 20 && response.status === 503;
      attempt += 1
    ) {
      await delay(250);
      response = await me();
    }
    const { email } = await response.json();
    return { email, refresh: (await browser.refresh()).status };
  }
  const NOTHING_LOST = { email: DANA, refresh: 200 };

  function expectUnavailable(response: Response): void {
    expect(response.status).toBe(503);
    expect(Number(response.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(response.headers.get('X-SpectroCloud-ReAuth-Required')).toBeNull();
    expect(response.headers.getSetCookie()).toEqual([]);
  }

  const usedCredentials = () =>
    new Set(palette.control.requests().map(call => call.auth));

  it('down: a clear 503, no other credential, and recovery without a restart', async () => {
    await postgres.disconnect({ refuse: true });
    expectUnavailable(await me());
    expectUnavailable(await browser.refresh());
    expect(usedCredentials()).toEqual(new Set());
    await postgres.accept();
    expect(await recovered()).toEqual(NOTHING_LOST);
  });

  it('down for longer than the permission system remembers a user: still no 403', async () => {
    await postgres.disconnect({ refuse: true });
    await delay(6_000);
    expectUnavailable(await me());
    expectUnavailable(await me());
    await postgres.accept();
    expect(await recovered()).toEqual(NOTHING_LOST);
  });

  it('down before the first request of a process: the same, though no key of a Backstage token is known', async () => {
    await backend.stop();
    await backend.restart();
    await browser.signIn(DANA);
    palette.control.clearRequests();
    await postgres.disconnect({ refuse: true });
    expectUnavailable(await me());
    expect(usedCredentials()).toEqual(new Set());
    await postgres.accept();
    expect(await recovered()).toEqual(NOTHING_LOST);
  });

  it('connections cut: works again without a restart', async () => {
    await postgres.disconnect({ refuse: false });
    expect(await recovered()).toEqual(NOTHING_LOST);
  });

  it('locked: a clear 503 in time, and recovery', async () => {
    const database = postgres.connect();
    const lock = await database.transaction();
    await lock.raw('LOCK TABLE spectrocloud_sessions IN ACCESS EXCLUSIVE MODE');
    const startedAt = Date.now();
    const answers = await Promise.all([me(), me(), browser.refresh()]);
    answers.forEach(expectUnavailable);
    expect(Date.now() - startedAt).toBeLessThan(DATABASE_PATIENCE_MS + 5_000);
    await lock.rollback();
    await database.destroy();
    expect(await recovered()).toEqual(NOTHING_LOST);
  });

  it('slow: waits', async () => {
    const database = postgres.connect();
    const lock = await database.transaction();
    await lock.raw('LOCK TABLE spectrocloud_sessions IN ACCESS EXCLUSIVE MODE');
    const asked = me();
    await delay(1_500);
    await lock.rollback();
    await database.destroy();
    expect((await asked).status).toBe(200);
  });

  it('read-only, as after a failover: the valid token is served, nobody is signed out', async () => {
    await postgres.setReadOnly(true);
    const answers = [await me(), await me()];
    const statuses = answers.map(({ status }) => status);
    expect(statuses[1]).toBe(200);
    // The framework writes who it has issued a Backstage token to.
    expect((await browser.refresh()).status).toBe(503);
    await postgres.setReadOnly(false);
    expect(await recovered()).toEqual(NOTHING_LOST);
    expect(usedCredentials()).not.toContain('apikey');
  });

  it('down at a sign-out: the browser is signed out, and the session ends once the database is back', async () => {
    const other = new PaletteBrowser(backend);
    await other.signIn(DANA);
    const thief = new PaletteBrowser(backend);
    const cookies = other.cookies.header(
      new URL('/api/auth/spectrocloud/refresh', backend.baseUrl),
    );
    await postgres.disconnect({ refuse: true });
    expect((await other.signOut()).status).toBe(200);
    await postgres.accept();
    let status = 200;
    for (let attempt = 0; attempt < 40 && status !== 401; attempt += 1) {
      await delay(250);
      ({ status } = await thief.fetch(REFRESH, {
        headers: {
          Cookie: cookies ?? '',
          'X-Requested-With': 'XMLHttpRequest',
        },
      }));
    }
    expect(status).toBe(401);
    expect(await recovered()).toEqual(NOTHING_LOST);
  });
});
