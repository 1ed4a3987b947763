import type { PaletteVisibility } from './wire';

/** Name of the catalog's permission rule for entities of Palette. @public */
export const PALETTE_VISIBILITY_RULE = 'IS_VISIBLE_AT_PALETTE';

/**
 * Annotation of the entities that the catalog module made of Palette's objects: the name of the
 * Palette in `spectrocloud.environments`. Others, which only name something there, don't have it.
 *
 * @public
 */
export const PALETTE_MANAGED_BY_ANNOTATION = 'spectrocloud.com/managed-by';

/** What the rule is asked with. @public */
export type PaletteVisibilityParams = PaletteVisibility & {
  /** Name of the entry of `spectrocloud.environments`. */
  instance: string;
};
