import type { PaletteClient } from '../PaletteClient';
import { palettePath } from '../palettePath';
import type {
  V1ProjectMetadata,
  V1ProjectSummary,
  V1User,
  V1UserInfo,
  V1UserMe,
} from '../v1';
import type { V1SshKey } from '../v1infrastructure';

export async function fetchUserMe(client: PaletteClient): Promise<V1UserMe> {
  return client.json({ path: palettePath`/v1/users/me` });
}

export async function fetchUserInfo(
  client: PaletteClient,
): Promise<V1UserInfo> {
  return client.json({ path: palettePath`/v1/users/info` });
}

export async function fetchUser(
  client: PaletteClient,
  uid: string,
): Promise<V1User> {
  return client.json({ path: palettePath`/v1/users/${uid}` });
}

export async function fetchSshKeys(
  client: PaletteClient,
  projectUid?: string,
): Promise<V1SshKey[]> {
  return client.items({
    path: palettePath`/v1/users/assets/sshkeys`,
    projectUid,
  });
}

/** Names and uids only: the cheapest list of projects. */
export async function fetchProjectMetadata(
  client: PaletteClient,
): Promise<V1ProjectMetadata[]> {
  return client.items({
    path: palettePath`/v1/dashboard/projects/metadata`,
  });
}

export async function fetchProjects(
  client: PaletteClient,
): Promise<V1ProjectSummary[]> {
  return client.pages({
    method: 'POST',
    path: palettePath`/v1/dashboard/projects`,
    body: { filter: {}, sort: [{ field: 'name', order: 'asc' }] },
  });
}
