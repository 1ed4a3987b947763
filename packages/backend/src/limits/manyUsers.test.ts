import { setTimeout as sleep } from 'node:timers/promises';
import {
  startPaletteSimulator,
  type PaletteSimulator,
} from 'palette-simulator';
import { PaletteBrowser } from '../__testUtils__/PaletteBrowser';
import {
  startBackend,
  type RunningBackend,
} from '../__testUtils__/startBackend';

jest.setTimeout(300_000);

const USERS = 200;
const VIEWS = 10;
/**
 * Two calls a user at 10 a second are 35 s of work, and a request may wait 30 s:
 * spread over 20 s, the last wait is about half of that, also on a busy machine.
 */
const ARRIVAL_MS = 20_000;
const SIGN_INS_AT_ONCE = 10;

describe(`${USERS} users with ${VIEWS} page views each, under Palette's limits`, () => {
  let palette: PaletteSimulator;
  let backend: RunningBackend;
  const browsers: PaletteBrowser[] = [];

  beforeAll(async () => {
    palette = await startPaletteSimulator({ size: { extraUsers: USERS } });
    backend = await startBackend({
      paletteUrl: palette.url,
      config: {
        auth: {
          providers: {
            spectrocloud: {
              development: {
                signIn: {
                  resolvers: [
                    {
                      resolver: 'emailLocalPartMatchingUserEntityName',
                      allowedDomains: ['acme.example'],
                      dangerouslyAllowSignInWithoutUserInCatalog: true,
                    },
                  ],
                },
              },
            },
          },
        },
      },
    });
    const emails = Array.from(
      { length: USERS },
      (_, index) => `user-${String(index + 1).padStart(3, '0')}@acme.example`,
    );
    const signInNext = async (): Promise<void> => {
      for (let email = emails.pop(); email; email = emails.pop()) {
        const browser = new PaletteBrowser(backend);
        await browser.signIn(email);
        browsers.push(browser);
      }
    };
    await Promise.all(Array.from({ length: SIGN_INS_AT_ONCE }, signInNext));
  });

  afterAll(async () => {
    await backend?.stop();
    await palette?.close();
  });

  it('shows no error to anybody', async () => {
    expect(browsers).toHaveLength(USERS);
    palette.control.clearRequests();
    palette.control.setRateLimits(true);
    const statuses: number[] = [];
    const waits: number[] = [];
    await Promise.all(
      browsers.map(async (browser, index) => {
        await sleep((index * ARRIVAL_MS) / USERS);
        for (let view = 0; view < VIEWS; view++) {
          const startedAt = Date.now();
          const response = await browser.fetch('/api/spectrocloud/clusters');
          statuses.push(response.status);
          waits.push(Date.now() - startedAt);
          await response.arrayBuffer();
        }
      }),
    );
    expect(statuses).toHaveLength(USERS * VIEWS);
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(Math.max(...waits)).toBeLessThan(30_000);
    // Not one page view in ten asks Palette, and hardly any call comes too early.
    const calls = palette.control.requests();
    expect(calls.length).toBeLessThan(USERS * VIEWS * 0.5);
    const refused = calls.filter(({ status }) => status === 429).length;
    expect(refused).toBeLessThan(calls.length * 0.02);
  });
});
