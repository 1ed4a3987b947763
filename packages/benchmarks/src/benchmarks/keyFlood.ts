import { setTimeout as sleep } from 'node:timers/promises';
import type { BackendProcess } from '../backend/BackendProcess';
import { Backends } from '../backend/Backends';
import type { Benchmark } from '../Benchmark';
import { adminEmails } from '../browser/emails';
import { Browser } from '../browser/Browser';
import { sumCounts } from '../palette/sumCounts';

const MINUTES = 3;
const MINUTE_MS = 60_000;
const SHORT_MINUTE_MS = 300;
/** Sign-ins with a forged token; a flood for what a sign-in takes. */
const EVERY_MS = 100;

/** How often the keys are fetched while ID tokens name keys that nobody knows. */
export const keyFlood: Benchmark = {
  name: 'keys',
  run: context =>
    Backends.use(context, async backends => {
      const { palette, checkouts, short } = context;
      const minuteMs = short ? SHORT_MINUTE_MS : MINUTE_MS;
      const rows: Array<Array<string | number>> = [];
      for (const checkout of checkouts) {
        const backend = await backends.start(
          checkout,
          backends.database('PostgreSQL'),
        );
        await palette.configure({ limits: false, unknownKeys: true });
        await palette.takeCounts();
        let refused = 0;
        const fetches: number[] = [];
        for (let minute = 0; minute < MINUTES; minute++) {
          refused += await forgeFor(backend, minuteMs);
          fetches.push(
            sumCounts(await palette.takeCounts(), call =>
              call.includes('/keys '),
            ),
          );
        }
        await palette.configure({ unknownKeys: false });
        rows.push([checkout.name, refused, ...fetches]);
      }
      const minutes = Array.from(
        { length: MINUTES },
        (_, index) => `minute ${index + 1}`,
      );
      return {
        name: 'keys',
        title: 'Key fetches during a flood of unknown key ids',
        tables: [
          {
            title: short
              ? `Minutes of ${SHORT_MINUTE_MS} ms, for a try`
              : `A forged sign-in every ${EVERY_MS} ms`,
            columns: ['commit', 'sign-ins refused', ...minutes],
            rows,
          },
        ],
      };
    }),
};

/** How many forged sign-ins were refused in that time. @throws when one was not. */
async function forgeFor(
  backend: BackendProcess,
  durationMs: number,
): Promise<number> {
  const until = performance.now() + durationMs;
  const [email] = adminEmails(1);
  let refused = 0;
  while (performance.now() < until) {
    const [outcome] = await Promise.allSettled([
      new Browser(backend.baseUrl).signIn(email),
      sleep(EVERY_MS),
    ]);
    if (outcome.status === 'fulfilled') {
      throw new Error('A sign-in with a forged token went through');
    }
    refused += 1;
  }
  return refused;
}
