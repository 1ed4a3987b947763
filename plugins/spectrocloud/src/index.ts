/**
 * The clusters, projects and profiles of SpectroCloud Palette as pages of Backstage.
 *
 * @packageDocumentation
 */

export { SpectroCloudPage } from './oldSystem/SpectroCloudPage';
export { spectroCloudPlugin, spectroCloudPlugin as default } from './plugin';
export { spectroCloudTranslationRef } from './translation';
