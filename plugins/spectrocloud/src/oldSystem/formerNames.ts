import { spectroCloudApiRef as currentApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import {
  isSpectroCloudClusterAvailable,
  isSpectroCloudProfileAvailable,
} from '../entity/conditions';
import {
  EntitySpectroCloudClusterCard,
  EntitySpectroCloudProfileCard,
} from './entityCards';

/*
 * The names by which apps of the public set of Palette plugins know these.
 */

/**
 * The cluster that the entity names.
 *
 * @public
 * @deprecated Use `EntitySpectroCloudClusterCard`.
 */
export const SpectroCloudClusterCard = EntitySpectroCloudClusterCard;

/**
 * The cluster profile that the entity names.
 *
 * @public
 * @deprecated Use `EntitySpectroCloudProfileCard`.
 */
export const SpectroCloudClusterProfileCard = EntitySpectroCloudProfileCard;

/**
 * Whether the entity names a cluster of Palette.
 *
 * @public
 * @deprecated Use `isSpectroCloudClusterAvailable`.
 */
export const isSpectroCloudCluster = isSpectroCloudClusterAvailable;

/**
 * Whether the entity names a cluster profile of Palette.
 *
 * @public
 * @deprecated Use `isSpectroCloudProfileAvailable`.
 */
export const isSpectroCloudClusterProfile = isSpectroCloudProfileAvailable;

/**
 * Reference of the Palette client.
 *
 * @public
 * @deprecated Import it from `@terasky/backstage-plugin-spectrocloud-auth`.
 */
export const spectroCloudApiRef = currentApiRef;
