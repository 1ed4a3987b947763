import type { StoredSession } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { SessionEnvironment } from '../SessionEnvironment';
import {
  dueTokens,
  expiresInSeconds,
  isDecisionDue,
  nextRenewal,
  renewalMarginMs,
  sessionEnd,
} from './renewalRule';

const MINUTE = 60_000;
const START = new Date('2026-11-23T12:00:00.000Z');
const DANA = { tenantUid: 'tenant-1', userUid: 'uid-dana' };
const at = (minutes: number) => new Date(START.getTime() + minutes * MINUTE);

function tokenOf(lifeMinutes: number): string {
  const iat = START.getTime() / 1000;
  // JSON has no Infinity: that one has no expiry.
  const exp = Number.isFinite(lifeMinutes) ? iat + lifeMinutes * 60 : undefined;
  const claims = JSON.stringify({ iat, exp });
  return `e30.${Buffer.from(claims).toString('base64url')}.x`;
}

describe('renewalMarginMs', () => {
  it.each([
    ['a day: at most ten minutes', 1440, 10],
    ['four hours: at most ten minutes', 240, 10],
    ['40 minutes: a fifth', 40, 8],
    ['15 minutes: 240 seconds at least', 15, 4],
    ['6 minutes: at most two thirds', 6, 4],
    ['3 minutes: at most two thirds', 3, 2],
  ])('for a life of %s', (_, lifeMinutes, marginMinutes) => {
    expect(renewalMarginMs(lifeMinutes * MINUTE)).toBeCloseTo(
      marginMinutes * MINUTE,
    );
  });
});

