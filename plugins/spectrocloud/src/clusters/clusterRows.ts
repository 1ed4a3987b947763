import type { ClusterSummary } from '@terasky/backstage-plugin-spectrocloud-common';
import { cloudLabel } from '../components/cloudLabel';

/** A cluster, as the table shows it. */
export interface ClusterRow {
  id: string;
  name: string;
  project: string;
  cloud: string;
  state: string;
  health: string;
  kubernetes: string;
  created: string;
}

/** What the table is narrowed by; an empty text stands for everything. */
export interface ClusterFilter {
  search: string;
  project: string;
  cloud: string;
  state: string;
  health: string;
}

/** The columns that a filter can pick one value of. */
export const FILTER_COLUMNS = ['project', 'cloud', 'state', 'health'] as const;

export function toClusterRow(
  cluster: ClusterSummary,
  unknown: string,
): ClusterRow {
  const { metadata, spec, status } = cluster;
  return {
    id: metadata.uid,
    name: metadata.name,
    project: spec.projectName ?? spec.projectUid ?? unknown,
    cloud: spec.cloudType ?? unknown,
    state: status.state ?? unknown,
    health: status.health?.state ?? unknown,
    kubernetes: spec.kubernetesVersion ?? '',
    created: metadata.creationTimestamp ?? '',
  };
}

/** The rows that fit; the search looks at everything that a row shows. */
export function filterRows(
  rows: ClusterRow[],
  filter: ClusterFilter,
): ClusterRow[] {
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(
    row =>
      FILTER_COLUMNS.every(
        column => !filter[column] || row[column] === filter[column],
      ) && words.every(word => textOf(row).includes(word)),
  );
}

/** The values of a column, each once, in order. */
export function valuesOf(
  rows: ClusterRow[],
  column: (typeof FILTER_COLUMNS)[number],
): string[] {
  return [...new Set(rows.map(row => row[column]))].sort((a, b) =>
    a.localeCompare(b),
  );
}

function textOf(row: ClusterRow): string {
  const { name, project, cloud, state, health, kubernetes } = row;
  return `${name} ${project} ${cloud} ${cloudLabel(cloud)} ${state} ${health} ${kubernetes}`.toLowerCase();
}
