import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import type { JsonObject } from '@backstage/types';
import {
  startPaletteSimulator,
  type PaletteSimulator,
} from 'palette-simulator';
import { PaletteBrowser } from '../__testUtils__/PaletteBrowser';
import {
  startBackend,
  type RunningBackend,
} from '../__testUtils__/startBackend';
import { askingPlugin } from '../replicas/__testUtils__/askingPlugin';

jest.setTimeout(120_000);

const PAGE = readFileSync(
  resolve(__dirname, '../../../../docs/troubleshooting.md'),
  'utf8',
);
const ADA = 'ada.admin@spectro.example';
const PROJECTS = '/api/spectrocloud/projects';
const TEAMS = '/api/spectrocloud/teams';
const APP = 'http://localhost:3000';
/** As the app's own refresh: no list that was read before. */
const FRESH = { headers: { 'Cache-Control': 'no-cache' } };

/** Lets the users have everything but the read of teams. */
const noTeams = createBackendModule({
  pluginId: 'permission',
  moduleId: 'no-teams',
  register(env) {
    env.registerInit({
      deps: { policies: policyExtensionPoint },
      async init({ policies }) {
        policies.setPolicy({
          handle: async ({ permission }) => ({
            result:
              permission.name === 'spectrocloud.people.view-info'
                ? AuthorizeResult.DENY
                : AuthorizeResult.ALLOW,
          }),
        });
      },
    });
  },
});

async function messageOf(response: Response): Promise<string> {
  const { error } = await response.json();
  return error.message;
}

/** Looks for a message on the page, letter by letter but for `…`, which differs each time. */
function expectOnPage(message: string, ...different: string[]): void {
  const text = different.reduce(
    (whole, part) => whole.replace(part, '…'),
    message,
  );
  expect(PAGE).toContain(`"${text}"`);
}

describe('docs/troubleshooting.md: requests from the app', () => {
  let palette: PaletteSimulator;
  let backend: RunningBackend;
  let ada: PaletteBrowser;

  beforeAll(async () => {
    palette = await startPaletteSimulator();
    backend = await startBackend({
      paletteUrl: palette.url,
      without: ['allow all'],
      features: [noTeams, askingPlugin('other')],
      config: {
        spectrocloud: {
          environments: [
            { name: 'demo', url: palette.url, tenant: 'demo' },
            { name: 'foreign', url: palette.url, tenant: 'another' },
          ],
          callTimeout: { milliseconds: 500 },
        },
      },
    });
    ada = new PaletteBrowser(backend);
    await ada.signIn(ADA);
  });

  afterAll(async () => {
    await backend?.stop();
    await palette?.close();
  });

  afterEach(() => palette.control.clearFaults());

  it('401 for a user without a session, with a header that the browser may read', async () => {
    const gone = new PaletteBrowser(backend);
    await gone.signIn(ADA);
    const token = gone.backstageToken;
    await ada.signOut();
    await gone.signOut();
    const answer = await fetch(`${backend.baseUrl}${PROJECTS}`, {
      headers: { Authorization: `Bearer ${token}`, Origin: APP },
    });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('X-SpectroCloud-ReAuth-Required')).toBe('true');
    expect(answer.headers.get('Access-Control-Expose-Headers')).toContain(
      'X-SpectroCloud-ReAuth-Required',
    );
    await ada.signIn(ADA);
  });

  it('no leave to read the answer for a page of another origin', async () => {
    const allowedFor = async (origin: string) => {
      const answer = await ada.fetch(PROJECTS, { headers: { Origin: origin } });
      return answer.headers.get('Access-Control-Allow-Origin');
    };
    expect(await allowedFor(APP)).toBe(APP);
    expect(await allowedFor('http://127.0.0.1:3000')).toBeNull();
  });

  it('403 where the entry names another tenant', async () => {
    const answer = await ada.fetch(`${PROJECTS}?instance=foreign`);
    expect(answer.status).toBe(403);
    expectOnPage(await messageOf(answer), 'foreign');
  });

  it('403 where the policy denies a permission, which it names', async () => {
    const answer = await ada.fetch(TEAMS);
    expect(answer.status).toBe(403);
    expectOnPage(await messageOf(answer), 'spectrocloud.people.view-info');
  });

  it('403 for a plugin that asks for the token of its caller', async () => {
    const answer = await ada.fetch('/api/other/ask', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        path: '/spectrocloud/session-token',
        body: { environment: 'development' },
      }),
    });
    const { status, text } = await answer.json();
    expect(status).toBe(403);
    expectOnPage(JSON.parse(text).error.message);
  });

  it('503 with Retry-After at the rate limit of Palette', async () => {
    palette.control.fail({ status: 429, count: 1_000 });
    const answer = await ada.fetch(PROJECTS, FRESH);
    expect(answer.status).toBe(503);
    const seconds = answer.headers.get('Retry-After') ?? '';
    expect(Number(seconds)).toBeGreaterThan(0);
    expectOnPage(await messageOf(answer), seconds);
  });

  it.each([
    [
      '502',
      'fails',
      () => palette.control.fail({ status: 500, count: 1_000 }),
      '500',
    ],
    ['502', 'drops', () => palette.control.drop({ count: 1_000 }), ''],
    ['504', 'hangs', () => palette.control.hang({ count: 1_000 }), ''],
  ])('%s where Palette %s', async (status, _, fault, different) => {
    fault();
    const answer = await ada.fetch(PROJECTS, FRESH);
    expect(String(answer.status)).toBe(status);
    expectOnPage(await messageOf(answer), ...(different ? [different] : []));
  });
});

