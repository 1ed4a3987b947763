/**
 * The Palette API for Backstage, called as the signed-in user.
 *
 * @packageDocumentation
 */

export { spectroCloudPlugin as default } from './plugin';
