import type { Project } from '@terasky/backstage-plugin-spectrocloud-common';
import type { ClusterRow } from '../clusters/clusterRows';

/** A project, as the table shows it; the figures are of the same clusters as the list of clusters has. */
export interface ProjectRow {
  id: string;
  name: string;
  description: string;
  created?: string;
  /** None while the clusters aren't known. */
  clusters?: number;
  hosts?: number;
  virtual?: number;
  healthy?: number;
  unhealthy?: number;
  failed?: number;
}

/** Each project with the figures of its clusters. */
export function toProjectRows(
  projects: Project[],
  clusters: ClusterRow[] | undefined,
): ProjectRow[] {
  const byUid = new Map<string, ClusterRow[]>();
  for (const row of clusters ?? []) {
    const key = row.projectUid ?? '';
    byUid.set(key, [...(byUid.get(key) ?? []), row]);
  }
  return projects.map(({ metadata, description = '' }) => {
    const own = byUid.get(metadata.uid) ?? [];
    const count = (test: (row: ClusterRow) => boolean) =>
      clusters && own.filter(test).length;
    return {
      id: metadata.uid,
      name: metadata.name,
      description,
      created: metadata.creationTimestamp,
      clusters: count(() => true),
      hosts: count(({ kind }) => kind === 'host'),
      virtual: count(({ kind }) => kind === 'virtual'),
      healthy: count(({ health }) => health === 'Healthy'),
      unhealthy: count(({ health }) => health === 'UnHealthy'),
      failed: count(({ state }) => state === 'Error'),
    };
  });
}
