import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knexFactory from 'knex';
import {
  startPaletteSimulator,
  type PaletteSimulator,
} from 'palette-simulator';
import { PaletteBrowser } from '../__testUtils__/PaletteBrowser';
import { Replica } from './__testUtils__/Replica';

jest.setTimeout(120_000);

const DANA = 'dev.dana@acme.example';
const ME = '/api/spectrocloud/users/me';

describe('a database that has lost its sessions', () => {
  let directory: string;
  let palette: PaletteSimulator;
  let backend: Replica;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'lost-'));
    palette = await startPaletteSimulator();
    backend = await Replica.start({
      paletteUrl: palette.url,
      database: { client: 'better-sqlite3', connection: { directory } },
      config: {
        auth: {
          providers: {
            spectrocloud: {
              second: {
                authorizationUrl: `${palette.url}/v1/oidc/tenant/demo/auth`,
                clientId: 'backstage',
                clientSecret: 'backstage-demo-secret',
              },
            },
          },
        },
        spectrocloud: {
          tokenCache: { memoryTtl: '0s' },
          environments: [
            { name: 'demo', url: palette.url, tenant: 'demo' },
            { name: 'two', url: palette.url, authEnvironment: 'second' },
          ],
        },
      },
    });
  });

  afterEach(async () => {
    await backend?.stop();
    await palette?.close();
    await rm(directory, { recursive: true, force: true });
  });

  /** Works on the rows as somebody does who restores a backup. */
  async function withRows<T>(
    work: (rows: ReturnType<ReturnType<typeof knexFactory>>) => Promise<T>,
  ): Promise<T> {
    const database = knexFactory({
      client: 'better-sqlite3',
      connection: join(directory, 'auth.sqlite'),
      useNullAsDefault: true,
    });
    try {
      return await work(database('spectrocloud_sessions'));
    } finally {
      await database.destroy();
    }
  }

  const wipe = () => withRows(rows => rows.delete());
  const countRows = () => withRows(rows => rows.then(found => found.length));

  const fresh = { headers: { 'Cache-Control': 'no-cache' } };

  it('has the row back after the next request, with no re-authentication', async () => {
    const browser = new PaletteBrowser(backend);
    await browser.signIn(DANA);
    expect((await browser.fetch(ME, fresh)).status).toBe(200);
    await wipe();
    expect(await countRows()).toBe(0);
    const response = await browser.fetch(ME, fresh);
    expect(response.status).toBe(200);
    expect((await response.json()).email).toBe(DANA);
    expect(await countRows()).toBe(1);
    expect((await browser.refresh()).status).toBe(200);
  });

  it('has the row back after a refresh', async () => {
    const browser = new PaletteBrowser(backend);
    await browser.signIn(DANA);
    await wipe();
    const response = await browser.refresh();
    expect(response.status).toBe(200);
    expect(await countRows()).toBe(1);
  });

  it('has the rows of all environments back', async () => {
    const browser = new PaletteBrowser(backend);
    await browser.signIn(DANA);
    const second = new PaletteBrowser(backend, {
      environment: 'second',
      cookies: browser.cookies,
    });
    second.useBackstageToken(browser.backstageToken!);
    await second.fetchConnectTicket();
    await second.signIn(DANA);
    await second.refresh({ authenticated: true });
    const callBoth = async () => {
      for (const instance of ['demo', 'two']) {
        const path = `${ME}?instance=${instance}`;
        expect((await browser.fetch(path, fresh)).status).toBe(200);
      }
    };
    // The plugin's first answers bring its cookies.
    await callBoth();
    await wipe();
    await callBoth();
    expect(await countRows()).toBe(2);
    await wipe();
    expect((await second.refresh({ authenticated: true })).status).toBe(200);
    expect((await browser.refresh()).status).toBe(200);
    expect(await countRows()).toBe(2);
  });

  it('goes on after the whole database was replaced by an empty one', async () => {
    const browser = new PaletteBrowser(backend);
    await browser.signIn(DANA);
    await backend.stop();
    await rm(directory, { recursive: true, force: true });
    await backend.restart();
    expect((await browser.refresh()).status).toBe(200);
    expect((await browser.fetch(ME, fresh)).status).toBe(200);
  });

  it('gives nothing to another user who has the cookie', async () => {
    const dana = new PaletteBrowser(backend);
    await dana.signIn(DANA);
    const ada = new PaletteBrowser(backend);
    await ada.signIn('ada.admin@spectro.example');
    await wipe();
    const response = await dana.fetch(ME, {
      headers: {
        ...fresh.headers,
        Authorization: `Bearer ${ada.backstageToken}`,
      },
    });
    expect(response.status).toBe(401);
    expect(await countRows()).toBe(0);
  });

  it('stays lost after a sign-out', async () => {
    const browser = new PaletteBrowser(backend);
    await browser.signIn(DANA);
    const token = browser.backstageToken!;
    const thief = new PaletteBrowser(backend);
    const cookie = browser.cookies.header(new URL(ME, backend.baseUrl));
    await wipe();
    await browser.signOut();
    thief.useBackstageToken(token);
    const response = await thief.fetch(ME, {
      headers: { ...fresh.headers, Cookie: cookie ?? '' },
    });
    expect(response.status).toBe(401);
  });
});
