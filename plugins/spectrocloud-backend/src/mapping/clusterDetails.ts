import type {
  ClusterCost,
  ClusterMetric,
  ClusterOidc,
  ClusterWorkload,
  Machine,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type {
  V1ClusterCost,
  V1ClusterOidc,
  V1ClusterWorkloads,
  V1Machine,
  V1Metric,
  V1Workload,
} from '../palette/v1clusterDetails';
import { toHealthState, toTime } from './common';

/** Times beyond it are milliseconds: as seconds, they would be in the year 5138. */
const MAX_SECONDS = 1e11;

/** Palette doesn't say whether its points count seconds or milliseconds. */
function toPointTime(timestamp: number | undefined): string | undefined {
  if (typeof timestamp !== 'number') return undefined;
  const ms = timestamp > MAX_SECONDS ? timestamp : timestamp * 1000;
  // What is no time at all has no text.
  return Number.isNaN(new Date(ms).getTime())
    ? undefined
    : new Date(ms).toISOString();
}

/** The points that have a time and a value, in their order. */
function toPoints<T extends { timestamp?: number }>(
  points: T[] = [],
  valueOf: (point: T) => number | undefined,
): Array<{ at: string; value: number }> {
  return points
    .flatMap(point => {
      const at = toPointTime(point.timestamp);
      const value = valueOf(point);
      return at && typeof value === 'number' ? [{ at, value }] : [];
    })
    .sort((a, b) => a.at.localeCompare(b.at));
}

/** Each cloud has a way of its own to say how large a machine is. */
function toSize({ instanceType, offering }: NonNullable<V1Machine['spec']>) {
  if (typeof instanceType === 'string') return { instanceType };
  const { name, numCPUs, memoryMiB, diskGiB } = instanceType ?? {};
  return {
    instanceType: offering?.name ?? name,
    cpus: numCPUs,
    memoryMiB,
    diskGiB,
  };
}

/** A machine of any cloud. */
export function toMachine(machine: V1Machine): Machine {
  const { metadata = {}, spec = {}, status = {} } = machine;
  const names = [spec.hostname, spec.hostName, spec.dnsName];
  const addresses = (status.addresses ?? []).map(({ address }) => address);
  return {
    uid: metadata.uid ?? '',
    name: metadata.name ?? '',
    state: status.instanceState,
    health: toHealthState(status.health?.state),
    maintenance: status.maintenanceStatus?.action || undefined,
    ...toSize(spec),
    zone: spec.az || spec.availabilityZone || spec.zone || undefined,
    addresses: [...addresses, ...names].filter(text => text !== undefined),
    creationTimestamp: toTime(metadata.creationTimestamp),
  };
}

export function toMetric({ kind, unit, points }: V1Metric): ClusterMetric {
  return {
    kind: kind ?? '',
    unit,
    points: toPoints(points, ({ value }) => value),
  };
}

export function toCost({
  startTime,
  endTime,
  cluster = {},
}: V1ClusterCost): ClusterCost {
  return {
    total: cluster.cost?.total,
    startTime: toTime(startTime),
    endTime: toTime(endTime),
    points: toPoints(cluster.cloud?.data, ({ total }) => total).map(
      ({ at, value }) => ({ at, total: value }),
    ),
  };
}

function toWorkload(
  kind: ClusterWorkload['kind'],
  { metadata = {}, spec = {}, status = {} }: V1Workload,
): ClusterWorkload {
  const { replicas } = status;
  return {
    uid: metadata.entity?.uid,
    kind,
    namespace: metadata.namespace,
    name: metadata.entity?.name ?? '',
    ready: replicas?.ready ?? status.ready ?? status.succeeded,
    wanted: replicas?.total ?? status.desiredScheduled,
    phase: status.phase,
    schedule: spec.schedule,
    creationTimestamp: toTime(metadata.creationTimestamp),
  };
}

/** All workloads in one list; roles and their bindings are none. */
export function toWorkloads({ spec = {} }: V1ClusterWorkloads) {
  const lists: Array<[ClusterWorkload['kind'], V1Workload[] | undefined]> = [
    ['Deployment', spec.deployments],
    ['StatefulSet', spec.statefulSets],
    ['DaemonSet', spec.daemonSets],
    ['Job', spec.jobs],
    ['CronJob', spec.cronJobs],
    ['Pod', spec.pods],
  ];
  return lists.flatMap(([kind, workloads = []]) =>
    workloads.map(workload => toWorkload(kind, workload)),
  );
}

/** The secret of the client stays in Palette. */
export function toClusterOidc({
  issuerUrl,
  clientId,
  scopes,
}: V1ClusterOidc): ClusterOidc {
  return {
    issuerUrl: issuerUrl ?? '',
    clientId: clientId ?? '',
    scopes: scopes ?? [],
  };
}
