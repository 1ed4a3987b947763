import { NotFoundError } from '@backstage/errors';
import type {
  ClusterCreation,
  ClusterRate,
  PlacementKind,
  PlacementOption,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { toClusterRate, toPlacementOptions } from '../mapping/placement';
import {
  fetchPlacement,
  type PlacementPlace,
  postClusterRate,
} from '../palette/endpoints/placement';
import type { PaletteReader } from '../reads/PaletteReader';
import { accountCloudOf } from './cloudAccounts';

/** What an account offers, held for some seconds as lists are. */
export async function listPlacementOptions(
  reader: PaletteReader,
  options: {
    cloudType: string;
    kind: PlacementKind;
    place: PlacementPlace;
    projectUid?: string;
  },
): Promise<PlacementOption[]> {
  const { kind, place, projectUid } = options;
  const cloud = accountCloudOf(options.cloudType);
  const { accountUid, region, cloudProject, subscription } = place;
  const answer = await reader.list(
    'placement',
    [
      JSON.stringify([cloud, kind, region, cloudProject, subscription]),
      accountUid,
      projectUid,
    ],
    shared => fetchPlacement(shared.client, cloud, kind, place, projectUid),
  );
  return toPlacementOptions(answer);
}

/** @throws `NotFoundError` for virtual clusters, of which Palette has no estimate. */
export async function estimateCluster(
  reader: PaletteReader,
  creation: ClusterCreation,
  projectUid: string,
): Promise<ClusterRate> {
  const { cloudType, metadata, spec } = creation;
  if (cloudType === 'virtual') {
    throw new NotFoundError('Palette has no estimate for virtual clusters');
  }
  const rate = await postClusterRate(
    reader.client,
    cloudType,
    { metadata, spec },
    projectUid,
  );
  return toClusterRate(rate);
}
