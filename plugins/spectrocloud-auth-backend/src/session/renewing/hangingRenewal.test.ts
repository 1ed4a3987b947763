import { hash } from 'node:crypto';
import { AuthenticationError } from '@backstage/errors';
import { DANA } from '../__testUtils__/FakePalette';
import {
  createTestDatabases,
  ENVIRONMENT,
  HANDLE,
  OWNER,
  SessionsHarness,
  type Replica,
} from '../__testUtils__/SessionsHarness';

const ID = hash('sha256', HANDLE, 'base64url');
/** Two minutes before an ID token of an hour expires. */
const NEAR = 58;
/** Surely more than the second of a request whose tokens live, and less than the three below. */
const SECOND_MS = 2_500;
/** Surely more than the three seconds of one that lacks a token which may be there in a moment. */
const LAPSED_MS = 5_000;

const databases = createTestDatabases();

jest.setTimeout(30_000);

describe.each(databases.eachSupportedId())(
  'a token endpoint that hangs, on %s',
  id => {
    let harness: SessionsHarness;
    /** Lets the token endpoint answer. */
    let answer: (result: 'renewed' | 'refused' | 'broken') => void;
    let asked: number;

    beforeAll(async () => {
      harness = await SessionsHarness.start(await databases.init(id));
    });
    beforeEach(async () => {
      await harness.reset();
      asked = 0;
      const promise = new Promise<string>(resolve => {
        answer = resolve;
      });
      harness.renewIdToken = async ({ refreshToken }) => {
        asked += 1;
        const result = await promise;
        if (result === 'refused') {
          throw new AuthenticationError('invalid_grant');
        }
        if (result === 'broken') {
          throw new Error('the connection was closed');
        }
        return {
          refreshToken,
          idToken: 'renewed',
          idTokenExpiresAt: new Date(harness.now.getTime() + 3_600_000),
          claims: { sub: DANA.userUid },
        };
      };
    });
    afterEach(() => answer('broken'));
    afterAll(() => harness.stop());

    const stored = () => harness.stores().tokens.getSession(ID);
    const signIn = (tokens: object = {}) =>
      harness.signIn({ tokens: { refreshToken: 'refresh-token', ...tokens } });
    const refresh = (replica: Replica) =>
      replica.sessions.refresh({ handle: HANDLE, environment: ENVIRONMENT });
    const settled = ({ context }: Replica) =>
      context.flights.renewals.settled();

    /** What came of it, and whether it took at most so long. */
    async function timed<T>(work: Promise<T>): Promise<[T, number]> {
      const startedAt = performance.now();
      const result = await work;
      return [result, performance.now() - startedAt];
    }

    it('keeps nobody waiting whose ID token is good, at any replica', async () => {
      await signIn({ sessionToken: undefined });
      harness.after(NEAR);
      const replicas = [harness.replica(), harness.replica()];
      const answers = await Promise.all(
        replicas.map(replica => timed(refresh(replica))),
      );
      for (const [session, tookMs] of answers) {
        expect(session?.tokens.idToken).toBe('id-token');
        expect(tookMs).toBeLessThan(SECOND_MS);
      }
      expect(asked).toBe(1);
      answer('renewed');
      await Promise.all(replicas.map(settled));
      const [session] = await timed(refresh(replicas[1]));
      expect(session?.tokens.idToken).toBe('renewed');
      expect(asked).toBe(1);
    });

    it('keeps nobody waiting who asks for the session token or the ID token', async () => {
      const { token } = await signIn();
      harness.after(NEAR);
      const replica = harness.replica();
      const [one, oneMs] = await timed(replica.handOut.idToken(OWNER));
      const [other, otherMs] = await timed(replica.handOut.sessionToken(OWNER));
      expect(one.idToken).toBe('id-token');
      expect(other.token).toBe(token);
      expect(Math.max(oneMs, otherMs)).toBeLessThan(SECOND_MS);
      answer('renewed');
      await settled(replica);
      expect((await replica.handOut.idToken(OWNER)).idToken).toBe('renewed');
    });

    it('is waited for a little where a token has lapsed and another lives', async () => {
      const { token } = await signIn();
      harness.after(61);
      const replica = harness.replica();
      const [session, tookMs] = await timed(refresh(replica));
      expect(session?.tokens.sessionToken).toBe(token);
      expect(session?.tokens).not.toHaveProperty('idToken');
      expect(tookMs).toBeGreaterThan(SECOND_MS);
      expect(tookMs).toBeLessThan(LAPSED_MS);
    });

    it('is waited for where no token lives', async () => {
      await signIn({ sessionToken: undefined });
      harness.after(61);
      const replica = harness.replica();
      const answeredAfterMs = 3_500;
      setTimeout(() => answer('renewed'), answeredAfterMs);
      const [session, tookMs] = await timed(refresh(replica));
      expect(session?.tokens.idToken).toBe('renewed');
      expect(tookMs).toBeGreaterThan(answeredAfterMs - 100);
    });

    it('is waited for where the last token lapses meanwhile', async () => {
      await signIn({ sessionToken: undefined });
      harness.after(NEAR);
      const replica = harness.replica();
      setTimeout(() => harness.after(61), 500);
      setTimeout(() => answer('renewed'), 1_500);
      const session = await refresh(replica);
      expect(session?.tokens.idToken).toBe('renewed');
    });

    it('ends the session when it refuses in the end', async () => {
      await signIn({ sessionToken: undefined });
      harness.after(NEAR);
      const replica = harness.replica();
      expect(await refresh(replica)).toBeDefined();
      answer('refused');
      await settled(replica);
      expect(await stored()).toBeUndefined();
      expect(await refresh(harness.replica())).toBeUndefined();
      expect(replica.published).toHaveLength(1);
    });

    it('is not asked again for a while when it fails in the end, which is logged', async () => {
      await signIn({ sessionToken: undefined });
      harness.after(NEAR);
      const replica = harness.replica();
      await refresh(replica);
      answer('broken');
      await settled(replica);
      const [session, tookMs] = await timed(refresh(replica));
      expect(session?.tokens.idToken).toBe('id-token');
      expect(tookMs).toBeLessThan(900);
      expect(asked).toBe(1);
      expect(harness.logs.join('\n')).toContain('the connection was closed');
    });

    it('leaves no rejection unhandled when the database fails behind the answer', async () => {
      const unhandled = jest.fn();
      process.on('unhandledRejection', unhandled);
      await signIn({ sessionToken: undefined });
      harness.after(NEAR);
      const replica = harness.replica();
      jest
        .spyOn(replica.context.stores.leases, 'complete')
        .mockRejectedValue(new Error('the database is away'));
      expect(await refresh(replica)).toBeDefined();
      answer('renewed');
      await settled(replica);
      await new Promise(resolve => {
        setImmediate(resolve);
      });
      process.off('unhandledRejection', unhandled);
      expect(unhandled).not.toHaveBeenCalled();
      expect(harness.logs.join('\n')).toContain('the database is away');
    });

    it('does not hold up the question whose a candidate is, either', async () => {
      harness.palette.failing.set('whoAmI', 503);
      await harness.signIn({ tokens: { sessionTokenFoundIn: 'code' } });
      harness.palette.failing.clear();
      harness.palette.delayMs.set('whoAmI', 5_000);
      harness.settings = { timeoutMs: 5_000 };
      harness.after(NEAR);
      const [session, tookMs] = await timed(refresh(harness.replica()));
      expect(session?.tokens.idToken).toBe('id-token');
      expect(tookMs).toBeLessThan(SECOND_MS);
    });
  },
);
