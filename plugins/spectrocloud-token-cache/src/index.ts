/**
 * Sealed, replica-safe cache of Palette session tokens and the service that hands each user their own.
 *
 * @packageDocumentation
 */

export type {
  PaletteIdentity,
  SpectroCloudSessionToken,
  SpectroCloudTokenService,
} from './SpectroCloudTokenService';
