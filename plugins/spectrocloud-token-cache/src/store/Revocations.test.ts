import type { Knex } from 'knex';
import { Keyring } from '../sealing/Keyring';
import {
  createTestDatabases,
  toDatabaseService,
} from '../__testUtils__/databases';
import { recordingLogger } from '../__testUtils__/recordingLogger';
import { minutesAfter, newSession, START } from '../__testUtils__/sessions';
import { createTokenStore } from './createTokenStore';

const ALL = { environment: 'production', limit: 10 };
const UNTIL = minutesAfter(START, 60);
const DAY_MS = 24 * 3_600_000;
const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('Revocations on %s', id => {
  let knex: Knex;
  let now: Date;
  const stores = (secret = 'secret') =>
    createTokenStore({
      database: toDatabaseService(knex),
      keyring: Keyring.fromSecrets([secret]),
      logger: recordingLogger(),
      now: () => now,
    });
  const list = (sessionId: string, sessionToken?: string) =>
    stores().revocations.add(
      newSession({ id: sessionId, tokens: { sessionToken } }),
      UNTIL,
    );

  beforeAll(async () => {
    knex = await databases.init(id);
  });
  beforeEach(async () => {
    now = START;
    await stores().prepare();
    await knex('spectrocloud_revocations').delete();
  });

  it('gives an entry to one process at a time, and again if it does not strike it off', async () => {
    await list('a', 'token a');
    await list('b', 'token b');
    const { revocations } = stores();
    const [[first], [second]] = await Promise.all([
      stores().revocations.claim({ ...ALL, limit: 1 }),
      stores()
        .revocations.claim({ ...ALL, limit: 1 })
        .then(async none =>
          // PostgreSQL lets who was second see no further than the first one's entry.
          none.length > 0 ? none : revocations.claim({ ...ALL, limit: 1 }),
        ),
    ]);
    expect([first.sessionToken, second.sessionToken].sort()).toEqual([
      'token a',
      'token b',
    ]);
    expect(await revocations.claim(ALL)).toEqual([]);
    await revocations.strike([second.id]);
    await knex('spectrocloud_revocations').update({ retry_at: 0 });
    expect(await revocations.claim(ALL)).toEqual([first]);
    expect(await revocations.count('production')).toBe(1);
  });

  it('gives the entries of one session, and of one environment', async () => {
    await list('a', 'token a');
    await list('b', 'token b');
    const { revocations } = stores();
    expect(await revocations.claim({ ...ALL, environment: 'other' })).toEqual(
      [],
    );
    const claimed = await revocations.claim({ ...ALL, sessionId: 'b' });
    expect(claimed.map(({ sessionToken }) => sessionToken)).toEqual([
      'token b',
    ]);
  });

  it('keeps tokens sealed, and says which no key opens', async () => {
    await list('a', 'token a');
    const [row] = await knex('spectrocloud_revocations');
    expect(JSON.stringify(row)).not.toContain('token a');
    expect(await stores('other secret').revocations.claim(ALL)).toEqual([
      {
        id: row.id,
        isReadable: false,
        isConfirmed: true,
        sparesSessionToken: false,
        sessionToken: undefined,
        mayBeRefreshToken: false,
        refreshToken: undefined,
        issuer: newSession().issuer,
      },
    ]);
  });

  it('gives a refresh token with its issuer, and alone where the session token is spared or done', async () => {
    const { revocations } = stores();
    const tokens = {
      sessionToken: 'token a',
      sessionTokenFoundIn: 'code' as const,
      refreshToken: 'refresh token a',
    };
    const session = newSession({ id: 'a', tokens });
    await revocations.add(session, UNTIL, { sparesSessionToken: true });
    await revocations.add({ ...session, id: 'b' }, UNTIL);
    const claimed = await revocations.claim(ALL);
    expect(claimed).toMatchObject(
      [true, false].map(sparesSessionToken => ({
        sparesSessionToken,
        mayBeRefreshToken: false,
        refreshToken: 'refresh token a',
        issuer: session.issuer,
      })),
    );
    await revocations.leaveRefreshTokens([claimed[1].id], 'production');
    expect(await revocations.count('production')).toBe(2);
    await knex('spectrocloud_revocations').update({ retry_at: 0 });
    expect(await revocations.claim(ALL)).toMatchObject([
      { sparesSessionToken: true, refreshToken: 'refresh token a' },
      { sparesSessionToken: true, refreshToken: 'refresh token a' },
    ]);
  });

  it('gives a token for a day at least, after which the sweep removes it', async () => {
    const listedAt = now.getTime();
    await list('a', 'token a');
    now = new Date(listedAt + DAY_MS - 1);
    expect(await stores().revocations.claim(ALL)).toHaveLength(1);
    await knex('spectrocloud_revocations').update({ retry_at: 0 });
    now = new Date(listedAt + DAY_MS);
    expect(await stores().revocations.claim(ALL)).toEqual([]);
    expect(await stores().sweep()).toMatchObject({ unrevoked: 1 });
    expect(await knex('spectrocloud_revocations')).toEqual([]);
  });
});
