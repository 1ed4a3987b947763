import { setTimeout as delay } from 'node:timers/promises';
import {
  createTestDatabases,
  ENVIRONMENT,
  HANDLE,
  SessionsHarness,
} from '../__testUtils__/SessionsHarness';
import { sessionIdOf } from '../sessionState';

const A_MONTH = 30 * 24 * 60;
const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('refreshSession on %s', id => {
  let harness: SessionsHarness;

  beforeAll(async () => {
    harness = await SessionsHarness.start(await databases.init(id));
  });
  beforeEach(() => harness.reset());
  afterAll(() => harness.stop());

  it('finds none that is over, and has ended while somebody was renewing it', async () => {
    await harness.signIn();
    harness.after(A_MONTH);
    const { leases, tokens } = harness.stores();
    const session = await tokens.getSession(sessionIdOf(HANDLE));
    expect(await leases.take(session!, 60_000)).toBeDefined();
    let isAnswered = false;
    const refreshing = harness
      .replica()
      .sessions.refresh({ handle: HANDLE, environment: ENVIRONMENT })
      .finally(() => {
        isAnswered = true;
      });
    await delay(300);
    expect(isAnswered).toBe(false);
    await harness.knex('spectrocloud_sessions').delete();
    expect(await refreshing).toBeUndefined();
  });
});
