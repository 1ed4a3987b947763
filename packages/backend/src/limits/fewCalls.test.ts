import {
  startPaletteSimulator,
  type PaletteSimulator,
} from 'palette-simulator';
import { PaletteBrowser } from '../__testUtils__/PaletteBrowser';
import {
  startBackend,
  type RunningBackend,
} from '../__testUtils__/startBackend';

jest.setTimeout(120_000);

const PROJECTS = 60;
const CLUSTERS = 300;
/** One of the simulator's has been deleted. */
const SHOWN = CLUSTERS - 1;
const PATH = '/api/spectrocloud/clusters';

describe('the cluster list of 60 projects and 300 clusters', () => {
  let palette: PaletteSimulator;
  let backend: RunningBackend;

  beforeAll(async () => {
    palette = await startPaletteSimulator({
      size: { projects: PROJECTS, clusters: CLUSTERS },
    });
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
  });

  afterAll(async () => {
    await backend?.stop();
    await palette?.close();
  });

  async function signIn(email: string): Promise<PaletteBrowser> {
    const browser = PaletteBrowser.create(backend);
    await browser.signIn(email);
    palette.control.clearRequests();
    return browser;
  }

  /** Calls that bring data; whose session it is was confirmed at sign-in. */
  const calls = () => palette.control.requests().length;

  async function count(browser: PaletteBrowser, init?: RequestInit) {
    const response = await browser.fetch(PATH, init);
    expect(response.status).toBe(200);
    return (await response.json()).clusters.length;
  }

  it('costs at most 8 calls cold when the user may list the tenant, and none while fresh', async () => {
    const ada = await signIn('ada.admin@spectro.example');
    expect(await count(ada)).toBe(SHOWN);
    const cold = calls();
    expect(cold).toBeLessThanOrEqual(8);
    expect(await count(ada)).toBe(SHOWN);
    expect(calls()).toBe(cold);
    await count(ada, { headers: { 'Cache-Control': 'no-cache' } });
    expect(calls()).toBe(2 * cold);
  });

  it('costs at most projects + 2 otherwise, under the limits too', async () => {
    const pat = await signIn('pat.portfolio@acme.example');
    palette.control.setRateLimits(true);
    expect(await count(pat)).toBe(SHOWN);
    palette.control.setRateLimits(false);
    const refused = palette.control
      .requests()
      .filter(({ status }) => status === 429);
    expect(refused).toHaveLength(0);
    expect(calls()).toBeLessThanOrEqual(PROJECTS + 2);
  });

  it('costs once what one costs when ten tabs open it', async () => {
    const ada = await signIn('ada.admin@spectro.example');
    const counts = await Promise.all(
      Array.from({ length: 10 }, () => count(ada)),
    );
    expect(new Set(counts)).toEqual(new Set([SHOWN]));
    expect(calls()).toBeLessThanOrEqual(8);
  });
});
