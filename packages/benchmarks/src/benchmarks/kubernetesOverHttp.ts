import { setTimeout as sleep } from 'node:timers/promises';
import type { JsonObject } from '@backstage/types';
import { startPaletteSimulator } from 'palette-simulator';
import { CLIENT } from '../backend/backendConfig';
import type { BackendProcess } from '../backend/BackendProcess';
import { Backends } from '../backend/Backends';
import type { BenchmarkContext, Checkout } from '../Benchmark';
import { signInAll } from '../browser/signInAll';
import { inRounds } from '../load/inRounds';
import { runLoad } from '../load/runLoad';
import type { Table } from '../report/Section';

const USER = 'ada.admin@spectro.example';
const CLUSTERS = 30;
const SHORT_CLUSTERS = 4;
const ROUNDS = 5;
const ROUND_MS = 1_200;
const SHORT_ROUND_MS = 100;
const LOOK_AGAIN_MS = 1_000;
const POLL = '/api/kubernetes/clusters';
const KNOWN = '/api/spectrocloud/kubernetes/clusters';
const CA_LENGTH = 1_600;

type Headers = Record<string, string>;

/**
 * What the supplier adds to a request of the Kubernetes plugin, and how often Palette is
 * asked: beside the plugin alone with as many clusters in its configuration.
 */
export async function measureOverHttp(
  context: BenchmarkContext,
  checkout: Checkout,
): Promise<Table> {
  const { short } = context;
  const palette = await startPaletteSimulator({
    client: CLIENT,
    size: { clusters: short ? SHORT_CLUSTERS : CLUSTERS },
  });
  try {
    return await Backends.use(context, async backends => {
      const start = (kubernetes: JsonObject, withPaletteClusters: boolean) =>
        backends.start(checkout, backends.database('SQLite'), {
          paletteUrl: palette.url,
          kubernetes,
          withPaletteClusters,
        });
      const withUs = await start({ clusterLocatorMethods: [] }, true);
      const ours = await signIn(withUs);
      const count = await untilKnown(withUs, ours);
      const alone = await start(locating(count), false);
      const theirs = await signIn(alone);
      palette.control.clearRequests();
      const load = (backend: BackendProcess, headers: Headers) => async () => {
        const { p50, p99, requests } = await runLoad({
          url: backend.baseUrl,
          concurrency: 1,
          durationMs: short ? SHORT_ROUND_MS : ROUND_MS,
          next: () => ({ path: POLL, headers }),
        });
        return { p50, p99, requests };
      };
      const found = await inRounds(
        [
          { name: 'the plugin alone', measure: load(alone, theirs) },
          { name: 'with Palette', measure: load(withUs, ours) },
        ],
        short ? 1 : ROUNDS,
      );
      const calls = palette.control.requests().length;
      return {
        title: `${checkout.name}, over HTTP: GET ${POLL} with ${count} clusters`,
        columns: ['supplier', 'p50 ms', 'p99 ms', 'calls of Palette'],
        rows: [...found].map(([name, { p50, p99 }]) => [
          name,
          p50,
          p99,
          name === 'with Palette' ? calls : 0,
        ]),
      };
    });
  } finally {
    await palette.close();
  }
}

async function signIn({ baseUrl }: BackendProcess): Promise<Headers> {
  const [browser] = await signInAll(baseUrl, [USER]);
  return browser.headers(POLL);
}

/** Waits for what is read behind the answers. */
async function untilKnown(
  { baseUrl }: BackendProcess,
  headers: Headers,
): Promise<number> {
  for (;;) {
    const known = await fetch(`${baseUrl}${KNOWN}`, { headers });
    const { clusters } = (await known.json()) as {
      clusters: Array<{ gap?: string }>;
    };
    const listed = await fetch(`${baseUrl}${POLL}`, { headers });
    const { items } = (await listed.json()) as { items: object[] };
    const usable = clusters.filter(({ gap }) => !gap).length;
    const isAllRead = clusters.every(({ gap }) => gap !== 'not-read-yet');
    if (isAllRead && items.length === usable) return usable;
    await sleep(LOOK_AGAIN_MS);
  }
}

/** As many clusters in the configuration. */
function locating(count: number): JsonObject {
  return {
    clusterLocatorMethods: [
      {
        type: 'config',
        clusters: Array.from({ length: count }, (_, index) => ({
          name: `cluster-${index}`,
          url: `https://cluster-${index}.example:6443`,
          authProvider: 'oidc',
          oidcTokenProvider: 'spectrocloud',
          skipMetricsLookup: true,
          caData: 'A'.repeat(CA_LENGTH),
        })),
      },
    ],
  };
}
