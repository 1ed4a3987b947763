import { createMessages } from '../createEnglish';
import { commonMessages } from './common';
import { fleetMessages } from './fleet';
import { clustersMessages } from './clusters';
import { clusterMessages } from './cluster';
import { upkeepMessages } from './upkeep';
import { accessMessages } from './access';
import { dayTwoMessages } from './dayTwo';
import { profilesMessages } from './profiles';
import { sessionMessages } from './session';
import { entityMessages } from './entity';

/** English texts of the Palette pages. */
export const messages = {
  create: createMessages,
  ...commonMessages,
  ...fleetMessages,
  ...clustersMessages,
  ...clusterMessages,
  ...upkeepMessages,
  ...accessMessages,
  ...dayTwoMessages,
  ...profilesMessages,
  ...sessionMessages,
  ...entityMessages,
} as const;
