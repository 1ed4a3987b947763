import type { UserProject } from '@terasky/backstage-plugin-spectrocloud-common';
import type { PaletteReader } from '../reads/PaletteReader';
import { getMe } from './getMe';

/** The caller's own projects: those in which Palette gives them any permission. */
export async function listMyProjects(
  reader: PaletteReader,
): Promise<UserProject[]> {
  return reader.list('my-projects', [], async shared => {
    const [me, projects] = await Promise.all([
      getMe(shared),
      shared.client().listProjectMetadata(),
    ]);
    const names = new Map(
      projects.map(({ metadata }) => [metadata?.uid, metadata?.name]),
    );
    return Object.entries(me.projectPermissions).map(([uid, permissions]) => ({
      uid,
      name: names.get(uid),
      permissions,
    }));
  });
}
