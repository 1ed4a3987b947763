import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  startPaletteSimulator,
  type PaletteSimulator,
} from 'palette-simulator';
import { PaletteBrowser } from '../__testUtils__/PaletteBrowser';
import {
  startBackend,
  type RunningBackend,
} from '../__testUtils__/startBackend';
import { askingPlugin } from './__testUtils__/askingPlugin';

jest.setTimeout(60_000);

const DANA = 'dev.dana@acme.example';
const COOKIES = ['spectrocloud-refresh-token', 'spectrocloud-sealed-session'];
/** Of a token, the part that nobody can guess; shorter pieces turn up by chance. */
const PIECE_CHARACTERS = 16;

/** Pieces of a secret, as it is and in the spellings of databases and logs. */
function piecesOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [secret, bytes.toString('hex'), bytes.toString('base64')].flatMap(
    spelling =>
      Array.from(
        { length: Math.floor(spelling.length / PIECE_CHARACTERS) },
        (_, index) =>
          spelling.slice(
            index * PIECE_CHARACTERS,
            (index + 1) * PIECE_CHARACTERS,
          ),
      ),
  );
}

describe('a dump of the auth plugin’s database with every log line', () => {
  let directory: string;
  let palette: PaletteSimulator;
  let backend: RunningBackend;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'dump-'));
    palette = await startPaletteSimulator();
    backend = await startBackend({
      paletteUrl: palette.url,
      database: { client: 'better-sqlite3', connection: { directory } },
      features: [askingPlugin('trusted')],
      config: { spectrocloud: { tokenCache: { trustedPlugins: ['trusted'] } } },
    });
  });

  afterAll(async () => {
    await backend?.stop();
    await palette?.close();
    await rm(directory, { recursive: true, force: true });
  });

  async function sessionTokenOf(browser: PaletteBrowser): Promise<string> {
    const response = await browser.fetch('/api/trusted/ask', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        path: '/spectrocloud/session-token',
        body: { environment: 'development' },
      }),
    });
    const { text } = await response.json();
    return JSON.parse(text).token;
  }

  it('reveals no usable token, handle or cookie after sign-ins, calls, refusals and sign-outs', async () => {
    const secrets: string[] = [];
    const browser = new PaletteBrowser(backend);
    for (let round = 0; round < 3; round += 1) {
      const answer = await browser.signIn(DANA);
      secrets.push(answer.providerInfo.idToken!, await sessionTokenOf(browser));
      const header = browser.cookies.header(
        new URL('/api/auth/spectrocloud/refresh', backend.baseUrl),
      );
      for (const name of COOKIES) {
        secrets.push(header!.match(`${name}=([^;]+)`)![1]);
      }
      await browser.fetch('/api/spectrocloud/users/me');
      await browser.refresh();
      if (round === 1) {
        await browser.signOut();
      }
    }
    palette.control.revokeSessions(DANA);
    const refused = await browser.fetch('/api/spectrocloud/clusters');
    expect(refused.status).toBe(401);
    await browser.signIn(DANA);
    secrets.push(await sessionTokenOf(browser));

    const files = await readdir(directory);
    expect(files).toContain('auth.sqlite');
    const dump = await Promise.all(
      files.map(file => readFile(join(directory, file), 'latin1')),
    );
    const haystack = [...dump, ...backend.logs].join('\n');
    // It is the right haystack: the row and its user are in it.
    expect(haystack).toContain('spectrocloud_sessions');
    expect(haystack).toContain('user:default/dev.dana');
    // Headers of JWTs are alike, as are key ids; what follows is nobody else's.
    const telling = secrets.map(secret =>
      secret.replace(/^(eyJ[^.]*|v1\.[0-9a-f]+)\./, ''),
    );
    expect(telling.every(secret => secret.length > 40)).toBe(true);
    const found = telling.flatMap(piecesOf).filter(p => haystack.includes(p));
    expect(found).toEqual([]);
  });
});
