import type { PaletteClient } from '../palette/PaletteClient';
import type { V1ObjectMeta } from '../palette/v1';
import type { PaletteReader } from '../reads/PaletteReader';
import { acrossProjects } from './acrossProjects';

/** A held list of what the caller may see, of one project or of all. */
export async function listVisible<T extends { metadata?: V1ObjectMeta }>(
  reader: PaletteReader,
  options: {
    /** Names the list in the cache. */
    operation: string;
    /** Palette's permission to read it in the tenant's scope. */
    permission: string;
    projectUid?: string;
    read(client: PaletteClient, projectUid: string | undefined): Promise<T[]>;
  },
): Promise<T[]> {
  const { operation, permission, projectUid, read } = options;
  return reader.list(operation, [projectUid], async shared => {
    const found = await acrossProjects(shared, {
      projectUid,
      permission,
      read: scope => read(shared.client, scope),
      uidOf: ({ metadata }) => metadata?.uid,
    });
    return found.map(({ item }) => item);
  });
}
