import type {
  AuthService,
  DatabaseService,
  DiscoveryService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { msBetweenRuns } from '../config/msBetweenRuns';
import type { ProviderConfig } from '../config/ProviderConfig';
import type { PaletteEntityTransformer } from '../entities/transformers';
import { isWantedUser } from '../inventory/selectWanted';
import { ClusterNotifier } from '../notifications/ClusterNotifier';
import { NotifiedStore } from '../notifications/NotifiedStore';
import { PaletteUserProcessor } from '../people/PaletteUserProcessor';
import { UserIds } from '../people/UserIds';
import { createServiceApi } from './createServiceApi';
import { PaletteEntityProvider } from './PaletteEntityProvider';

/** Somewhat longer than from one run to the next. */
const FRESH_RUNS = 1.5;
/** Where that isn't known. */
const DEFAULT_FRESH_MS = 15 * 60_000;

/** Makes what fills the catalog, for each Palette, and what annotates the Users of others. */
export function createProviders(options: {
  configs: ProviderConfig[];
  transformers: PaletteEntityTransformer[];
  auth: AuthService;
  catalog: CatalogService;
  database: DatabaseService;
  discovery: DiscoveryService;
  logger: LoggerService;
  notifications: NotificationService;
  scheduler: SchedulerService;
}): { providers: PaletteEntityProvider[]; processor: PaletteUserProcessor } {
  const { configs, database, scheduler, ...services } = options;
  const api = createServiceApi(options);
  const store = new NotifiedStore(database);
  const made = configs.map(config => {
    const { instance, kinds, schedule } = config;
    const apartMs = msBetweenRuns(config);
    const userIds = new UserIds({
      ...services,
      freshMs: apartMs === undefined ? DEFAULT_FRESH_MS : FRESH_RUNS * apartMs,
      read: async () =>
        (await api.listUsers({ instance })).filter(user =>
          isWantedUser(config, user),
        ),
    });
    const provider = new PaletteEntityProvider({
      ...services,
      config,
      api,
      userIds,
      notifier: new ClusterNotifier({ ...services, config, store }),
      taskRunner: scheduler.createScheduledTaskRunner(schedule),
    });
    return { provider, userIds: kinds.has('users') ? [userIds] : [] };
  });
  return {
    providers: made.map(({ provider }) => provider),
    processor: new PaletteUserProcessor(made.flatMap(one => one.userIds)),
  };
}
