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

/** Who the owner of the token is, and what they may do where; not in the vendor's schema. */
export async function fetchUserMe(client: PaletteClient): Promise<V1UserMe> {
  return client.json({ path: palettePath`/v1/users/me` });
}

/** Uids of the token's owner and their tenant. */
export async function fetchUserInfo(
  client: PaletteClient,
): Promise<V1UserInfo> {
  return client.json({ path: palettePath`/v1/users/info` });
}

/** A user's name and e-mail address. */
export async function fetchUser(
  client: PaletteClient,
  uid: string,
): Promise<V1User> {
  return client.json({ path: palettePath`/v1/users/${uid}` });
}

/** Public SSH keys. */
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

/** Projects with the health of their clusters. */
export async function fetchProjects(
  client: PaletteClient,
): Promise<V1ProjectSummary[]> {
  return client.pages({
    method: 'POST',
    path: palettePath`/v1/dashboard/projects`,
    body: { filter: {}, sort: [{ field: 'name', order: 'asc' }] },
  });
}
