import type { ProfileExportFormat } from '@terasky/backstage-plugin-spectrocloud-common';
import type { PaletteClient } from '../PaletteClient';
import { palettePath } from '../palettePath';
import type {
  V1Pack,
  V1Profile,
  V1ProfileFilter,
  V1ProfileSummary,
  V1Variable,
} from '../v1profiles';

/** Values and manifests of all packs are in it. */
const MAX_EXPORT_BYTES = 16 * 1024 * 1024;

/** Profiles that match, of a project or of the tenant. */
export async function fetchProfiles(
  client: PaletteClient,
  filter: V1ProfileFilter,
  projectUid?: string,
): Promise<V1ProfileSummary[]> {
  return client.pages({
    method: 'POST',
    path: palettePath`/v1/dashboard/clusterprofiles`,
    body: { filter, sort: [{ field: 'profileName', order: 'asc' }] },
    projectUid,
  });
}

/** One cluster profile, with the values of its packs. */
export async function fetchProfile(
  client: PaletteClient,
  uid: string,
  projectUid?: string,
): Promise<V1Profile> {
  return client.json({
    path: palettePath`/v1/clusterprofiles/${uid}`,
    projectUid,
  });
}

/** The packs of a cluster profile. */
export async function fetchProfilePacks(
  client: PaletteClient,
  uid: string,
  projectUid?: string,
): Promise<V1Pack[]> {
  return client.items({
    path: palettePath`/v1/clusterprofiles/${uid}/packs`,
    projectUid,
  });
}

/** What a cluster profile asks for at cluster creation. */
export async function fetchProfileVariables(
  client: PaletteClient,
  uid: string,
  projectUid?: string,
): Promise<V1Variable[]> {
  const { variables } = await client.json<{ variables?: V1Variable[] }>({
    path: palettePath`/v1/clusterprofiles/${uid}/variables`,
    projectUid,
  });
  return variables ?? [];
}

/** A cluster profile as a file: one document, or what Palette makes for Terraform of it. */
export async function fetchProfileExport(
  client: PaletteClient,
  uid: string,
  format: ProfileExportFormat,
  projectUid?: string,
): Promise<Buffer> {
  const call =
    format === 'terraform'
      ? { path: palettePath`/v1/clusterprofiles/${uid}/export/terraform` }
      : {
          path: palettePath`/v1/clusterprofiles/${uid}/export`,
          query: { format },
        };
  return client.bytes({ ...call, projectUid }, MAX_EXPORT_BYTES);
}
