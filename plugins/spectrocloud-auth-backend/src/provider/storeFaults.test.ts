import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import createKnex, { type Knex } from 'knex';
import { useAuthBackend } from '../__testUtils__/useAuthBackend';

const TABLES = ['spectrocloud_sessions', 'spectrocloud_used_states'];

describe('while the store does not work', () => {
  const knex: Knex = createKnex({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
  });
  const backend = useAuthBackend({
    features: [
      createServiceFactory({
        service: coreServices.database,
        deps: {},
        factory: () => ({ getClient: async () => knex }),
      }),
    ],
  });
  afterAll(() => knex.destroy());

  async function without(table: string, run: () => Promise<void>) {
    await knex.schema.renameTable(table, `${table}_away`);
    try {
      await run();
    } finally {
      await knex.schema.renameTable(`${table}_away`, table);
    }
  }

  it.each(TABLES)(
    'a sign-in fails with a sentence when %s is gone, and works again afterwards',
    async table => {
      const browser = backend.open();
      await browser.signIn();
      await without(table, async () => {
        const message = await browser.signIn();
        expect(message.response).toBeUndefined();
        expect(message.error?.message).toMatch(
          /can't keep your Palette session at the moment.*\(reference/,
        );
      });
      expect((await browser.signIn()).error).toBeUndefined();
    },
  );

  it('does not redeem a code whose state can not be claimed', async () => {
    const browser = backend.open();
    await without('spectrocloud_used_states', async () => {
      await browser.signIn();
      expect(backend.palette.count('/token')).toBe(0);
    });
  });

  it('a refresh is a 503 with Retry-After, and nobody is signed out', async () => {
    const browser = backend.open();
    await browser.signIn();
    await without('spectrocloud_sessions', async () => {
      const response = await browser.refresh();
      expect(response.status).toBe(503);
      expect(response.headers['retry-after']).toBe('5');
      expect(response.body.error.name).toBe('ServiceUnavailableError');
    });
    expect((await browser.refresh()).status).toBe(200);
  });

  it('a sign-out still removes the cookies', async () => {
    const browser = backend.open();
    await browser.signIn();
    await without('spectrocloud_sessions', async () => {
      expect((await browser.logout()).status).toBe(200);
    });
    expect([...browser.cookies().keys()]).toEqual([]);
  });
});
