/**
 * Fields of Backstage's templates that offer what SpectroCloud Palette has.
 *
 * @packageDocumentation
 */

export {
  scaffolderSpectroCloudModule,
  scaffolderSpectroCloudModule as default,
} from './module';
export {
  SpectroCloudCloudAccountPickerFieldExtension,
  SpectroCloudClusterGroupPickerFieldExtension,
  SpectroCloudProfilePickerFieldExtension,
  SpectroCloudProfileVariablesFieldExtension,
  SpectroCloudProjectPickerFieldExtension,
  SpectroCloudRegionPickerFieldExtension,
} from './oldSystem';
export { scaffolderSpectroCloudTranslationRef } from './translation';
