import type { SpectroCloudUser } from '@terasky/backstage-plugin-spectrocloud-common';
import type { PaletteReader } from '../reads/PaletteReader';
import { getMe } from './getMe';

/** Who the caller is, with their session, but never its token. */
export async function describeMe(
  reader: PaletteReader,
): Promise<SpectroCloudUser> {
  const {
    name,
    email,
    userUid,
    tenantPermissions = [],
    ...me
  } = await getMe(reader);
  const { instance, session } = reader.caller;
  return {
    ...me,
    instance: instance.name,
    name: name ?? email ?? userUid,
    email,
    userUid,
    tenantPermissions,
    session: {
      environment: instance.authEnvironment,
      expiresAt: session.expiresAt?.toISOString(),
    },
  };
}
