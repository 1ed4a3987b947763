import { hash } from 'node:crypto';
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  HANDLE,
  OWNER,
  SessionsHarness,
} from '../__testUtils__/SessionsHarness';

const ID = hash('sha256', HANDLE, 'base64url');
/** Four minutes before a token of four hours expires. */
const NEAR = 236;
/** Longer than the lease of a renewal, 8 s. */
const SLOW_RENEWAL_MS = 9_500;
const FOR_EVER_MS = 3_600_000;

// These wait for real leases of 8 s to run out, by the clock of the database.
// They run on SQLite only: RenewalLeases.test.ts shows on every database that
// leases end and are kept, and here it is about what the waiting callers do.
const databases = TestDatabases.create({
  ids: ['SQLITE_3'],
  disableDocker: true,
});

jest.setTimeout(40_000);

describe('SessionRenewer, when a renewal takes long', () => {
  let harness: SessionsHarness;

  beforeAll(async () => {
    harness = await SessionsHarness.start(await databases.init('SQLITE_3'));
  });
  afterAll(() => harness.stop());

  const stored = () => harness.stores().tokens.getSession(ID);

  it('keeps its lease while Palette takes longer than that', async () => {
    harness.settings = { timeoutMs: 20_000 };
    const { token } = await harness.signIn();
    harness.palette.delayMs.set('renew', SLOW_RENEWAL_MS);
    harness.after(NEAR);
    const replicas = [harness.replica(), harness.replica()];
    const answers = await Promise.all(
      replicas.map(replica => replica.handOut.sessionToken(OWNER)),
    );
    expect(answers.map(answer => answer.token)).toEqual([token, token]);
    for (const { context } of replicas) {
      await context.flights.renewals.settled();
    }
    const { tokens, version } = (await stored())!;
    expect(version).toBe(2);
    expect(tokens.sessionToken).not.toBe(token);
    expect(harness.palette.countOf('renew')).toBe(1);
  });

  describe('and its lease is never given back', () => {
    let token: string;
    let asked: PromiseSettledResult<{ token: string }>;
    let reported: PromiseSettledResult<{ token: string }>;

    beforeAll(async () => {
      await harness.reset();
      harness.settings = { timeoutMs: 200 };
      ({ token } = await harness.signIn());
      harness.after(NEAR);
      await harness.stores().leases.take((await stored())!, FOR_EVER_MS);
      const [asking, reporting] = [harness.replica(), harness.replica()];
      [asked, reported] = await Promise.allSettled([
        asking.handOut.sessionToken(OWNER),
        reporting.handOut.sessionToken({
          ...OWNER,
          refusedTokenSha256: hash('sha256', token, 'base64url'),
        }),
      ]);
    });

    it('gives who only asks the still valid token', () => {
      expect(asked).toMatchObject({ value: { token } });
    });

    it('tells who reports that token to try again, and ends nothing', async () => {
      expect(reported).toMatchObject({
        reason: { name: 'ServiceUnavailableError' },
      });
      expect((await stored())?.tokens.sessionToken).toBe(token);
      expect(harness.palette.countOf('renew')).toBe(0);
    });
  });
});
