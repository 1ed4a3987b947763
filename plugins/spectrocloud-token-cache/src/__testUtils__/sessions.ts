import type { NewSession } from '../store/StoredSession';

export const START = new Date('2026-11-23T12:00:00.000Z');

export function minutesAfter(start: Date, minutes: number): Date {
  return new Date(start.getTime() + minutes * 60_000);
}

/** A session of Dana's that began at {@link START}. */
export function newSession(overrides: Partial<NewSession> = {}): NewSession {
  return {
    id: 'row-of-dana',
    userEntityRef: 'user:default/dana',
    environment: 'production',
    issuer: 'https://palette.example/v1/oidc/tenant/demo',
    subject: 'uid-dana',
    email: 'Dana@Acme.example',
    identity: {
      tenantUid: 'tenant-1',
      tenantName: 'demo',
      userUid: 'uid-dana',
    },
    binding: 'sign-in',
    claims: { sub: 'uid-dana', name: 'Dana' },
    tokens: {
      idToken: 'id-token-of-dana',
      idTokenExpiresAt: minutesAfter(START, 60),
      sessionToken: 'session-token-of-dana',
      sessionTokenExpiresAt: minutesAfter(START, 240),
      refreshToken: 'refresh-token-of-dana',
    },
    createdAt: START,
    usedAt: START,
    expiresAt: minutesAfter(START, 240),
    idleExpiresAt: minutesAfter(START, 180),
    ...overrides,
  };
}
