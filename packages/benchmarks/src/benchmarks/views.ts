import { createHistogram } from 'node:perf_hooks';
import type { BackendProcess } from '../backend/BackendProcess';
import { Backends } from '../backend/Backends';
import type { Benchmark } from '../Benchmark';
import type { Browser } from '../browser/Browser';
import { memberEmails } from '../browser/emails';
import { signInAll } from '../browser/signInAll';
import { sumCounts } from '../palette/sumCounts';

const API = '/api/spectrocloud';
/** Each user has so many tabs, each of which opens the list and some of its clusters, again and again. */
const USERS = 20;
const TABS = 3;
const VISITS = 5;
const PAGES_A_VISIT = 3;
const SHORT_USERS = 4;
const SHORT_VISITS = 1;

interface ClusterList {
  clusters: Array<{ metadata: { uid: string } }>;
}

/** 900 cluster pages and 300 lists under Palette's documented limits. */
export const views: Benchmark = {
  name: 'views',
  run: context =>
    Backends.use(context, async backends => {
      const { palette, checkouts, short } = context;
      const users = short ? SHORT_USERS : USERS;
      const rows: Array<Array<string | number>> = [];
      for (const checkout of checkouts) {
        const backend = await backends.start(
          checkout,
          backends.database('PostgreSQL'),
          { limits: true },
        );
        await palette.configure({ limits: false });
        const browsers = await signInAll(backend.baseUrl, memberEmails(users));
        // From full buckets, as after a quiet minute.
        await palette.configure({ limits: true });
        await palette.takeCounts();
        const visits = short ? SHORT_VISITS : VISITS;
        const { seconds, failures, latency } = await visitAll(
          backend,
          browsers,
          visits,
        );
        const calls = await palette.takeCounts();
        await palette.configure({ limits: false });
        const count = (part: string) =>
          sumCounts(calls, call => call.includes(part));
        rows.push([
          checkout.name,
          latency.count,
          seconds,
          latency.percentile(50) / 1e9,
          latency.percentile(95) / 1e9,
          latency.max / 1e9,
          failures,
          count(' 429'),
          count('/v1/dashboard'),
          count(' /v1/spectroclusters'),
          count('/v1/users'),
        ]);
      }
      return {
        name: 'views',
        title: 'What Palette’s limits let through',
        tables: [
          {
            title: `${users} users with ${TABS} tabs, each view after the last`,
            columns: [
              'commit',
              'views',
              'seconds',
              'p50 s',
              'p95 s',
              'longest s',
              'errors',
              'refused by Palette',
              'calls of /v1/dashboard',
              'of /v1/spectroclusters',
              'of /v1/users',
            ],
            rows,
          },
        ],
      };
    }),
};

async function visitAll(
  backend: BackendProcess,
  browsers: Browser[],
  visits: number,
) {
  const latency = createHistogram();
  let failures = 0;
  const view = async <T>(
    path: string,
    headers: Record<string, string>,
  ): Promise<T | undefined> => {
    const sentAt = process.hrtime.bigint();
    const response = await fetch(`${backend.baseUrl}${path}`, { headers });
    const body = await response.text();
    latency.record(process.hrtime.bigint() - sentAt);
    if (response.ok) return JSON.parse(body);
    failures += 1;
    return undefined;
  };
  const useTab = async (headers: Record<string, string>, tab: number) => {
    for (let visit = 0; visit < visits; visit++) {
      const list = await view<ClusterList>(`${API}/clusters`, headers);
      const clusters = list?.clusters ?? [];
      for (let page = 0; page < PAGES_A_VISIT && clusters.length > 0; page++) {
        const at = tab + (visit * PAGES_A_VISIT + page) * TABS;
        const { uid } = clusters[at % clusters.length].metadata;
        await view(`${API}/clusters/${uid}`, headers);
      }
    }
  };
  const startedAt = performance.now();
  await Promise.all(
    browsers.flatMap(browser =>
      Array.from({ length: TABS }, async (_, tab) =>
        useTab(await browser.headers(API), tab),
      ),
    ),
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  return { seconds, failures, latency };
}
