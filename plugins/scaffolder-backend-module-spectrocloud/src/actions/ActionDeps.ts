import type { Clock } from '../wait/Clock';
import type { UserApi } from '../UserApi';

/** What actions are made of. */
export interface ActionDeps {
  users: UserApi;
  clock: Clock;
  /** Where people sign in: `app.baseUrl`. */
  appUrl: string;
}
