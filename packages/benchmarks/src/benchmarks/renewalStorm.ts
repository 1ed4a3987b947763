import { createHistogram } from 'node:perf_hooks';
import { Agent, fetch } from 'undici';
import type { BackendProcess } from '../backend/BackendProcess';
import { Backends } from '../backend/Backends';
import type { Benchmark } from '../Benchmark';
import { adminEmails } from '../browser/emails';
import { Browser } from '../browser/Browser';
import { inRounds } from '../load/inRounds';
import type { PaletteProcess } from '../palette/PaletteProcess';
import { sumCounts } from '../palette/sumCounts';

const ME = '/api/spectrocloud/users/me';
const REQUESTS = 500;
const SHORT_REQUESTS = 50;
const ROUNDS = 3;
const RENEWAL_MS = 900;
/** A session of four hours that began then is to be renewed now. */
const NEARLY_FOUR_HOURS_MS = 4 * 3_600_000 - 200_000;

/** Many requests of one user, at two replicas, whose token is to be renewed. */
export const renewalStorm: Benchmark = {
  name: 'renewal',
  run: context =>
    Backends.use(context, async backends => {
      const { palette, checkouts, short } = context;
      const requests = short ? SHORT_REQUESTS : REQUESTS;
      const rounds = short ? 1 : ROUNDS;
      // Another user in each round: the one before has a new token by then.
      const emails = adminEmails((1 + rounds) * checkouts.length);
      const scenarios = [];
      for (const checkout of checkouts) {
        const database = backends.database('PostgreSQL');
        // One after the other: the framework's own migrations bear no company.
        const replicas = [
          await backends.start(checkout, database),
          await backends.start(checkout, database),
        ];
        scenarios.push({
          name: checkout.name,
          measure: () =>
            storm({ palette, replicas, email: emails.pop()!, requests }),
        });
      }
      const found = await inRounds(scenarios, rounds);
      return {
        name: 'renewal',
        title: 'A renewal that everybody waits for',
        tables: [
          {
            title: `${requests} requests at two replicas on PostgreSQL, a renewal of ${RENEWAL_MS} ms`,
            columns: [
              'commit',
              'renewals',
              'failures',
              'p50 ms',
              'p99 ms',
              'p99 above the renewal, ms',
            ],
            rows: checkouts.map(({ name }) => {
              const { renewals, failures, p50, p99 } = found.get(name)!;
              return [name, renewals, failures, p50, p99, p99 - RENEWAL_MS];
            }),
          },
        ],
      };
    }),
};

async function storm(options: {
  palette: PaletteProcess;
  replicas: BackendProcess[];
  email: string;
  requests: number;
}) {
  const { palette, replicas, email, requests } = options;
  await palette.configure({
    sessionAgeMs: NEARLY_FOUR_HOURS_MS,
    renewalMs: RENEWAL_MS,
  });
  const browser = new Browser(replicas[0].baseUrl);
  await browser.signIn(email);
  await palette.takeCounts();
  const headers = await browser.headers(ME);
  const dispatcher = new Agent({ connections: requests });
  const latency = createHistogram();
  let failures = 0;
  const startedAt = process.hrtime.bigint();
  await Promise.all(
    Array.from({ length: requests }, async (_, index) => {
      const { baseUrl } = replicas[index % replicas.length];
      const response = await fetch(`${baseUrl}${ME}`, { headers, dispatcher });
      await response.arrayBuffer();
      latency.record(process.hrtime.bigint() - startedAt);
      if (!response.ok) failures += 1;
    }),
  );
  await dispatcher.close();
  const counts = await palette.takeCounts();
  await palette.configure({ sessionAgeMs: 0, renewalMs: 0 });
  return {
    renewals: sumCounts(counts, call => call.includes('/v1/auth/refresh/')),
    failures,
    p50: latency.percentile(50) / 1e6,
    p99: latency.percentile(99) / 1e6,
  };
}
