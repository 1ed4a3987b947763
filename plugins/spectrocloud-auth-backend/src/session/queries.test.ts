import { setTimeout as delay } from 'node:timers/promises';
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  ENVIRONMENT,
  HANDLE,
  OWNER,
  SessionsHarness,
  START,
  type Replica,
} from './__testUtils__/SessionsHarness';

const databases = TestDatabases.create({
  ids: ['SQLITE_3'],
  disableDocker: true,
});

/** Four minutes before a token of four hours expires. */
const NEAR = 236;

/** The database is shared with the plugin that owns it: how often each flow asks it is a promise. */
describe('queries of each flow', () => {
  let harness: SessionsHarness;
  let replica: Replica;
  let queries: string[];

  beforeAll(async () => {
    harness = await SessionsHarness.start(await databases.init('SQLITE_3'));
    harness.knex.on('query', ({ sql }) => queries.push(sql));
  });
  beforeEach(async () => {
    queries = [];
    await harness.reset();
    replica = harness.replica();
    await harness.signIn({}, replica);
    queries = [];
  });
  afterAll(() => harness.stop());

  const refresh = () =>
    replica.sessions.refresh({ handle: HANDLE, environment: ENVIRONMENT });

  it.each<[string, number, () => Promise<unknown>]>([
    ['a sign-in', 2, () => harness.signIn({ handle: 'another' }, replica)],
    [
      'a connection that waits',
      1,
      () =>
        harness.signIn(
          {
            handle: 'waiting',
            waitsUntil: new Date(START.getTime() + 600_000),
          },
          replica,
        ),
    ],
    ['a refresh with nothing due', 1, () => refresh()],
    ['a look-up', 1, () => replica.handOut.sessionToken(OWNER)],
    [
      'a refresh with a renewal',
      6,
      async () => {
        harness.after(NEAR);
        await refresh();
      },
    ],
    [
      'a sign-out',
      10,
      () => replica.sessions.end({ handle: HANDLE, reason: 'sign-out' }),
    ],
  ])('%s makes %i', async (_, count, flow) => {
    await flow();
    expect(queries).toHaveLength(count);
  });

  it('none are made for the lease of a renewal that is over', async () => {
    harness.after(NEAR);
    await refresh();
    queries = [];
    // Longer than between two prolongations.
    await delay(1_700);
    expect(queries).toEqual([]);
  });
});
