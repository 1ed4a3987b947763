import { DatabaseManager } from '@backstage/backend-defaults/database';
import {
  coreServices,
  createServiceFactory,
  type DatabaseService,
  type LoggerService,
  type RootConfigService,
  type RootLifecycleService,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import type { Knex } from 'knex';
import { probeDatabase } from './probeDatabase';
import { readServer, type DatabaseServer } from './readServer';
import { waitForDatabase } from './waitForDatabase';

/** What the framework takes where no database is configured. */
const IN_MEMORY = { client: 'better-sqlite3', connection: ':memory:' };

function withDatabase(config: RootConfigService): RootConfigService {
  return config.has('backend.database')
    ? config
    : new ConfigReader({ backend: { database: IN_MEMORY } });
}

/**
 * Aborts when the process is told to stop. The framework doesn't stop before it
 * has started, so a backend that still waits would ignore that.
 */
function createStopSignal(lifecycle: RootLifecycleService): AbortSignal {
  const stop = new AbortController();
  const abort = () => stop.abort();
  process.once('SIGTERM', abort);
  process.once('SIGINT', abort);
  lifecycle.addShutdownHook(() => {
    process.off('SIGTERM', abort);
    process.off('SIGINT', abort);
  });
  return stop.signal;
}

function withWait(
  database: DatabaseService,
  server: DatabaseServer,
  options: { logger: LoggerService; signal: AbortSignal },
): DatabaseService {
  async function connect(): Promise<Knex> {
    // The framework asks once and remembers a failure for good.
    await waitForDatabase(() => probeDatabase(server), options);
    const client = await database.getClient();
    // The server answers, but this database of it may not yet.
    const own = { ...server, connection: client.client.config.connection };
    await waitForDatabase(() => probeDatabase(own), options);
    return client;
  }
  let client: Promise<Knex> | undefined;
  return {
    migrations: database.migrations,
    getClient: () => (client ??= connect()),
  };
}

/**
 * The framework's database service, for a backend that may start before its
 * database does: plugins wait for theirs, as long as that takes. The
 * framework's own fails such a start for good.
 *
 * @public
 */
export const waitingDatabase = createServiceFactory({
  service: coreServices.database,
  deps: {
    config: coreServices.rootConfig,
    lifecycle: coreServices.lifecycle,
    logger: coreServices.logger,
    pluginMetadata: coreServices.pluginMetadata,
    rootLifecycle: coreServices.rootLifecycle,
    rootLogger: coreServices.rootLogger,
  },
  createRootContext: ({ config, rootLifecycle, rootLogger }) => ({
    manager: DatabaseManager.fromConfig(withDatabase(config), {
      rootLifecycle,
      rootLogger,
    }),
    signal: createStopSignal(rootLifecycle),
  }),
  factory({ config, lifecycle, logger, pluginMetadata }, { manager, signal }) {
    const pluginId = pluginMetadata.getId();
    const database = manager.forPlugin(pluginId, { lifecycle, logger });
    const server = readServer(withDatabase(config), pluginId);
    return server ? withWait(database, server, { logger, signal }) : database;
  },
});
