import type { PaletteVisibility } from './wire';

/** Name of the catalog's permission rule for entities of Palette. @public */
export const PALETTE_VISIBILITY_RULE = 'IS_VISIBLE_AT_PALETTE';

/** What the rule is asked with. @public */
export type PaletteVisibilityParams = PaletteVisibility & {
  /** Name of the entry of `spectrocloud.environments`. */
  instance: string;
};
