import { EVE } from '../__testUtils__/FakePalette';
import {
  createTestDatabases,
  ENVIRONMENT,
  SessionsHarness,
  START,
  USER,
} from '../__testUtils__/SessionsHarness';
import { sessionIdOf } from '../sessionState';

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
      ['third', 'second', 'elsewhere'].map(sessionIdOf).sort(),
    );
    expect(await left('user:default/eve')).toHaveLength(1);
    expect(replica.measured).toContain('spectrocloud.session.ends over-limit');
    expect(replica.published).toMatchObject([
      { eventPayload: { sessionIds: [sessionIdOf('first')] } },
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

  it('spares a token that Palette gave twice while a session that stays holds it', async () => {
    const { token } = await harness.signIn({ handle: 'first' });
    harness.after(1);
    const second = await harness.signIn({ handle: 'second' });
    harness.after(2);
    const replica = harness.replica();
    const tokens = { sessionToken: token };
    await harness.signIn({ handle: 'third', tokens }, replica);
    harness.after(3);
    await harness.signIn({ handle: 'fourth' }, replica);
    expect((await left()).sort()).toEqual(
      ['third', 'fourth'].map(sessionIdOf).sort(),
    );
    await harness.settled();
    expect(harness.palette.revoked).not.toContain(token);
    expect(harness.palette.revoked).toContain(second.token);
    expect(replica.measured).toContain('spectrocloud.session.ends over-limit');
  });

  it('revokes a token that only sessions beyond the limit hold', async () => {
    const { token } = await harness.signIn({ handle: 'first' });
    const tokens = { sessionToken: token };
    await harness.signIn({ handle: 'second', tokens });
    harness.settings = { maxSessionsPerUser: 1 };
    harness.after(1);
    await harness.signIn({ handle: 'third' });
    await harness.settled();
    expect(harness.palette.revoked).toContain(token);
  });

  it('counts none that is over, and never ends the one that has just begun', async () => {
    const { tokens } = harness.stores();
    await harness.signIn({ handle: 'older' });
    harness.after(1);
    await harness.signIn({ handle: 'over' });
    await tokens.touch(sessionIdOf('over'), {
      usedAt: START,
      idleExpiresAt: START,
    });
    harness.after(2);
    await harness.signIn({ handle: 'begun' });
    expect((await left()).sort()).toEqual(
      ['older', 'begun'].map(sessionIdOf).sort(),
    );
    // Another replica whose clock is late.
    harness.settings = { maxSessionsPerUser: 1 };
    harness.after(1);
    await harness.signIn({ handle: 'late' });
    expect(await left()).toEqual([sessionIdOf('late')]);
  });

  it('leaves the place of another Palette user, whose session ends, to one of the own', async () => {
    await harness.signIn({
      handle: 'waiting',
      waitsUntil: new Date(START.getTime() + 600_000),
    });
    harness.after(1);
    await harness.signIn({ handle: 'stranger', user: EVE });
    await harness.replica().sessions.handOver({
      handle: 'waiting',
      to: { handle: 'claimed', userEntityRef: USER },
    });
    expect(await left()).toHaveLength(2);
    harness.after(2);
    await harness.signIn({ handle: 'begun' });
    expect((await left()).sort()).toEqual(
      ['claimed', 'begun'].map(sessionIdOf).sort(),
    );
  });

  it('counts a connection from when its user claims it', async () => {
    await harness.signIn({ handle: 'first' });
    harness.after(1);
    await harness.signIn({ handle: 'second' });
    await harness.signIn({
      handle: 'waiting',
      waitsUntil: new Date(START.getTime() + 600_000),
    });
    expect(await left()).toHaveLength(2);
    await harness.replica().sessions.handOver({
      handle: 'waiting',
      to: { handle: 'claimed', userEntityRef: USER },
    });
    expect((await left()).sort()).toEqual(
      ['claimed', 'second'].map(sessionIdOf).sort(),
    );
  });
});
