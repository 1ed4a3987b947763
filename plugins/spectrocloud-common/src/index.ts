/**
 * Names, permissions, wire types and the typed API client shared by the SpectroCloud Palette plugins.
 *
 * @packageDocumentation
 */

export * from './names';
export * from './permissions';
export * from './types';
export { ReauthenticationRequiredError } from './ReauthenticationRequiredError';
export {
  SpectroCloudClient,
  type SpectroCloudClientOptions,
} from './client/SpectroCloudClient';
export type { SpectroCloudApi, ApiOptions } from './client/SpectroCloudApi';
export * from './reauthentication';
