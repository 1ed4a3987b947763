/**
 * Names, permissions, wire types and the typed API client shared by the SpectroCloud Palette plugins.
 *
 * @packageDocumentation
 */

export * from './names';
export { ReauthenticationRequiredError } from './ReauthenticationRequiredError';