describe('dueTokens', () => {
  const environment = {
    sessionDurationMs: 30 * 24 * 60 * MINUTE,
  } as SessionEnvironment;

  const session = (
    tokens: StoredSession['tokens'],
    others: Partial<StoredSession> = { identity: DANA },
  ) => ({ createdAt: START, tokens, ...others }) as StoredSession;

  const both = session({
    sessionToken: tokenOf(240),
    sessionTokenExpiresAt: at(240),
    idToken: tokenOf(60),
    idTokenExpiresAt: at(60),
    refreshToken: 'refresh token',
  });

  it.each([
    [49.9, undefined, 606],
    [50.1, { sessionToken: false, idToken: true }, 594],
    [61, { sessionToken: false, idToken: true }, 0],
    [230.1, { sessionToken: true, idToken: true }, 0],
    [241, { sessionToken: false, idToken: true }, 0],
  ])('after %s minutes', (minutes, due, seconds) => {
    expect(dueTokens(both, environment, at(minutes))).toEqual(due);
    expect(expiresInSeconds(both, environment, at(minutes))).toBe(seconds);
  });

  it('leaves an ID token alone that no grant can renew, and does not have the front end ask for it', () => {
    const { refreshToken: _, ...tokens } = both.tokens;
    const without = session(tokens);
    expect(dueTokens(without, environment, at(59))).toBeUndefined();
    expect(expiresInSeconds(without, environment, at(59))).toBe(181 * 60);
  });

  it('has the front end not ask when nothing can be renewed', () => {
    const fixed = session({ idToken: 'x', idTokenExpiresAt: at(60) });
    expect(expiresInSeconds(fixed, environment, START)).toBeUndefined();
  });

  describe('of a session whose tokens carry no expiry', () => {
    const offline = tokenOf(Infinity);

    it('asks Palette about a session token within ten minutes', () => {
      const opaque = session({ sessionToken: 'opaque' });
      expect(dueTokens(opaque, environment, at(5.9))).toBeUndefined();
      expect(dueTokens(opaque, environment, at(6.1))).toEqual({
        sessionToken: true,
        idToken: false,
      });
      // The front end asks when less than 180 of them are left.
      expect(expiresInSeconds(opaque, environment, START)).toBe(600);
    });

    it('asks again six minutes after Palette has said yes', () => {
      const { tokens } = session({ sessionToken: 'opaque' });
      const renewAfter = nextRenewal(tokens, at(100));
      expect(renewAfter).toEqual(at(106));
      const asked = session(tokens, { identity: DANA, renewAfter });
      expect(dueTokens(asked, environment, at(107))).toBeDefined();
      expect(expiresInSeconds(asked, environment, at(100))).toBe(600);
    });

    it.each([
      ['an endless session token', { sessionToken: 'opaque' }],
      ['none', {}],
    ])('uses an offline refresh token beside %s', (_, others) => {
      const tokens = {
        idToken: tokenOf(1440),
        idTokenExpiresAt: at(1440),
        refreshToken: offline,
        ...others,
      };
      expect(dueTokens(session(tokens), environment, at(5))).toBeUndefined();
      expect(dueTokens(session(tokens), environment, at(7))).toEqual({
        sessionToken: false,
        idToken: true,
      });
      expect(expiresInSeconds(session(tokens), environment, START)).toBe(600);
    });

    it('asks the provider even where its ID token outlives the session', () => {
      const lasting = session({
        idToken: tokenOf(60),
        idTokenExpiresAt: at(60),
        refreshToken: offline,
      });
      const short = { sessionDurationMs: 30 * MINUTE } as SessionEnvironment;
      expect(dueTokens(lasting, short, at(6.1))).toEqual({
        sessionToken: false,
        idToken: true,
      });
    });

    it('lets the ID token say when, beside a refresh token that tells nothing', () => {
      const tokens = {
        idToken: tokenOf(60),
        idTokenExpiresAt: at(60),
        refreshToken: 'opaque',
      };
      expect(dueTokens(session(tokens), environment, at(45))).toBeUndefined();
    });
  });

  describe('of a candidate that Palette was not asked about', () => {
    const tokens = { ...both.tokens, refreshToken: undefined };
    const undecided = session(tokens, {});

    it('renews nothing with it, as near as its end is', () => {
      expect(dueTokens(undecided, environment, at(235))).toBeUndefined();
    });

    it.each([
      [5, false],
      [50.1, true],
      [235, true],
    ])(
      'after %s minutes it has to be known what it is: %s',
      (minutes, expected) => {
        expect(isDecisionDue(undecided, at(minutes))).toBe(expected);
        expect(isDecisionDue(session(tokens), at(minutes))).toBe(false);
      },
    );

    it('has the front end ask before the ID token ends', () => {
      expect(expiresInSeconds(undecided, environment, START)).toBe(3600);
    });
  });

  it('renews nothing that the duration of the session will not let live on', () => {
    const short = { ...environment, sessionDurationMs: 100 * MINUTE };
    expect(dueTokens(both, short, at(235))).toEqual({
      sessionToken: false,
      idToken: true,
    });
  });
});

describe('sessionEnd', () => {
  const environment = { sessionDurationMs: 90 * MINUTE } as SessionEnvironment;
  const end = (tokens: StoredSession['tokens']) =>
    sessionEnd({ createdAt: START, tokens }, environment);

  it('is when the last token expires', () => {
    expect(
      end({
        idToken: 'x',
        idTokenExpiresAt: at(60),
        sessionToken: 'y',
        sessionTokenExpiresAt: at(15),
      }),
    ).toEqual(at(60));
  });

  it('is not when they expire, where there is one that can bring others', () => {
    const lapsing = { idToken: 'x', idTokenExpiresAt: at(5) };
    expect(end({ ...lapsing, refreshToken: 'y' })).toEqual(at(90));
  });

  it('is never after the configured duration', () => {
    expect(end({ idToken: 'x', idTokenExpiresAt: at(100) })).toEqual(at(90));
    expect(end({ sessionToken: 'opaque' })).toEqual(at(90));
  });

  it('is at once without tokens', () => {
    expect(end({}).getTime()).toBeLessThan(START.getTime());
  });
});
