import type { Project } from '@terasky/backstage-plugin-spectrocloud-common';
import type {
  ProfileGroup,
  ProfileVersion,
} from '@terasky/backstage-plugin-spectrocloud-react';
import { clustersBehind, clustersOf } from './clustersOf';

/** A profile, as the table shows it. */
export interface ProfileRow {
  /** Uid of the newest version. */
  id: string;
  name: string;
  description: string;
  type: string;
  cloud: string;
  /** Its project's name; empty where it is the tenant's or the system's. */
  project: string;
  projectUid?: string;
  versions: ProfileVersion[];
  packs: string;
  clusters?: number;
  behind?: number;
}

export function toProfileRow(
  group: ProfileGroup,
  projects: Project[],
): ProfileRow {
  const { name, description = '', type, cloud, projectUid, versions } = group;
  const project = projects.find(({ metadata }) => metadata.uid === projectUid);
  return {
    id: versions[0].uid,
    name,
    description,
    type,
    cloud,
    project: project?.metadata.name ?? projectUid ?? '',
    projectUid,
    versions,
    packs: group.packs.join(', '),
    clusters: clustersOf(group),
    behind: clustersBehind(group),
  };
}

/** The rows in which every word is found; of a project, those that it can use. */
export function filterProfiles(
  rows: ProfileRow[],
  by: { search: string; project: string },
): ProfileRow[] {
  const words = by.search.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(row => {
    const { name, description, type, cloud, project, versions, packs } = row;
    if (by.project && project && project !== by.project) return false;
    const text = [
      name,
      description,
      type,
      cloud,
      project,
      packs,
      ...versions.map(({ version }) => version),
    ]
      .join(' ')
      .toLowerCase();
    return words.every(word => text.includes(word));
  });
}
