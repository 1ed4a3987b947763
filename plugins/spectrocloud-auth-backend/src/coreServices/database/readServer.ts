import type { RootConfigService } from '@backstage/backend-plugin-api';
import knexFactory, { type Knex } from 'knex';

/** Embedded databases are a file: one that can't be opened now never will be. */
const EMBEDDED_CLIENTS = ['better-sqlite3', 'sqlite3'];

type Connection = Knex.PgConnectionConfig & { type?: string };

/** A database server, and how a plugin connects to it. */
export interface DatabaseServer {
  client: string;
  connection: Knex.PgConnectionConfig;
}

/** What can't be parsed is left out, for the framework to say what is wrong with it. */
function parse(client: string, url: string): Connection | undefined {
  try {
    const { connection } = knexFactory({ client, connection: url }).client
      .config;
    return 'filename' in connection
      ? undefined
      : // knex hides the password from enumeration.
        { ...connection, password: connection.password };
  } catch {
    return undefined;
  }
}

/**
 * Reads where a plugin's database is, with the plugin's own connection over the
 * common one, as the framework does.
 *
 * @returns nothing for an embedded database and for a connection that only the
 * framework can make (`connection.type` `azure`, `rds` or `cloudsql`)
 */
export function readServer(
  rootConfig: RootConfigService,
  pluginId: string,
): DatabaseServer | undefined {
  const config = rootConfig.getConfig('backend.database');
  const commonClient = config.getString('client');
  const client =
    config.getOptionalString(`plugin.${pluginId}.client`) ?? commonClient;
  if (EMBEDDED_CLIENTS.includes(client)) {
    return undefined;
  }
  const [common, own] = ['connection', `plugin.${pluginId}.connection`].map(
    key => {
      const connection = config.getOptional<string | Connection>(key);
      return typeof connection === 'string'
        ? parse(client, connection)
        : connection;
    },
  );
  const { type = 'default', ...connection } = {
    ...(client === commonClient ? common : undefined),
    ...own,
  };
  return type === 'default' && Object.keys(connection).length > 0
    ? { client, connection }
    : undefined;
}
