import { nodeCountOf } from '../../seed/pools';
import type { Cluster } from '../../seed/types';

const MINUTE_MS = 60_000;
const MILLICORES_PER_NODE = 4000;
const KIB_PER_NODE = 16 * 1024 * 1024;
const MAX_POINTS = 2000;
/** A working day is busier than its night. */
const BASE = 0.35;
const SWING = 0.2;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Which times are asked for. */
export interface MetricWindow {
  startMs: number;
  endMs: number;
  periodMinutes: number;
}

function shareAt(ms: number): number {
  return BASE + SWING * Math.sin((2 * Math.PI * (ms % DAY_MS)) / DAY_MS);
}

function metricOf(
  { kind, unit, total }: { kind: string; unit: string; total: number },
  { startMs, endMs, periodMinutes }: MetricWindow,
) {
  const stepMs = periodMinutes * MINUTE_MS;
  const count = Math.min(
    MAX_POINTS,
    Math.max(0, Math.floor((endMs - startMs) / stepMs)),
  );
  const points = Array.from({ length: count }, (_, index) => {
    const ms = startMs + index * stepMs;
    return {
      timestamp: Math.floor(ms / 1000),
      value: Math.round(total * shareAt(ms)),
    };
  });
  const values = points.map(({ value }) => value);
  const sum = values.reduce((all, value) => all + value, 0);
  return {
    ...(count > 0 && {
      aggregation: {
        avg: sum / count,
        count,
        max: Math.max(...values),
        min: Math.min(...values),
        sum,
      },
    }),
    kind,
    points,
    unit,
  };
}

/** `v1MetricTimeSeriesList` of a cluster; the kinds have names of the simulator's own. */
export function metricsView(cluster: Cluster, window: MetricWindow) {
  const nodes = nodeCountOf(cluster);
  const items = [
    { kind: 'cpu', unit: 'MilliCore', total: nodes * MILLICORES_PER_NODE },
    { kind: 'memory', unit: 'KiB', total: nodes * KIB_PER_NODE },
  ];
  return { items: items.map(item => metricOf(item, window)) };
}
