import {
  type PaletteSimulator,
  startPaletteSimulator,
} from 'palette-simulator';
import { BackendProcess } from '../backend/BackendProcess';
import { CLIENT } from '../backend/backendConfig';
import { sqliteDatabase } from '../backend/databases';
import type { Benchmark, BenchmarkContext } from '../Benchmark';
import { Browser } from '../browser/Browser';
import { timed } from '../load/timed';
import { readNaively } from './readNaively';

const PROJECTS = 60;
const CLUSTERS = 300;
const SHORT_SIZE = { projects: 6, clusters: 12 };
const TABS = 10;
const PATH = '/api/spectrocloud/clusters';
const USERS = {
  'tenant admin': 'ada.admin@spectro.example',
  'member of all projects': 'pat.portfolio@acme.example',
};

type Row = Array<string | number>;

/**
 * What opening the cluster list costs Palette and the user, against the naive
 * way: one list of projects, one list of clusters for each, and one call for
 * each cluster's details.
 */
export const clusterList: Benchmark = {
  name: 'list',
  async run(context) {
    const size = context.short
      ? SHORT_SIZE
      : { projects: PROJECTS, clusters: CLUSTERS };
    const palette = await startPaletteSimulator({ size, client: CLIENT });
    try {
      const rows: Row[] = [];
      for (const checkout of context.checkouts) {
        rows.push(...(await openAtAll(context, checkout, palette)));
      }
      return {
        name: 'list',
        title: 'Opening the cluster list, in calls',
        tables: [
          {
            title: `${size.projects} projects and ${size.clusters} clusters`,
            columns: ['commit', 'who and how', 'calls', 'naive : this', 'ms'],
            rows,
          },
        ],
      };
    } finally {
      await palette.close();
    }
  },
};

async function openAtAll(
  { folder }: BenchmarkContext,
  { name, path }: BenchmarkContext['checkouts'][number],
  palette: PaletteSimulator,
): Promise<Row[]> {
  const backend = await BackendProcess.start({
    checkout: path,
    folder,
    paletteUrl: palette.url,
    database: sqliteDatabase(folder).config,
  });
  try {
    const rows: Row[] = [];
    for (const [who, email] of Object.entries(USERS)) {
      rows.push(
        ...(await openAs(backend, palette, email)).map(([how, ...figures]) => [
          name,
          `${who}, ${how}`,
          ...figures,
        ]),
      );
    }
    return rows;
  } finally {
    await backend.stop();
  }
}

async function openAs(
  backend: BackendProcess,
  palette: PaletteSimulator,
  email: string,
): Promise<Row[]> {
  let naive = 0;
  const measure = async (
    how: string,
    work: () => Promise<unknown>,
  ): Promise<Row> => {
    palette.control.clearRequests();
    const ms = Math.round(1_000 * (await timed(work)));
    const calls = palette.control.requests().length;
    naive ||= calls;
    return [how, calls, calls === 0 ? 'no call' : naive / calls, ms];
  };
  const rows = [
    await measure('naively', () => readNaively(palette.url, email)),
  ];
  const browser = new Browser(backend.baseUrl);
  await browser.signIn(email);
  const headers = await browser.headers(PATH);
  const open = async (fresh: boolean) => {
    const response = await fetch(`${backend.baseUrl}${PATH}`, {
      headers: { ...headers, ...(fresh && { 'cache-control': 'no-cache' }) },
    });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${PATH} answered ${response.status}`);
  };
  rows.push(
    await measure('cold', () => open(false)),
    await measure('while it is held', () => open(false)),
    await measure(`${TABS} tabs refreshing`, () =>
      Promise.all(Array.from({ length: TABS }, () => open(true))),
    ),
  );
  return rows;
}
