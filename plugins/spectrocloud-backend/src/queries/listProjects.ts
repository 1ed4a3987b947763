import type { Project } from '@terasky/backstage-plugin-spectrocloud-common';
import { toRowMetadata } from '../mapping/metadata';
import type { PaletteReader } from '../reads/PaletteReader';

/** The projects that the caller may see, with the health of their clusters. */
export async function listProjects(reader: PaletteReader): Promise<Project[]> {
  return reader.list('projects', [], async shared => {
    const projects = await shared.client().searchProjects();
    return projects.map(({ metadata, status }) => ({
      metadata: toRowMetadata(metadata),
      status: {
        isDisabled: status?.status?.isDisabled,
        clustersHealth: status?.clustersHealth,
      },
    }));
  });
}
