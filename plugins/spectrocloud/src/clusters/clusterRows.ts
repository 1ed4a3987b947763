import type {
  ClusterMeta,
  VirtualClusterSummary,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { cloudLabel } from '../components/cloudLabel';
import { isInTransition, stateOf } from '../components/stateOf';
import { type Attention, attentionOf } from './attention';

/** A cluster, as the table shows it. */
export interface ClusterRow {
  id: string;
  name: string;
  /** What a search looks at, in small letters. */
  searched: string;
  kind: 'host' | 'virtual';
  /** Host cluster or cluster group of a virtual one. */
  host?: string;
  project: string;
  projectUid?: string;
  cloud: string;
  region: string;
  /** What Palette manages of it. */
  type: string;
  state: string;
  health: string;
  /** The version that the profiles want. */
  kubernetes: string;
  nodes?: number;
  /** Milli-cores. */
  cpu?: Usage;
  /** MiB. */
  memory?: Usage;
  /** US dollars an hour. */
  cost?: number;
  tags: string[];
  created: string;
  heartbeat: string;
  /** Why it needs somebody, the worst first. */
  attention: Attention[];
  /** What is wrong with it, in Palette's words. */
  problem?: string;
}

/** A cluster, as far as it takes to tell whether Palette is at work on it. */
export type FollowedCluster = Pick<
  VirtualClusterSummary,
  'metadata' | 'virtual'
> & {
  spec: { projectUid?: string };
  /** Lists don't tell of upgrades. */
  status: { state?: string; upgrading?: boolean };
};

/** What of something is used. */
export interface Usage {
  used: number;
  total: number;
}

/** What a list is shown with, beside the list itself. */
export interface RowContext {
  /** The word for what Palette doesn't tell. */
  unknown: string;
  /** In ms since 1970. */
  now: number;
  meta?: ReadonlyMap<string, ClusterMeta>;
}

/** The columns that a filter can pick values of. */
export const FILTER_COLUMNS = [
  'kind',
  'project',
  'cloud',
  'region',
  'type',
  'state',
  'health',
  'kubernetes',
  'tags',
  'attention',
] as const;

export type FilterColumn = (typeof FILTER_COLUMNS)[number];

/** What the table is narrowed by: words, and for each column the values that may be; none stands for all. */
export type ClusterFilter = { search: string } & Record<FilterColumn, string[]>;

const TAG = 'spectro__tag';
/** Palette's own word: the address of a filter is the same in every language. */
const UNTOLD = 'Unknown';

/** Palette's word for what it does with a cluster: a virtual one that is paused is running to its state. */
function stateIn({
  status,
  virtual,
}: Pick<FollowedCluster, 'status' | 'virtual'>): string | undefined {
  const lifecycle =
    virtual?.lifecycle === 'Running' ? undefined : virtual?.lifecycle;
  return stateOf(lifecycle ?? status.state);
}

/** Whether Palette is at work on it. */
export function isChanging(cluster: FollowedCluster): boolean {
  return isInTransition(stateIn(cluster)) || cluster.status.upgrading === true;
}

export function toClusterRow(
  cluster: VirtualClusterSummary,
  { unknown, now, meta }: RowContext,
): ClusterRow {
  const { metadata, spec, status, virtual } = cluster;
  const { region = '', clusterType = '' } = meta?.get(metadata.uid) ?? {};
  const { conditions, lastHeartBeatTimestamp } = status.health ?? {};
  const row: Omit<ClusterRow, 'searched'> = {
    id: metadata.uid,
    name: metadata.name,
    kind: virtual || spec.cloudType === 'nested' ? 'virtual' : 'host',
    host: virtual?.clusterGroup?.name ?? virtual?.hostCluster?.name,
    project: spec.projectName || spec.projectUid || unknown,
    projectUid: spec.projectUid,
    cloud: spec.cloudType || unknown,
    region,
    type: clusterType,
    state: stateIn(cluster) || UNTOLD,
    health: stateOf(status.health?.state) || UNTOLD,
    kubernetes: spec.kubernetesVersion ?? '',
    nodes: spec.nodes?.size,
    cpu: status.cpuMilliCore,
    memory: status.memoryMiB,
    cost: status.costPerHour,
    tags: Object.entries(metadata.labels ?? {}).map(([key, value]) =>
      value === TAG ? key : `${key}:${value}`,
    ),
    created: metadata.creationTimestamp ?? '',
    heartbeat: lastHeartBeatTimestamp ?? '',
    attention: attentionOf(cluster, now),
    problem: conditions?.find(({ message }) => message)?.message,
  };
  return { ...row, searched: textOf(row) };
}

/** The rows that fit; the search looks at what names a cluster, not at how it is. */
export function filterRows(
  rows: ClusterRow[],
  filter: ClusterFilter,
): ClusterRow[] {
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  const picked = FILTER_COLUMNS.filter(column => filter[column].length > 0);
  return rows.filter(
    row =>
      picked.every(column =>
        valuesIn(row, column).some(value => filter[column].includes(value)),
      ) && words.every(word => row.searched.includes(word)),
  );
}

/** The values of a column, each once, in order. */
export function valuesOf(rows: ClusterRow[], column: FilterColumn): string[] {
  return [...new Set(rows.flatMap(row => valuesIn(row, column)))].sort((a, b) =>
    a.localeCompare(b, undefined, { numeric: true }),
  );
}

function valuesIn(row: ClusterRow, column: FilterColumn): string[] {
  const value = row[column];
  if (Array.isArray(value)) {
    return value;
  }
  return value ? [value] : [];
}

function textOf(row: Omit<ClusterRow, 'searched'>): string {
  const { id, name, host = '', project, cloud, region, tags } = row;
  return `${name} ${id} ${host} ${project} ${cloud} ${cloudLabel(cloud)} ${region} ${tags.join(' ')}`.toLowerCase();
}
