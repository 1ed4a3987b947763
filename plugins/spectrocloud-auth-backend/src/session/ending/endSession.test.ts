import { hash } from 'node:crypto';
import {
  createTestDatabases,
  HANDLE,
  OWNER,
  SessionsHarness,
} from '../__testUtils__/SessionsHarness';

const ID = hash('sha256', HANDLE, 'base64url');
const NEAR_EXPIRY_MINUTES = 236;
const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('SessionEnder on %s', id => {
  let harness: SessionsHarness;

  beforeAll(async () => {
    harness = await SessionsHarness.start(await databases.init(id));
  });
  beforeEach(() => harness.reset());
  afterAll(() => harness.stop());

  const stored = () => harness.stores().tokens.getSession(ID);

  it('revokes the token that a renewal has put into the row since it was read', async () => {
    harness.palette.rotates = false;
    await harness.signIn();
    const read = (await stored())!;
    harness.after(NEAR_EXPIRY_MINUTES);
    const { ender, handOut } = harness.replica();
    const { token: renewed } = await handOut.sessionToken(OWNER);
    expect(renewed).not.toBe(read.tokens.sessionToken);
    await ender.end(read, 'sign-out');
    expect(harness.palette.revoked).toContain(renewed);
    expect(await stored()).toBeUndefined();
  });

  it('leaves a session that was renewed since, where only the former version is to end', async () => {
    await harness.signIn();
    const read = (await stored())!;
    harness.after(NEAR_EXPIRY_MINUTES);
    const { audited, ender, handOut, published } = harness.replica();
    await handOut.sessionToken(OWNER);
    expect(await ender.end(read, 'refused', { version: read.version })).toBe(
      false,
    );
    expect(await stored()).toBeDefined();
    expect([...audited, ...published]).toEqual([]);
  });

  it.each(['handed-over', 'expired', 'refused'] as const)(
    'revokes nothing when a session is %s',
    async reason => {
      await harness.signIn();
      await harness.replica().ender.end((await stored())!, reason);
      expect(harness.palette.countOf('revoke')).toBe(0);
      expect(await stored()).toBeUndefined();
    },
  );

  it('does not wait long for a Palette that hangs', async () => {
    harness.settings = { timeoutMs: 10_000 };
    await harness.signIn();
    harness.palette.delayMs.set('revoke', 4_000);
    const startedAt = Date.now();
    await harness.replica().ender.end((await stored())!, 'sign-out');
    expect(Date.now() - startedAt).toBeLessThan(3_000);
    expect(await stored()).toBeUndefined();
  });

  it('ends a session although readers can not be told', async () => {
    await harness.signIn();
    const replica = harness.replica({
      publish: () => Promise.reject(new Error('The event bus is down')),
    });
    await replica.ender.end((await stored())!, 'sign-out');
    expect(await stored()).toBeUndefined();
  });

  it('revokes the token although the event bus hangs', async () => {
    await harness.signIn();
    const replica = harness.replica({ publish: () => new Promise(() => {}) });
    const startedAt = Date.now();
    await replica.ender.end((await stored())!, 'sign-out');
    expect(Date.now() - startedAt).toBeLessThan(4_000);
    expect(harness.palette.countOf('revoke')).toBe(1);
    expect(await stored()).toBeUndefined();
  });
});