describe('docs/troubleshooting.md: sessions that end at once', () => {
  it('a key that is gone ends them, which the log and the metric say', async () => {
    const palette = await startPaletteSimulator();
    const directory = mkdtempSync(join(tmpdir(), 'symptoms-'));
    const start = (key: string): Promise<RunningBackend> =>
      startBackend({
        paletteUrl: palette.url,
        database: {
          client: 'better-sqlite3',
          connection: { directory },
        } satisfies JsonObject,
        config: { spectrocloud: { tokenCache: { encryptionKeys: [key] } } },
      });
    const before = await start('a key of the tests, of 32 characters');
    const ada = new PaletteBrowser(before);
    await ada.signIn(ADA);
    await before.stop();
    const after = await start('another key, of 32 characters as well');
    const again = new PaletteBrowser(after, { cookies: ada.cookies });
    expect((await again.refresh()).status).toBe(401);
    const line = after.logs.find(log => log.includes('opened with any key'));
    expect(line).toContain("can't be opened with any key");
    expect(PAGE).toContain("can't be opened with any key");
    await after.stop();
    await palette.close();
    rmSync(directory, { recursive: true });
  });

  it('a provider that grants no refresh token lets them end with their tokens, which the log says once', async () => {
    const palette = await startPaletteSimulator();
    palette.control.updateSettings({
      refreshGrant: false,
      sessionTokenAs: 'code',
    });
    const backend = await startBackend({ paletteUrl: palette.url });
    for (const user of [ADA, 'dev.dana@acme.example']) {
      await new PaletteBrowser(backend).signIn(user);
    }
    const said = 'granted no refresh token, so sessions end with their tokens';
    expect(backend.logs.filter(line => line.includes(said))).toHaveLength(1);
    expect(PAGE).toContain(`\`${said}\``);
    await backend.stop();
    await palette.close();
  });
});

describe('docs/troubleshooting.md: a private certificate authority', () => {
  it('that Node does not know is named to the user, and its fault in the log', async () => {
    const palette = await startPaletteSimulator({ tls: true });
    const backend = await startBackend({ paletteUrl: palette.url });
    const start = await fetch(
      `${backend.baseUrl}/api/auth/spectrocloud/start?env=development&origin=${APP}&flow=popup&scope=openid`,
    );
    const page = decodeURIComponent(await start.text());
    expect(page).toContain(
      "Backstage can't verify the certificate that Palette shows, so its configuration may lack caFile. Tell your administrator the reference.",
    );
    expect(PAGE.replace(/\s+/g, ' ')).toContain(
      '"Backstage can\'t verify the certificate that Palette shows, so its configuration may lack caFile. Tell your administrator the reference."',
    );
    const line = backend.logs.find(log => log.includes('misconfigured'));
    for (const text of [
      'its certificate is of an authority that is not trusted',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    ]) {
      expect(line).toContain(text);
      expect(PAGE).toContain(`\`${text}\``);
    }
    await backend.stop();
    await palette.close();
  });
});
