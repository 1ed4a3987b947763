/**
 * What permission policies of an installer share: who may see which Palette entities in the catalog.
 *
 * @packageDocumentation
 */
export {
  PaletteCatalogVisibility,
  type PaletteCatalogVisibilityOptions,
} from './PaletteCatalogVisibility';
