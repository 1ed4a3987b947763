import type {
  ProfileChange,
  VariableValue,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { PaletteClient } from '../PaletteClient';
import { palettePath } from '../palettePath';
import { variableSecrets } from '../variableSecrets';
import type {
  V1ClusterVariables,
  V1PoolEntity,
  V1RepaveValidation,
} from '../v1clusterChanges';
import type { V1ClusterValidation } from '../v1infrastructure';
import type { CloudConfigPlace } from './clusterDetails';

/** Palette names with `replaceWithProfile` what is replaced, not what with. */
function toEntities(profiles: ProfileChange[]) {
  return profiles.map(({ uid, replaces, packValues, variables }) => ({
    uid,
    replaceWithProfile: replaces,
    packValues,
    variables,
  }));
}

/** Deletes a cluster; by force without its machines having to be gone. */
export async function deleteCluster(
  client: PaletteClient,
  uid: string,
  { force, projectUid }: { force: boolean; projectUid?: string },
): Promise<void> {
  await client.change({
    method: 'DELETE',
    path: palettePath`/v1/spectroclusters/${uid}`,
    query: { forceDelete: force ? 'true' : undefined },
    projectUid,
  });
}

/** Attaches profiles, or changes attached ones; those that aren't named stay. */
export async function patchProfiles(
  client: PaletteClient,
  uid: string,
  profiles: ProfileChange[],
  projectUid?: string,
): Promise<void> {
  await client.change({
    method: 'PATCH',
    path: palettePath`/v1/spectroclusters/${uid}/profiles`,
    // Else Palette goes on saying that the update is yet to be applied.
    query: { resolveNotification: 'true' },
    body: { profiles: toEntities(profiles) },
    projectUid,
    secrets: variableSecrets(profiles),
  });
}

/** Takes attached profiles away; Palette undeploys what they have brought. */
export async function deleteProfiles(
  client: PaletteClient,
  uid: string,
  profileUids: string[],
  projectUid?: string,
): Promise<void> {
  await client.change({
    method: 'DELETE',
    path: palettePath`/v1/spectroclusters/${uid}/profiles`,
    body: { profileUids },
    projectUid,
  });
}

/** Gives variables other values; those that aren't named stay. */
export async function patchVariables(
  client: PaletteClient,
  uid: string,
  profiles: Array<{ profileUid: string; variables: VariableValue[] }>,
  projectUid?: string,
): Promise<void> {
  await client.change({
    method: 'PATCH',
    path: palettePath`/v1/spectroclusters/${uid}/variables`,
    body: profiles,
    projectUid,
    secrets: variableSecrets(profiles),
  });
}

/** What Palette does not accept of changed profiles; changes nothing. */
export async function postPacksValidation(
  client: PaletteClient,
  uid: string,
  profiles: ProfileChange[],
  projectUid?: string,
): Promise<V1ClusterValidation> {
  return client.json({
    method: 'POST',
    path: palettePath`/v1/spectroclusters/${uid}/validate/packs`,
    body: { profiles: toEntities(profiles) },
    projectUid,
    change: true,
    secrets: variableSecrets(profiles),
  });
}

/** Whether nodes would be replaced; changes nothing. */
export async function postRepaveValidation(
  client: PaletteClient,
  uid: string,
  profiles: ProfileChange[],
  projectUid?: string,
): Promise<V1RepaveValidation> {
  return client.json({
    method: 'POST',
    path: palettePath`/v1/spectroclusters/${uid}/validate/repave`,
    body: { profiles: toEntities(profiles) },
    projectUid,
    change: true,
    secrets: variableSecrets(profiles),
  });
}

/** The variables of a cluster's profiles; secrets among their values. */
export async function fetchClusterVariables(
  client: PaletteClient,
  uid: string,
  projectUid?: string,
): Promise<V1ClusterVariables[]> {
  return client.array({
    path: palettePath`/v1/spectroclusters/${uid}/variables`,
    projectUid,
  });
}

/** Lets Palette replace the nodes that it waits with. */
export async function approveRepave(
  client: PaletteClient,
  uid: string,
  projectUid?: string,
): Promise<void> {
  await client.change({
    method: 'PATCH',
    path: palettePath`/v1/spectroclusters/${uid}/repave/approve`,
    projectUid,
  });
}

/** Pauses or resumes a virtual cluster. */
export async function patchLifecycle(
  client: PaletteClient,
  uid: string,
  pause: boolean,
  projectUid?: string,
): Promise<void> {
  await client.change({
    method: 'PATCH',
    path: palettePath`/v1/spectroclusters/${uid}/clusterConfig/lifecycleConfig`,
    body: { lifecycleConfig: { pause } },
    projectUid,
  });
}

/** Puts a whole node pool in the place of the one of its name. */
export async function putPool(
  client: PaletteClient,
  { cloudType, configUid, projectUid }: CloudConfigPlace,
  pool: V1PoolEntity,
): Promise<void> {
  await client.change({
    method: 'PUT',
    path: palettePath`/v1/cloudconfigs/${cloudType}/${configUid}/machinePools/${pool.poolConfig.name}`,
    body: pool,
    projectUid,
  });
}

/** Name, labels and description of a cluster, all of them anew. */
export async function patchMetadata(
  client: PaletteClient,
  uid: string,
  metadata: {
    name?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  },
  projectUid?: string,
): Promise<void> {
  await client.change({
    method: 'PATCH',
    path: palettePath`/v1/spectroclusters/${uid}/metadata`,
    body: { metadata },
    projectUid,
  });
}
