import type { StoredSession } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import {
  hasLiveToken,
  isSession,
  isUndecided,
  isUsable,
  withoutCandidate,
} from './sessionState';

const START = new Date('2026-11-23T12:00:00.000Z');
const after = (minutes: number) => new Date(START.getTime() + minutes * 60_000);

function session(overrides: Partial<StoredSession> = {}): StoredSession {
  return {
    id: 'row',
    userEntityRef: 'user:default/dana',
    environment: 'production',
    issuer: 'https://palette.example',
    subject: 'uid-dana',
    binding: 'sign-in',
    identity: { tenantUid: 'tenant-1', userUid: 'uid-dana' },
    claims: {},
    tokens: { sessionToken: 'token', sessionTokenExpiresAt: after(240) },
    createdAt: START,
    usedAt: START,
    expiresAt: after(240),
    idleExpiresAt: after(240),
    version: 1,
    ...overrides,
  };
}

describe('isUsable', () => {
  it.each([
    ['the token expires', { expiresAt: after(300), idleExpiresAt: after(300) }],
    ['the session is idle for too long', { idleExpiresAt: after(180) }],
    ['the session ends', { expiresAt: after(180) }],
  ])('is so until the moment that %s', (_, overrides) => {
    const given = session(overrides);
    const end = Math.min(
      240,
      ...[given.expiresAt, given.idleExpiresAt].map(
        time => (time.getTime() - START.getTime()) / 60_000,
      ),
    );
    expect(isUsable(given, after(end - 0.001))).toBe(true);
    expect(isUsable(given, after(end))).toBe(false);
  });

  it('lets a token that tells no expiry live as long as the session', () => {
    const given = session({ tokens: { sessionToken: 'opaque' } });
    expect(isUsable(given, after(239))).toBe(true);
    expect(isUsable(given, after(240))).toBe(false);
  });

  it('is not so without a session token', () => {
    expect(isUsable(session({ tokens: { idToken: 'id' } }), START)).toBe(false);
  });
});

describe('isSession', () => {
  it.each([
    ['a session token', { sessionToken: 'token' }, true],
    ['an ID token', { idToken: 'id' }, true],
    ['what may bring another', { refreshToken: 'refresh' }, true],
    ['no token', {}, false],
  ])('takes %s into account', (_, tokens, expected) => {
    expect(isSession(session({ tokens }), START)).toBe(expected);
  });

  it('is over with its limits, whatever its tokens', () => {
    const given = session({ tokens: { refreshToken: 'refresh' } });
    expect(isSession(given, after(240))).toBe(false);
  });
});

describe('an undecided session', () => {
  it.each([
    ['nobody', { identity: undefined }, true],
    ['somebody', {}, false],
    [
      'somebody, of the token before',
      {
        identity: undefined,
        formerIdentity: { tenantUid: 'tenant-1', userUid: 'uid-dana' },
      },
      false,
    ],
  ])('is one that Palette has named %s for', (_, overrides, expected) => {
    const given = session(overrides);
    expect(isUndecided(given)).toBe(expected);
    // Its candidate says nothing of whether the user may still sign in.
    expect(hasLiveToken(given, START)).toBe(!expected);
  });

  it.each([
    ['refresh_token', { refreshToken: 'candidate' }],
    ['code', {}],
  ] as const)(
    'goes on without a candidate that came as %s',
    (found, tokens) => {
      const { sessionToken, sessionTokenFoundIn } = {
        sessionToken: 'candidate',
        sessionTokenFoundIn: found,
      };
      expect(
        withoutCandidate({
          sessionToken,
          sessionTokenFoundIn,
          sessionTokenExpiresAt: after(1),
        }),
      ).toEqual(tokens);
    },
  );
});
