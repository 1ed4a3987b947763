import { NotFoundError } from '@backstage/errors';
import type {
  ClusterChange,
  ClusterProfilesChange,
  ClusterVariablesChange,
  ProfileChange,
  ProfilesValidation,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { toRepaveForecast } from '../mapping/clusterChanges';
import {
  patchProfiles,
  patchVariables,
  postPacksValidation,
  postRepaveValidation,
} from '../palette/endpoints/clusterChanges';
import { UnprocessableClusterError } from '../palette/UnprocessableClusterError';
import { variableSecrets } from '../palette/variableSecrets';
import type { PaletteReader } from '../reads/PaletteReader';
import { changeCluster, type ChangeRequest } from './changeCluster';
import { toFindings } from './createCluster';
import { locateCluster } from './locateCluster';

/** Attaches profiles, brings them up to date or replaces them. */
export async function changeProfiles(
  request: ChangeRequest,
  { profiles, reason }: ClusterProfilesChange,
): Promise<ClusterChange> {
  return changeCluster(
    request,
    {
      eventId: 'cluster-change-profiles',
      severityLevel: 'high',
      change: 'changed',
      reason,
      meta: {
        // The values may be secrets.
        profiles: profiles.map(({ uid, replaces, variables, packValues }) => ({
          uid,
          ...(replaces && { replaces }),
          variables: variables?.map(({ name }) => name) ?? [],
          packs: packValues?.map(({ name }) => name) ?? [],
        })),
      },
    },
    async ({ projectUid }) =>
      patchProfiles(request.reader.client, request.uid, profiles, projectUid),
  );
}

/** Gives variables of a cluster's profiles other values. */
export async function changeVariables(
  request: ChangeRequest,
  { profiles, reason }: ClusterVariablesChange,
): Promise<ClusterChange> {
  return changeCluster(
    request,
    {
      eventId: 'cluster-change-variables',
      severityLevel: 'high',
      change: 'changed',
      reason,
      meta: {
        profiles: profiles.map(({ profileUid, variables }) => ({
          uid: profileUid,
          variables: variables.map(({ name }) => name),
        })),
      },
    },
    async ({ projectUid }) =>
      patchVariables(request.reader.client, request.uid, profiles, projectUid),
  );
}

/**
 * What changed profiles would do to a cluster; changes nothing.
 *
 * @throws `UnprocessableClusterError` with what Palette found, whatever status it came with.
 */
export async function validateProfiles(
  reader: PaletteReader,
  uid: string,
  profiles: ProfileChange[],
  givenProjectUid?: string,
): Promise<ProfilesValidation> {
  const projectUid = await locateCluster(reader, uid, givenProjectUid);
  const [found, repave] = await Promise.all([
    postPacksValidation(reader.client, uid, profiles, projectUid),
    postRepaveValidation(reader.client, uid, profiles, projectUid)
      .then(toRepaveForecast)
      .catch(error => {
        // Not every Palette tells.
        if (error instanceof NotFoundError) return undefined;
        throw error;
      }),
  ]);
  const findings = toFindings(found, variableSecrets(profiles));
  if (findings.length > 0) {
    throw new UnprocessableClusterError(findings, 'change');
  }
  return { valid: true, findings, repave };
}
