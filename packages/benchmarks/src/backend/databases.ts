import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@backstage/types';
import knexFactory, { type Knex } from 'knex';

/** Which database a backend has. */
export type DatabaseKind = 'PostgreSQL' | 'SQLite';

/** A database of one backend, or of its replicas. */
export interface BenchmarkDatabase {
  kind: DatabaseKind;
  /** `backend.database` */
  config: JsonObject;
  /** Connects to a database of its own, as a plugin does. */
  connect(): Promise<Knex>;
  /** Removes what was made on the server. */
  drop(): Promise<void>;
}

/** Files of their own in the folder. */
export function sqliteDatabase(folder: string): BenchmarkDatabase {
  const directory = join(folder, `sqlite-${randomBytes(6).toString('hex')}`);
  mkdirSync(directory);
  return {
    kind: 'SQLite',
    config: { client: 'better-sqlite3', connection: { directory } },
    connect: async () =>
      knexFactory({
        client: 'better-sqlite3',
        connection: { filename: join(directory, 'benchmark.sqlite') },
        useNullAsDefault: true,
      }),
    drop: async () => {},
  };
}

/** Databases with a prefix of their own on the server. */
export function postgresDatabase(connection: string): BenchmarkDatabase {
  const prefix = `benchmarks_${randomBytes(6).toString('hex')}_`;
  const connect = (url: string) =>
    knexFactory({ client: 'pg', connection: url, pool: { min: 0, max: 10 } });
  const withAdmin = async (work: (admin: Knex) => Promise<void>) => {
    const admin = connect(connection);
    await work(admin).finally(() => admin.destroy());
  };
  return {
    kind: 'PostgreSQL',
    config: { client: 'pg', connection, prefix },
    connect: async () => {
      const name = `${prefix}benchmark`;
      await withAdmin(async admin => {
        await admin.raw('CREATE DATABASE ??', name);
      });
      const url = new URL(connection);
      url.pathname = `/${name}`;
      return connect(url.href);
    },
    drop: () =>
      withAdmin(async admin => {
        const names: string[] = await admin('pg_database')
          .whereRaw('starts_with(datname, ?)', prefix)
          .pluck('datname');
        for (const name of names) {
          await admin.raw('DROP DATABASE ?? WITH (FORCE)', name);
        }
      }),
  };
}
