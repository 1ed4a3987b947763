import { DANA } from '../__testUtils__/FakePalette';
import {
  createTestDatabases,
  ENVIRONMENT,
  HANDLE,
  OWNER,
  SessionsHarness,
  START,
  USER,
} from '../__testUtils__/SessionsHarness';

const COUNT = 120;
const LIST = 50;
const UNTIL = new Date(START.getTime() + 3_600_000);
const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('TokenRevoker on %s', id => {
  let harness: SessionsHarness;

  beforeAll(async () => {
    harness = await SessionsHarness.start(await databases.init(id));
  });
  beforeEach(() => harness.reset());
  afterAll(() => harness.stop());

  const listed = () => harness.stores().revocations.count(ENVIRONMENT);
  /** As if the time for another try had come. */
  const later = () =>
    harness.knex('spectrocloud_revocations').update({ retry_at: 0 });

  /** Ends a session without asking Palette, as a process does that stops then. */
  async function end(handle: string): Promise<string> {
    const { token } = await harness.signIn({ handle });
    await harness
      .stores()
      .ends.end({ userEntityRef: USER, revokeIn: [ENVIRONMENT] });
    return token;
  }

  it('gives Palette lists of tokens, those of an interrupted process included', async () => {
    await harness.signIn();
    const [session] = (await harness.stores().tokens.readSessions(OWNER))
      .sessions;
    const tokens = Array.from({ length: COUNT }, () =>
      harness.palette.token(DANA),
    );
    for (const sessionToken of tokens) {
      await harness
        .stores()
        .revocations.add({ ...session, tokens: { sessionToken } }, UNTIL);
    }
    await Promise.all([
      harness.replica().revoker.workOff(),
      harness.replica().revoker.workOff(),
    ]);
    await harness.replica().revoker.workOff();
    expect([...harness.palette.revoked]).toEqual(
      expect.arrayContaining(tokens),
    );
    expect(harness.palette.countOf('revoke')).toBe(Math.ceil(COUNT / LIST));
    expect(await listed()).toBe(0);
  });

  it('asks one by one where Palette refuses the list for one of them', async () => {
    const tokens = [await end('a'), await end('b'), await end('c')];
    harness.palette.revoked.add(tokens[0]);
    await harness.replica().revoker.workOff();
    expect([...harness.palette.revoked]).toEqual(
      expect.arrayContaining(tokens),
    );
    expect(await listed()).toBe(0);
  });

  it('keeps what Palette does not revoke, says so, and does it later', async () => {
    const tokens = [await end('a'), await end('b')];
    harness.palette.failing.set('revoke', 503);
    const { revoker } = harness.replica();
    await revoker.workOff();
    await revoker.workOff();
    expect(await listed()).toBe(2);
    expect(harness.logs).toContainEqual(
      expect.stringMatching(
        /^Palette \(production\) has not revoked the session tokens of 2 ended sessions yet/,
      ),
    );
    expect(harness.logs.join()).not.toContain(tokens[0]);
    harness.palette.failing.clear();
    await revoker.workOff();
    expect(harness.palette.revoked).not.toContain(tokens[0]);
    await later();
    await revoker.workOff();
    expect([...harness.palette.revoked]).toEqual(
      expect.arrayContaining(tokens),
    );
    expect(await listed()).toBe(0);
  });

  it('goes on where a few of many can not be revoked', async () => {
    const tokens = [await end('a'), await end('b'), await end('c')];
    harness.palette.failingNext.set('revoke', [422, 422]);
    await harness.replica().revoker.workOff();
    expect(harness.palette.revoked).not.toContain(tokens[0]);
    expect([...harness.palette.revoked]).toEqual(
      expect.arrayContaining(tokens.slice(1)),
    );
    expect(await listed()).toBe(1);
  });

  it('leaves a token to processes that have its key', async () => {
    const token = await end('a');
    harness.useKeys('another key');
    await harness.replica().revoker.workOff();
    expect(await listed()).toBe(1);
    harness.useKeys('secret of the keyring');
    await later();
    await harness.replica().revoker.workOff();
    expect(harness.palette.revoked).toContain(token);
  });

  it('does a single sign-out’s revocation later, too, if Palette is out of order', async () => {
    const { token } = await harness.signIn();
    harness.palette.failing.set('revoke', 502);
    const { revoker, sessions } = harness.replica();
    await sessions.end({ handle: HANDLE, reason: 'sign-out' });
    expect(await listed()).toBe(1);
    harness.palette.failing.clear();
    await later();
    await revoker.workOff();
    expect(harness.palette.revoked).toContain(token);
  });

  it('lists nothing where tokens are spared, and nothing that is done', async () => {
    await harness.signIn();
    await harness
      .replica()
      .sessions.end({ handle: HANDLE, reason: 'sign-out' });
    harness.settings = { revokeOnSignOut: false };
    await harness.signIn({ handle: 'other' });
    await harness.replica().userSessions.revokeAll(USER);
    expect(await listed()).toBe(0);
    expect(harness.palette.countOf('revoke')).toBe(1);
  });

  it('begins nothing more once it is stopped', async () => {
    const token = await end('a');
    const { revoker } = harness.replica();
    await revoker.stop();
    await revoker.workOff();
    expect(harness.palette.revoked).not.toContain(token);
    expect(await listed()).toBe(1);
  });
});
