import {
  createTestDatabases,
  ENVIRONMENT,
  HANDLE,
  OWNER,
  SessionsHarness,
} from './__testUtils__/SessionsHarness';

const NEAR_EXPIRY_MINUTES = 236;
const databases = createTestDatabases();

describe('SessionMetrics', () => {
  let harness: SessionsHarness;

  beforeAll(async () => {
    harness = await SessionsHarness.start(await databases.init('SQLITE_3'));
  });
  beforeEach(() => harness.reset());
  afterAll(() => harness.stop());

  /** What one look-up counts. */
  async function lookUp(sealedCookie?: string): Promise<string[]> {
    const { handOut, measured } = harness.replica();
    await handOut.sessionToken({ ...OWNER, sealedCookie }).catch(() => {});
    return measured;
  }

  it('tells look-ups by their result', async () => {
    expect(await lookUp()).toEqual(['spectrocloud.token.lookups miss']);
    const { sealedCookie } = await harness.signIn({ lifeMinutes: 15 });
    expect(await lookUp()).toEqual(['spectrocloud.token.lookups hit']);
    harness.useKeys('next key');
    expect(await lookUp()).toEqual(['spectrocloud.token.lookups unreadable']);
    harness.useKeys('secret of the keyring');
    await harness.wipe();
    expect(await lookUp(sealedCookie)).toEqual([
      'spectrocloud.token.lookups restored',
    ]);
    harness.after(16);
    expect(await lookUp()).toEqual(['spectrocloud.token.lookups expired']);
  });

  it.each([
    ['renewed', undefined],
    ['failed', 503],
    ['refused', 401],
  ])(
    'tells a renewal that was %s, and how long it took',
    async (outcome, status) => {
      await harness.signIn();
      if (status) {
        harness.palette.failing.set('renew', status);
      }
      harness.after(NEAR_EXPIRY_MINUTES);
      const measured = await lookUp();
      expect(measured).toEqual(
        expect.arrayContaining([
          `spectrocloud.session.renewals ${outcome}`,
          `spectrocloud.session.renewal.duration.seconds ${outcome}`,
        ]),
      );
    },
  );

  it('tells why sessions end, and names nobody', async () => {
    await harness.signIn();
    const { measured, sessions } = harness.replica();
    await sessions.refresh({ handle: HANDLE, environment: ENVIRONMENT });
    await sessions.end({ handle: HANDLE, reason: 'sign-out' });
    expect(measured).toEqual(['spectrocloud.session.ends sign-out']);
  });
});
