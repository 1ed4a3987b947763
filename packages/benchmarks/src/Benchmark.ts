import type { DatabaseKind } from './backend/databases';
import type { PaletteProcess } from './palette/PaletteProcess';
import type { Section } from './report/Section';

/** A checkout of this repository whose backend is measured. */
export interface Checkout {
  /** Short name in the tables: its commit. */
  name: string;
  /** Root of it. */
  path: string;
}

/** What every benchmark has at hand. */
export interface BenchmarkContext {
  /** This one, then the one that it is compared with. */
  checkouts: Checkout[];
  /** Connection string of the PostgreSQL server. */
  postgres: string;
  /** Temporary; gone afterwards. */
  folder: string;
  /** Only to see that each figure comes about. */
  short: boolean;
  palette: PaletteProcess;
  /** Where CPU profiles go, if any are taken: they slow down what they look at. */
  profiles?: string;
}

/** A benchmark: what it is called, and how it is done. */
export interface Benchmark {
  name: string;
  run(context: BenchmarkContext): Promise<Section>;
}

/** The databases that requests and sign-ins are measured on; for a try, the one that the other benchmarks leave out. */
export function databaseKinds({
  short,
}: Pick<BenchmarkContext, 'short'>): DatabaseKind[] {
  return short ? ['SQLite'] : ['PostgreSQL', 'SQLite'];
}
