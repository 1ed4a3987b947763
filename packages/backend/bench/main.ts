import {
  startPaletteSimulator,
  type PaletteSimulator,
} from 'palette-simulator';
import { PaletteBrowser } from '../src/__testUtils__/PaletteBrowser';
import {
  type RunningBackend,
  startBackend,
} from '../src/__testUtils__/startBackend';
import { readNaively } from './readNaively';

/*
 * What opening the cluster list costs Palette and the user, against the naive
 * way: one list of projects, one list of clusters for each, and one call for
 * each cluster's details. Run it with `yarn workspace backend bench`.
 */

const PROJECTS = 60;
const CLUSTERS = 300;
const TABS = 10;
const PATH = '/api/spectrocloud/clusters';
const TENANT_ADMIN = 'ada.admin@spectro.example';
const MEMBER_OF_ALL = 'pat.portfolio@acme.example';

interface Figure {
  what: string;
  calls: number;
  refused: number;
  ms: number;
}

async function measure(
  palette: PaletteSimulator,
  what: string,
  work: () => Promise<void>,
): Promise<Figure> {
  palette.control.clearRequests();
  const startedAt = performance.now();
  await work();
  const ms = Math.round(performance.now() - startedAt);
  const requests = palette.control.requests();
  const refused = requests.filter(({ status }) => status === 429).length;
  return { what, calls: requests.length, refused, ms };
}

async function open(browser: PaletteBrowser, fresh: boolean): Promise<void> {
  const response = await browser.fetch(PATH, {
    headers: fresh ? { 'Cache-Control': 'no-cache' } : {},
  });
  if (!response.ok) {
    throw new Error(`${PATH} answered ${response.status}`);
  }
  await response.arrayBuffer();
}

async function figuresOf(
  palette: PaletteSimulator,
  backend: RunningBackend,
  email: string,
): Promise<Figure[]> {
  const who =
    email === TENANT_ADMIN ? 'tenant admin' : 'member of all projects';
  const naive = await measure(palette, `${who}: naive`, () =>
    readNaively(palette.url, email),
  );
  const browser = PaletteBrowser.create(backend);
  await browser.signIn(email);
  const cold = await measure(palette, `${who}: cold`, () =>
    open(browser, false),
  );
  const warm = await measure(palette, `${who}: within the fresh window`, () =>
    open(browser, false),
  );
  const tabs = await measure(palette, `${who}: ${TABS} tabs refreshing`, () =>
    Promise.all(Array.from({ length: TABS }, () => open(browser, true))).then(
      () => {},
    ),
  );
  return [naive, cold, warm, tabs];
}

function print(figures: Figure[]): void {
  const [naive] = figures;
  for (const { what, calls, refused, ms } of figures) {
    const ratio =
      calls === 0 ? 'none' : `1 : ${(naive.calls / calls).toFixed(1)}`;
    process.stdout.write(
      `${what.padEnd(48)} ${String(calls).padStart(5)} calls (${ratio}), ${refused} refused, ${ms} ms\n`,
    );
  }
}

async function main(): Promise<void> {
  const palette = await startPaletteSimulator({
    size: { projects: PROJECTS, clusters: CLUSTERS },
  });
  const backend = await startBackend({
    paletteUrl: palette.url,
    config: {
      backend: { logger: { level: 'error' } },
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
  process.stdout.write(
    `Opening the cluster list of ${PROJECTS} projects and ${CLUSTERS} clusters, naive : ours\n`,
  );
  for (const email of [TENANT_ADMIN, MEMBER_OF_ALL]) {
    print(await figuresOf(palette, backend, email));
  }
  await backend.stop();
  await palette.close();
}

main().then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
