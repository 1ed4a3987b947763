import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { JsonObject } from '@backstage/types';
import knexFactory, { type Knex } from 'knex';
import {
  type PaletteSimulator,
  startPaletteSimulator,
} from 'palette-simulator';
import { BackendProcess } from '../backend/BackendProcess';
import { CLIENT } from '../backend/backendConfig';
import { type BenchmarkDatabase, postgresDatabase } from '../backend/databases';
import type { Benchmark, BenchmarkContext } from '../Benchmark';
import type { Table } from '../report/Section';

/** Beside the simulator's own: 9 users, 5 teams and 22 versions of profiles. */
const SIZE = {
  projects: 60,
  clusters: 300,
  extraUsers: 491,
  extraTeams: 35,
  extraProfiles: 178,
};
const SHORT_SIZE = { projects: 6, clusters: 60, extraUsers: 0 };
const MANY_CLUSTERS = 10_000;
const SHORT_MANY_CLUSTERS = 200;
const MAX_CALLS = 40;
const MAX_MB = 300;
/** The framework's own task table counts each run, and the entities' next turn is no change of them. */
const OWN_TABLES = [
  'refresh_state',
  'refresh_state_references',
  'refresh_keys',
  'final_entities',
  'relations',
  'search',
];
const SETTLED_MS = 5_000;
/** PostgreSQL's counters are up to ten seconds behind an idle connection. */
const COUNTED_MS = 12_000;
const SHORT_COUNTED_MS = 1_500;
const SAMPLE_MS = 200;
const PATIENCE_MS = 15 * 60_000;
const KINDS: JsonObject = { users: true, teams: true };

/** What filling the catalog costs Palette, the database and the memory. */
export const catalogRuns: Benchmark = {
  name: 'catalog',
  async run(context) {
    return {
      name: 'catalog',
      title: 'Filling the catalog',
      tables: [await measureRuns(context), await measureMemory(context)],
    };
  },
};

/** A run of a new catalog, and one in which nothing has changed. */
async function measureRuns(context: BenchmarkContext): Promise<Table> {
  const { short } = context;
  const size = short ? SHORT_SIZE : SIZE;
  const countedMs = short ? SHORT_COUNTED_MS : COUNTED_MS;
  const palette = await startPaletteSimulator({ size, client: CLIENT });
  const database = postgresDatabase(context.postgres);
  let backend: BackendProcess | undefined;
  let knex: Knex | undefined;
  try {
    palette.control.setRateLimits(true);
    backend = await start(context, palette, database, {
      kinds: KINDS,
      schedule: {
        frequency: { seconds: short ? 15 : 90 },
        timeout: { minutes: 1 },
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

/** What a backend needs above what it needs idle, while it fills a catalog. */
async function measureMemory(context: BenchmarkContext): Promise<Table> {
  const clusters = context.short ? SHORT_MANY_CLUSTERS : MANY_CLUSTERS;
  const palette = await startPaletteSimulator({
    size: { projects: 60, clusters, extraUsers: 0 },
    client: CLIENT,
  });
  const database = postgresDatabase(context.postgres);
  let backend: BackendProcess | undefined;
  try {
    backend = await start(context, palette, database, {
      schedule: {
        initialDelay: { seconds: 10 },
        frequency: { hours: 1 },
        timeout: { minutes: 10 },
      },
    });
    await sleep(SETTLED_MS);
    const idle = await backend.usage({ collect: true });
    let { rssBytes, heapBytes } = idle;
    let until = Infinity;
    while (performance.now() < until) {
      const now = await backend.usage();
      rssBytes = Math.max(rssBytes, now.rssBytes);
      heapBytes = Math.max(heapBytes, now.heapBytes);
      if (until === Infinity && runsOf(backend) > 0) {
        until = performance.now() + SETTLED_MS;
      }
      await sleep(SAMPLE_MS);
    }
    const mb = (bytes: number) => Math.round(bytes / 1024 / 1024);
    const above = 'above it while the catalog is filled';
    return {
      title: `${clusters} clusters, ${entitiesRead(backend)} entities`,
      columns: ['what', 'MB', 'at most'],
      rows: [
        ['memory of the idle process', mb(idle.rssBytes), undefined],
        [above, mb(rssBytes - idle.rssBytes), MAX_MB],
        ['heap of the idle process', mb(idle.heapBytes), undefined],
        [above, mb(heapBytes - idle.heapBytes), MAX_MB],
      ],
    };
  } finally {
    await backend?.stop();
    await database.drop();
    await palette.close();
  }
}

function start(
  { checkouts: [checkout], folder }: BenchmarkContext,
  palette: PaletteSimulator,
  database: BenchmarkDatabase,
  catalogProvider: JsonObject,
): Promise<BackendProcess> {
  return BackendProcess.start({
    checkout: checkout.path,
    folder,
    paletteUrl: palette.url,
    database: database.config,
    limits: true,
    catalogProvider,
  });
}

/** How many runs the log tells of. @throws what it tells of one that failed */
function runsOf({ logFile }: BackendProcess): number {
  const lines = readFileSync(logFile, 'utf8').split('\n');
  const failed = lines.find(line => line.includes('keeps its entities'));
  if (failed) throw new Error(failed);
  return lines.filter(line => /Read \d+ entities of Palette/.test(line)).length;
}

/** How many entities the last run has read. */
function entitiesRead({ logFile }: BackendProcess): string | undefined {
  const log = readFileSync(logFile, 'utf8');
  return [...log.matchAll(/Read (\d+) entities of Palette/g)].at(-1)?.[1];
}

async function untilRuns(backend: BackendProcess, count: number) {
  const until = performance.now() + PATIENCE_MS;
  while (runsOf(backend) < count) {
    if (performance.now() > until)
      throw new Error('The catalog was not filled');
    await sleep(SAMPLE_MS);
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
