import { fetchProjectMetadata } from '../palette/endpoints/users';
import type { PaletteReader } from '../reads/PaletteReader';

/** Names of the caller's projects by uid. */
export async function readProjectNames(
  reader: PaletteReader,
): Promise<ReadonlyMap<string, string>> {
  const projects = await fetchProjectMetadata(reader.client);
  return new Map(
    projects.flatMap(({ metadata }) =>
      metadata?.uid && metadata.name ? [[metadata.uid, metadata.name]] : [],
    ),
  );
}

/** As `readProjectNames`, held; a name is no reason to fail, so without them it goes on. */
export async function getProjectNames(
  reader: PaletteReader,
): Promise<ReadonlyMap<string, string>> {
  try {
    return await reader.list('project-names', [], shared =>
      readProjectNames(shared),
    );
  } catch (error) {
    reader.logger.debug(`Project names are not known: ${error}`);
    return new Map();
  }
}
