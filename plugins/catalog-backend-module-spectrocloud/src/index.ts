/**
 * Palette's projects, clusters, cluster groups and profiles as entities of the Backstage catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleSpectroCloud as default } from './module';
export {
  paletteEntitiesExtensionPoint,
  type PaletteEntitiesExtensionPoint,
  type PaletteEntityTransformer,
  type PaletteObject,
} from './entities/transformers';
