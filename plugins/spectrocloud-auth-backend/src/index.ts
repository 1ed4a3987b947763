/**
 * Sign in to Backstage with SpectroCloud Palette.
 *
 * @packageDocumentation
 */

export { authModuleSpectroCloudProvider as default } from './module';
export { redactCallbackUrl } from './provider/redactRequest';
