import type { Project } from '@terasky/backstage-plugin-spectrocloud-common';
import { toDescription, toReferences, toRowMetadata } from '../mapping/common';
import { fetchProjects } from '../palette/endpoints/users';
import type { PaletteReader } from '../reads/PaletteReader';

/** The projects that the caller may see, with the health of their clusters. */
export async function listProjects(reader: PaletteReader): Promise<Project[]> {
  return reader.list('projects', [], async shared => {
    const projects = await fetchProjects(shared.client);
    return projects.map(({ metadata, specSummary, status }) => ({
      metadata: toRowMetadata(metadata),
      spec: { teams: toReferences(specSummary?.teams) },
      description: toDescription(metadata),
      status: {
        isDisabled: status?.status?.isDisabled,
        clustersHealth: status?.clustersHealth,
      },
    }));
  });
}
