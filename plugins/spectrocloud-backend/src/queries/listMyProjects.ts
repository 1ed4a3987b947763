import type { UserProject } from '@terasky/backstage-plugin-spectrocloud-common';
import type { PaletteReader } from '../reads/PaletteReader';
import { getMe } from './getMe';
import { readProjectNames } from './getProjectNames';

/** The caller's own projects: those in which Palette gives them any permission. */
export async function listMyProjects(
  reader: PaletteReader,
): Promise<UserProject[]> {
  return reader.list('my-projects', [], async shared => {
    const [me, names] = await Promise.all([
      getMe(shared),
      readProjectNames(shared),
    ]);
    return Object.entries(me.projectPermissions).map(([uid, permissions]) => ({
      uid,
      name: names.get(uid),
      permissions,
    }));
  });
}
