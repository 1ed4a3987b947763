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
/** They come on top of the clusters that the simulator is told to have. */
const VIRTUAL = 7;
/** One of the simulator's has been deleted. */
const HOSTS = CLUSTERS - VIRTUAL - 1;
const API = '/api/spectrocloud';

describe('60 projects and 300 clusters, virtual ones among them', () => {
  let palette: PaletteSimulator;
  let backend: RunningBackend;

  beforeAll(async () => {
    palette = await startPaletteSimulator({
      size: { projects: PROJECTS, clusters: CLUSTERS - VIRTUAL },
    });
    backend = await startBackend({
      paletteUrl: palette.url,
      config: {
        // Or a user's next session would be served what the one before holds.
        spectrocloud: { tokenCache: { memoryTtl: '0s' } },
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
    const browser = new PaletteBrowser(backend);
    await browser.signIn(email);
    palette.control.clearRequests();
    return browser;
  }

  /** Calls that bring data; whose session it is was confirmed at sign-in. */
  const calls = () => palette.control.requests().length;

  async function read(
    browser: PaletteBrowser,
    path: string,
    init?: RequestInit,
  ) {
    const response = await browser.fetch(`${API}${path}`, init);
    expect(response.status).toBe(200);
    return response.json();
  }

  async function countBoth(browser: PaletteBrowser, init?: RequestInit) {
    const { clusters } = await read(browser, '/clusters', init);
    const { virtualClusters } = await read(browser, '/virtualclusters');
    return [clusters.length, virtualClusters.length];
  }

  it('cost 7 calls cold when the user may list the tenant, and none while fresh', async () => {
    const ada = await signIn('ada.admin@spectro.example');
    expect(await countBoth(ada)).toEqual([HOSTS, VIRTUAL]);
    expect(calls()).toBe(7);
    expect(await countBoth(ada)).toEqual([HOSTS, VIRTUAL]);
    expect(calls()).toBe(7);
    await countBoth(ada, { headers: { 'Cache-Control': 'no-cache' } });
    expect(calls()).toBe(14);
  });

  it('cost at most projects + 1 otherwise, under the limits too', async () => {
    const pat = await signIn('pat.portfolio@acme.example');
    palette.control.setRateLimits(true);
    expect(await countBoth(pat)).toEqual([HOSTS, VIRTUAL]);
    palette.control.setRateLimits(false);
    const refused = palette.control
      .requests()
      .filter(({ status }) => status === 429);
    // A busy machine may send late what was let through in time; it is asked again.
    expect(refused.length).toBeLessThanOrEqual(1);
    expect(calls() - refused.length).toBeLessThanOrEqual(PROJECTS + 1);
  });

  it('cost once what one costs when ten tabs open them', async () => {
    const ada = await signIn('ada.admin@spectro.example');
    const counts = await Promise.all(
      Array.from({ length: 10 }, () => countBoth(ada)),
    );
    expect(counts).toEqual(Array(10).fill([HOSTS, VIRTUAL]));
    expect(calls()).toBe(7);
  });

  describe('one of them, of an unknown project,', () => {
    /** The last and the first in the order of projects; as an address holds them. */
    let uids: string[];

    beforeAll(async () => {
      const ada = await signIn('ada.admin@spectro.example');
      const { clusters } = await read(ada, '/clusters');
      const byProject = (name: string) =>
        clusters.find(
          ({ spec }: { spec: { projectName: string } }) =>
            spec.projectName === name,
        ).metadata.uid;
      const { projects } = await read(ada, '/projects');
      const names: string[] = projects.map(
        ({ metadata }: { metadata: { name: string } }) => metadata.name,
      );
      uids = [byProject('Default'), byProject(names.at(-1)!)];
    });

    const lookUps = () =>
      palette.control
        .requests()
        .filter(({ path }) => path.endsWith('/spectroclusters/meta'));

    it('costs 3 calls when the user may list the tenant', async () => {
      const ada = await signIn('ada.admin@spectro.example');
      await read(ada, `/clusters/${uids[1]}`);
      expect(calls()).toBe(3);
    });

    it('costs at most a call for each project otherwise, and none again', async () => {
      const [, last] = uids;
      const pat = await signIn('pat.portfolio@acme.example');
      await read(pat, `/clusters/${last}/events`);
      await read(pat, `/clusters/${last}/profiles`);
      const asked = lookUps().map(({ projectUid }) => projectUid);
      expect(new Set(asked).size).toBe(asked.length);
      expect(asked.length).toBeGreaterThan(0);
      expect(asked.length).toBeLessThanOrEqual(PROJECTS);
    });

    it('is looked for no further once it is found', async () => {
      const [first] = uids;
      const pat = await signIn('pat.portfolio@acme.example');
      await read(pat, `/clusters/${first}/events`);
      // Eight at a time: those that went with it, and those that followed its neighbours.
      expect(lookUps().length).toBeGreaterThan(0);
      expect(lookUps().length).toBeLessThanOrEqual(16);
    });

    it('costs nothing to find while its list is held', async () => {
      const pat = await signIn('pat.portfolio@acme.example');
      await read(pat, '/clusters');
      const listed = calls();
      await read(pat, `/clusters/${uids[1]}/events`);
      expect(calls()).toBe(listed + 1);
    });
  });
});
