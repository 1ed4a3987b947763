/**
 * What backend modules and permission policies of an installer share: the `spectrocloud` plugin on behalf of users, and who may see which Palette entities in the catalog.
 *
 * @packageDocumentation
 */
export {
  PaletteCatalogVisibility,
  type PaletteCatalogVisibilityOptions,
} from './PaletteCatalogVisibility';
export { PaletteUserApi, type PaletteUserApiOptions } from './PaletteUserApi';
