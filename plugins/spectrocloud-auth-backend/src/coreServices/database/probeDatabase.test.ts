import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from './__testUtils__/freePort';
import { FakePostgres } from './__testUtils__/FakePostgres';
import { probeDatabase } from './probeDatabase';

jest.setTimeout(20_000);

describe('probeDatabase', () => {
  let postgres: FakePostgres;

  beforeEach(async () => {
    postgres = await FakePostgres.start();
  });

  afterEach(() => postgres.stop());

  const probe = () =>
    probeDatabase({ client: 'pg', connection: postgres.connection });

  it('throws when nothing listens', async () => {
    const port = await freePort();
    await expect(
      probeDatabase({ client: 'pg', connection: { host: '127.0.0.1', port } }),
    ).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('throws when the socket of a local server or proxy is not there yet', async () => {
    await expect(
      probeDatabase({ client: 'pg', connection: { host: '/nowhere' } }),
    ).rejects.toMatchObject({ code: 'ENOENT', syscall: 'connect' });
  });

  it('throws when the server hangs up', async () => {
    postgres.answer = 'hang up';
    await expect(probe()).rejects.toThrow('Connection terminated');
  });

  it('throws when the server never answers, and lets go of it', async () => {
    postgres.answer = 'nothing';
    const startedAt = Date.now();
    await expect(probe()).rejects.toThrow(/time-?out/i);
    expect(Date.now() - startedAt).toBeLessThan(7_000);
    for (let tries = 0; tries < 40 && postgres.open > 0; tries++) {
      await delay(50);
    }
    expect(postgres.open).toBe(0);
  });

  it.each(['57P03', '53300'])('throws when it refuses with %s', async code => {
    postgres.answer = { sqlState: code };
    await expect(probe()).rejects.toMatchObject({ code });
  });

  it.each(['28P01', '28000', '3D000'])(
    'takes %s for a sign of life, and says nothing of it',
    async sqlState => {
      const written = jest.spyOn(console, 'log');
      postgres.answer = { sqlState };
      await expect(probe()).resolves.toBeUndefined();
      expect(postgres.connections).toBe(1);
      expect(written).not.toHaveBeenCalled();
    },
  );

  it('leaves it to the framework to say that there is no such driver', async () => {
    await expect(
      probeDatabase({ client: 'mysql', connection: postgres.connection }),
    ).resolves.toBeUndefined();
  });
});
