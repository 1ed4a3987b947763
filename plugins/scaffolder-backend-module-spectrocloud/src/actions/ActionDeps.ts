import type { PaletteUserApi } from '@terasky/backstage-plugin-spectrocloud-node';
import type { Clock } from '../wait/Clock';

/** What actions are made of. */
export interface ActionDeps {
  users: PaletteUserApi;
  clock: Clock;
  /** Where people sign in: `app.baseUrl`. */
  appUrl: string;
}
