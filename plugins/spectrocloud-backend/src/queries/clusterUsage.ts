import type {
  ClusterCost,
  ClusterMetric,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { toCost, toMetric } from '../mapping/clusterDetails';
import {
  fetchCost,
  fetchMetrics,
  type TimeWindow,
} from '../palette/endpoints/clusterDetails';
import type { PaletteReader } from '../reads/PaletteReader';
import { locateCluster } from './locateCluster';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** As many as a chart shows. */
const POINTS = 96;
const COST_DAYS = 30;

/** Ends at a full minute, so that those who ask at about the same time ask for the same. */
function windowOf(lengthMs: number): TimeWindow {
  const end = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
  return { start: new Date(end - lengthMs), end: new Date(end) };
}

/** What a cluster used in the last hours. */
export async function listMetrics(
  reader: PaletteReader,
  uid: string,
  hours: number,
  givenProjectUid?: string,
): Promise<ClusterMetric[]> {
  const projectUid = await locateCluster(reader, uid, givenProjectUid);
  const key = [uid, projectUid, String(hours)];
  return reader.list('cluster-metrics', key, async shared => {
    const periodMinutes = Math.max(1, Math.round((hours * 60) / POINTS));
    const metrics = await fetchMetrics(
      shared.client,
      uid,
      { ...windowOf(hours * HOUR_MS), periodMinutes },
      projectUid,
    );
    return metrics.map(toMetric);
  });
}

/** What a cluster cost in the last month, day by day. */
export async function getCost(
  reader: PaletteReader,
  uid: string,
  givenProjectUid?: string,
): Promise<ClusterCost> {
  const projectUid = await locateCluster(reader, uid, givenProjectUid);
  return reader.list('cluster-cost', [uid, projectUid], async shared =>
    toCost(
      await fetchCost(
        shared.client,
        uid,
        windowOf(COST_DAYS * DAY_MS),
        projectUid,
      ),
    ),
  );
}
