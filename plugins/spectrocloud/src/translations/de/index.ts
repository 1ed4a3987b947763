import { createMessages } from '../createGerman';
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

/** German texts of the Palette pages. */
const messages = {
  ...createMessages,
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

export default messages;
