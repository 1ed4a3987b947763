import type { ClusterMetric } from '@terasky/backstage-plugin-spectrocloud-common';

/** What Palette's units become for people: the factor, and the word. */
const UNITS: ReadonlyMap<string, [divisor: number, unit: string]> = new Map([
  ['MilliCore', [1_000, 'cores']],
  ['KiB', [1_024 * 1_024, 'GiB']],
  ['MiB', [1_024, 'GiB']],
]);

/** A metric in a unit that people count in. */
export interface ReadableMetric {
  kind: string;
  unit: string;
  points: Array<{ time: number; value: number }>;
  /** None where nothing was measured. */
  latest?: number;
  highest?: number;
  average?: number;
}

/** The metric in cores or GiB, where Palette's unit is known, else as it comes. */
export function readMetric({
  kind,
  unit = '',
  points,
}: ClusterMetric): ReadableMetric {
  const [divisor, word] = UNITS.get(unit) ?? [1, unit];
  const read = points.map(({ at, value }) => ({
    time: Date.parse(at),
    value: value / divisor,
  }));
  const values = read.map(({ value }) => value);
  if (values.length === 0) return { kind, unit: word, points: read };
  return {
    kind,
    unit: word,
    points: read,
    latest: values[values.length - 1],
    highest: values.reduce((a, b) => Math.max(a, b)),
    average: values.reduce((sum, value) => sum + value, 0) / values.length,
  };
}

/** So many at most, evenly spread, the last one always among them. */
export function sample<T>(items: T[], most: number): T[] {
  const step = Math.max(1, Math.ceil(items.length / most));
  return items.filter((_, index) => (items.length - 1 - index) % step === 0);
}
