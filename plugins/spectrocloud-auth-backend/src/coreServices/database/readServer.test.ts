import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readServer } from './readServer';

function serverOf(database: JsonObject) {
  return readServer(
    mockServices.rootConfig({ data: { backend: { database } } }),
    'auth',
  );
}

describe('readServer', () => {
  const connection = { host: 'db.example', user: 'backstage' };

  it('reads the common connection', () => {
    expect(serverOf({ client: 'pg', connection })).toEqual({
      client: 'pg',
      connection,
    });
  });

  it("lays the plugin's own over it", () => {
    expect(
      serverOf({
        client: 'pg',
        connection,
        plugin: { auth: { connection: { user: 'auth', port: 5433 } } },
      }),
    ).toEqual({
      client: 'pg',
      connection: { host: 'db.example', user: 'auth', port: 5433 },
    });
  });

  it('keeps the common server where a plugin names only its database', () => {
    expect(
      serverOf({
        client: 'pg',
        connection: 'postgresql://backstage:secret@db.example:5433',
        plugin: { auth: { connection: { database: 'auth' } } },
      })?.connection,
    ).toMatchObject({
      host: 'db.example',
      port: '5433',
      user: 'backstage',
      password: 'secret',
      database: 'auth',
    });
  });

  it("doesn't mix the servers of different clients", () => {
    expect(
      serverOf({
        client: 'mysql2',
        connection,
        plugin: { auth: { client: 'pg', connection: { host: 'other' } } },
      }),
    ).toEqual({ client: 'pg', connection: { host: 'other' } });
  });

  it.each(['azure', 'rds', 'cloudsql'])('leaves out %s', type => {
    expect(
      serverOf({ client: 'pg', connection: { ...connection, type } }),
    ).toBeUndefined();
  });

  it('reads the default type', () => {
    expect(
      serverOf({
        client: 'pg',
        connection: { ...connection, type: 'default' },
      }),
    ).toEqual({ client: 'pg', connection });
  });

  it.each([
    ['an embedded database', { client: 'better-sqlite3', connection: 'file' }],
    ['a missing connection', { client: 'pg' }],
    ['an address that is none', { client: 'pg', connection: 'db.example' }],
    [
      'a plugin whose own database is embedded',
      {
        client: 'pg',
        connection,
        plugin: { auth: { client: 'better-sqlite3', connection: 'file' } },
      },
    ],
  ])('leaves out %s', (_what, database) => {
    expect(serverOf(database)).toBeUndefined();
  });
});
