import { Backends, createDatabase } from '../backend/Backends';
import type { LookUpTimes } from '../backend/benchmarkPlugin';
import type { DatabaseKind } from '../backend/databases';
import type { Benchmark } from '../Benchmark';
import { adminEmails } from '../browser/emails';
import { Browser } from '../browser/Browser';
import type { Cell } from '../report/Section';
import { FilledTokenStore } from './FilledTokenStore';
import { sealingRows } from './sealingRows';

const KINDS: DatabaseKind[] = ['PostgreSQL', 'SQLite'];
const ROWS = [1_000, 10_000, 100_000];
const SHORT_ROWS = [100, 1_000];
const LOOK_UPS = 2_000;
const SHORT_LOOK_UPS = 50;
/** What finding a user's token costs, wherever it is, and however many there are. */
export const tokenLookUps: Benchmark = {
  name: 'tokens',
  async run(context) {
    const { short } = context;
    const lookUps = short ? SHORT_LOOK_UPS : LOOK_UPS;
    const rows: Cell[][] = [];
    await Backends.use(context, async backends => {
      for (const checkout of context.checkouts) {
        const backend = await backends.start(
          checkout,
          backends.database('PostgreSQL'),
        );
        const browser = new Browser(backend.baseUrl);
        await browser.signIn(adminEmails(1)[0]);
        const path = `/api/benchmark/look-ups/${lookUps}`;
        const response = await fetch(`${backend.baseUrl}${path}`, {
          headers: await browser.headers(path),
        });
        const { p50, p99 }: LookUpTimes = await response.json();
        rows.push([`memory of ${checkout.name}`, 1, p50, p99]);
      }
    });
    for (const kind of KINDS) {
      const database = createDatabase(context, kind);
      const knex = await database.connect();
      try {
        for (const count of short ? SHORT_ROWS : ROWS) {
          const store = await FilledTokenStore.create(knex, count);
          const { p50, p99 } = await store.lookUp(lookUps);
          const bytes = (await store.bytes(kind)) / count;
          rows.push([kind, count, p50, p99, Math.round(bytes)]);
        }
      } finally {
        await knex.destroy();
        await database.drop();
      }
    }
    return {
      name: 'tokens',
      title: 'Finding a token',
      tables: [
        {
          title: `${lookUps} look-ups, one after the other`,
          columns: ['where', 'sessions', 'p50 ms', 'p99 ms', 'bytes a session'],
          rows,
        },
        {
          title: 'Sealing a session’s tokens',
          columns: ['what', 'p50 µs', 'p99 µs', 'bytes'],
          rows: sealingRows(),
        },
      ],
    };
  },
};
