import type { VirtualClusterSummary } from '@terasky/backstage-plugin-spectrocloud-common';
import { cloudLabel } from '../components/cloudLabel';
import { stateOf } from '../components/stateOf';

/** A cluster, as the table shows it. */
export interface ClusterRow {
  id: string;
  name: string;
  kind: 'host' | 'virtual';
  /** Host cluster or cluster group of a virtual one. */
  host?: string;
  project: string;
  cloud: string;
  state: string;
  health: string;
  /** The version that the profiles want. */
  kubernetes: string;
  nodes?: number;
  tags: string[];
  created: string;
  heartbeat: string;
}

/** The columns that a filter can pick values of. */
export const FILTER_COLUMNS = [
  'kind',
  'project',
  'cloud',
  'state',
  'health',
  'kubernetes',
  'tags',
] as const;

export type FilterColumn = (typeof FILTER_COLUMNS)[number];

/** What the table is narrowed by: words, and for each column the values that may be; none stands for all. */
export type ClusterFilter = { search: string } & Record<FilterColumn, string[]>;

const TAG = 'spectro__tag';

export function toClusterRow(
  cluster: VirtualClusterSummary,
  unknown: string,
): ClusterRow {
  const { metadata, spec, status, virtual } = cluster;
  // A virtual cluster that is paused is running to Palette's state.
  const lifecycle =
    virtual?.lifecycle === 'Running' ? undefined : virtual?.lifecycle;
  return {
    id: metadata.uid,
    name: metadata.name,
    kind: virtual || spec.cloudType === 'nested' ? 'virtual' : 'host',
    host: virtual?.clusterGroup?.name ?? virtual?.hostCluster?.name,
    project: spec.projectName ?? spec.projectUid ?? unknown,
    cloud: spec.cloudType ?? unknown,
    state: stateOf(lifecycle ?? status.state) ?? unknown,
    health: stateOf(status.health?.state) ?? unknown,
    kubernetes: spec.kubernetesVersion ?? '',
    nodes: spec.nodes?.size,
    tags: Object.entries(metadata.labels ?? {}).map(([key, value]) =>
      value === TAG ? key : `${key}:${value}`,
    ),
    created: metadata.creationTimestamp ?? '',
    heartbeat: status.health?.lastHeartBeatTimestamp ?? '',
  };
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
      ) && words.every(word => textOf(row).includes(word)),
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

function textOf(row: ClusterRow): string {
  const { id, name, host = '', project, cloud, tags } = row;
  return `${name} ${id} ${host} ${project} ${cloud} ${cloudLabel(cloud)} ${tags.join(' ')}`.toLowerCase();
}
