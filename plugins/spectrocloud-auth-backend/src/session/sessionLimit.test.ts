import {
  createTestDatabases,
  ENVIRONMENT,
  SessionsHarness,
  USER,
} from './__testUtils__/SessionsHarness';
import { hashHandle } from './hashHandle';

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('maxSessionsPerUser on %s', id => {
  let harness: SessionsHarness;

  beforeAll(async () => {
    harness = await SessionsHarness.start(await databases.init(id));
  });
  beforeEach(async () => {
    await harness.reset();
    harness.settings = { maxSessionsPerUser: 2 };
  });
  afterAll(() => harness.stop());

  const left = async (userEntityRef = USER) =>
    (await harness.stores().tokens.listSessions({ userEntityRef })).map(
      session => session.id,
    );

  it('ends the oldest session at a sign-in, for good, and revokes its token', async () => {
    const first = await harness.signIn({ handle: 'first' });
    harness.after(1);
    await harness.signIn({ handle: 'second' });
    await harness.signIn({ handle: 'elsewhere', environment: 'staging' });
    await harness.signIn({ handle: 'e', userEntityRef: 'user:default/eve' });
    harness.after(2);
    const replica = harness.replica();
    await harness.signIn({ handle: 'third' }, replica);
    expect((await left()).sort()).toEqual(
      ['third', 'second', 'elsewhere'].map(hashHandle).sort(),
    );
    expect(await left('user:default/eve')).toHaveLength(1);
    expect(replica.measured).toContain('spectrocloud.session.ends over-limit');
    expect(replica.published).toMatchObject([
      { eventPayload: { sessionIds: [hashHandle('first')] } },
    ]);
    await harness.settled();
    expect(harness.palette.revoked).toContain(first.token);
    const { sealedCookie } = first;
    expect(
      await replica.sessions.refresh({
        handle: 'first',
        environment: ENVIRONMENT,
        sealedCookie,
      }),
    ).toBeUndefined();
  });

  it('counts a connection from when its user claims it', async () => {
    await harness.signIn({ handle: 'first' });
    harness.after(1);
    await harness.signIn({ handle: 'second' });
    await harness.signIn({ handle: 'waiting', userEntityRef: 'pending:1:d' });
    expect(await left()).toHaveLength(2);
    await harness.replica().sessions.handOver({
      handle: 'waiting',
      to: { handle: 'claimed', userEntityRef: USER },
    });
    expect((await left()).sort()).toEqual(
      ['claimed', 'second'].map(hashHandle).sort(),
    );
  });
});
