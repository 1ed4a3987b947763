import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { JsonObject } from '@backstage/types';
import type { PaletteSimulator } from 'palette-simulator';
import { BackendProcess } from '../../backend/BackendProcess';
import type { BenchmarkDatabase } from '../../backend/databases';
import type { BenchmarkContext } from '../../Benchmark';

export const SAMPLE_MS = 200;
const PATIENCE_MS = 15 * 60_000;

/** A backend whose catalog is filled from the Palette, as `catalogProvider` says. */
export function startCatalogBackend(
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
export function runsOf({ logFile }: BackendProcess): number {
  const lines = readFileSync(logFile, 'utf8').split('\n');
  const failed = lines.find(line => line.includes('keeps its entities'));
  if (failed) throw new Error(failed);
  return lines.filter(line => /Read \d+ entities of Palette/.test(line)).length;
}

/** How many entities the last run has read. */
export function entitiesRead({ logFile }: BackendProcess): string | undefined {
  const log = readFileSync(logFile, 'utf8');
  return [...log.matchAll(/Read (\d+) entities of Palette/g)].at(-1)?.[1];
}

/** Waits until the log tells of so many runs. @throws when that takes too long */
export async function untilRuns(backend: BackendProcess, count: number) {
  const until = performance.now() + PATIENCE_MS;
  while (runsOf(backend) < count) {
    if (performance.now() > until)
      throw new Error('The catalog was not filled');
    await sleep(SAMPLE_MS);
  }
}
