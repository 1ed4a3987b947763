import type { StoredSession } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { SessionEnvironment } from './SessionEnvironment';
import {
  dueTokens,
  expiresInSeconds,
  renewalMarginMs,
  sessionEnd,
} from './renewalRule';

const MINUTE = 60_000;
const START = new Date('2026-11-23T12:00:00.000Z');
const at = (minutes: number) => new Date(START.getTime() + minutes * MINUTE);

function tokenOf(lifeMinutes: number): string {
  const iat = START.getTime() / 1000;
  const claims = JSON.stringify({ iat, exp: iat + lifeMinutes * 60 });
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

  const session = (tokens: StoredSession['tokens']): StoredSession =>
    ({ createdAt: START, tokens }) as StoredSession;

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
    const opaque = session({ sessionToken: 'opaque' });
    expect(dueTokens(opaque, environment, at(9999))).toBeUndefined();
    expect(expiresInSeconds(opaque, environment, START)).toBeUndefined();
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

  it('is never after the configured duration', () => {
    expect(end({ idToken: 'x', idTokenExpiresAt: at(100) })).toEqual(at(90));
    expect(end({ sessionToken: 'opaque' })).toEqual(at(90));
  });

  it('is at once without tokens', () => {
    expect(end({}).getTime()).toBeLessThan(START.getTime());
  });
});
