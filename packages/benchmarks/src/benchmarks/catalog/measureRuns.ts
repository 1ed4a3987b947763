import { setTimeout as sleep } from 'node:timers/promises';
import type { JsonObject } from '@backstage/types';
import knexFactory, { type Knex } from 'knex';
import {
  type PaletteSimulator,
  startPaletteSimulator,
} from 'palette-simulator';
import type { BackendProcess } from '../../backend/BackendProcess';
import { CLIENT } from '../../backend/backendConfig';
import {
  type BenchmarkDatabase,
  postgresDatabase,
} from '../../backend/databases';
import type { BenchmarkContext } from '../../Benchmark';
import type { Table } from '../../report/Section';
import { runsOf, startCatalogBackend, untilRuns } from './catalogBackend';

/** Beside the simulator's own: 9 users, 5 teams and 22 versions of profiles. */
const SIZE = {
  projects: 60,
  clusters: 300,
  extraUsers: 491,
  extraTeams: 35,
  extraProfiles: 178,
};
const SHORT_SIZE = { projects: 6, clusters: 60, extraUsers: 0 };
const MAX_CALLS = 40;
/** The framework's own task table counts each run, and the entities' next turn is no change of them. */
const OWN_TABLES = [
  'refresh_state',
  'refresh_state_references',
  'refresh_keys',
  'final_entities',
  'relations',
  'search',
];
/** PostgreSQL's counters are up to ten seconds behind an idle connection. */
const COUNTED_MS = 12_000;
const SHORT_COUNTED_MS = 1_500;
const KINDS: JsonObject = { users: true, teams: true };

/** A run of a new catalog, and one in which nothing has changed. */
export async function measureRuns(context: BenchmarkContext): Promise<Table> {
  const { short } = context;
  const size = short ? SHORT_SIZE : SIZE;
  const countedMs = short ? SHORT_COUNTED_MS : COUNTED_MS;
  const palette = await startPaletteSimulator({ size, client: CLIENT });
  const database = postgresDatabase(context.postgres);
  let backend: BackendProcess | undefined;
  let knex: Knex | undefined;
  try {
    palette.control.setRateLimits(true);
    backend = await startCatalogBackend(context, palette, database, {
      kinds: KINDS,
      schedule: {
        frequency: { seconds: short ? 15 : 90 },
        timeout: { minutes: 1 },
        initialDelay: { seconds: 0 },
      },
    });
    await untilRuns(backend, 1);
    const calls = countCalls(palette);
    knex = knexFactory({ client: 'pg', connection: catalogUrl(database) });
    const before = await settledWrites(knex, countedMs);
    const runs = runsOf(backend);
    palette.control.clearRequests();
    await untilRuns(backend, runs + 1);
    await sleep(countedMs);
    const written = (await writes(knex)) - before;
    return {
      title: `${size.projects} projects, ${size.clusters} clusters, ${9 + size.extraUsers} users`,
      columns: ['what', 'figure', 'at most'],
      rows: [
        ['calls of Palette, first run', calls.all, MAX_CALLS],
        [
          'of them below one prefix',
          calls.mostOfPrefix,
          'half of its burst of 50',
        ],
        ['calls, run without changes', countCalls(palette).all, MAX_CALLS],
        ['rows written by it', written, 0],
      ],
    };
  } finally {
    await knex?.destroy();
    await backend?.stop();
    await database.drop();
    await palette.close();
  }
}

function countCalls({ control }: PaletteSimulator) {
  const paths = control
    .requests()
    .filter(({ auth }) => auth === 'apikey')
    .map(({ path }) => path);
  const byPrefix = new Map<string, number>();
  for (const path of paths) {
    const prefix = path.split('/').slice(0, 3).join('/');
    byPrefix.set(prefix, (byPrefix.get(prefix) ?? 0) + 1);
  }
  return { all: paths.length, mostOfPrefix: Math.max(0, ...byPrefix.values()) };
}

function catalogUrl({ config }: BenchmarkDatabase): string {
  const url = new URL(String(config.connection));
  url.pathname = `/${String(config.prefix)}catalog`;
  return url.href;
}

/** Rows that were written so far, of the tables that hold entities. */
async function writes(knex: Knex): Promise<number> {
  const [{ rows }] = await knex('pg_stat_user_tables')
    .whereIn('relname', OWN_TABLES)
    .select(knex.raw('sum(n_tup_ins + n_tup_upd + n_tup_del)::int as rows'));
  return rows;
}

/** The same, once the catalog has finished with its entities. */
async function settledWrites(knex: Knex, countedMs: number): Promise<number> {
  let before = -1;
  for (let now = await writes(knex); now !== before; now = await writes(knex)) {
    before = now;
    await sleep(countedMs);
  }
  return before;
}
