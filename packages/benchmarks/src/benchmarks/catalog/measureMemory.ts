import { setTimeout as sleep } from 'node:timers/promises';
import { startPaletteSimulator } from 'palette-simulator';
import type { BackendProcess } from '../../backend/BackendProcess';
import { CLIENT } from '../../backend/backendConfig';
import { postgresDatabase } from '../../backend/databases';
import type { BenchmarkContext } from '../../Benchmark';
import type { Table } from '../../report/Section';
import {
  entitiesRead,
  runsOf,
  SAMPLE_MS,
  startCatalogBackend,
} from './catalogBackend';

const MANY_CLUSTERS = 10_000;
const SHORT_MANY_CLUSTERS = 200;
const MAX_MB = 300;
const SETTLED_MS = 5_000;

/** What a backend needs above what it needs idle, while it fills a catalog. */
export async function measureMemory(context: BenchmarkContext): Promise<Table> {
  const clusters = context.short ? SHORT_MANY_CLUSTERS : MANY_CLUSTERS;
  const palette = await startPaletteSimulator({
    size: { projects: 60, clusters, extraUsers: 0 },
    client: CLIENT,
  });
  const database = postgresDatabase(context.postgres);
  let backend: BackendProcess | undefined;
  try {
    backend = await startCatalogBackend(context, palette, database, {
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
