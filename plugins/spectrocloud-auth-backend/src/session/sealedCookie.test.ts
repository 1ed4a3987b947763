import { randomBytes } from 'node:crypto';
import { mockServices } from '@backstage/backend-test-utils';
import {
  Keyring,
  type StoredSession,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { parseSetCookie } from 'cookie';
import type { SessionEnvironment } from './SessionEnvironment';
import { openCookie, sealCookie } from './sealedCookie';

const NOW = new Date('2026-11-23T12:00:00.000Z');
const later = new Date(NOW.getTime() + 3_600_000);

describe('sealCookie', () => {
  const logger = mockServices.logger.mock();
  const keyring = Keyring.fromSecrets(['a-secret-of-thirty-two-characters']);
  const context = {
    keyring,
    logger,
    now: () => NOW,
    saidTooLarge: new Set<string>(),
  };
  const environment = {
    name: 'production',
    sessionDurationMs: 86_400_000,
    sessionIdleTimeoutMs: 86_400_000,
    cookie: {
      apiTokenName: 'spectrocloud-api-token',
      apiTokenPath: '/base/api/spectrocloud',
      domain: 'acme.example',
      secure: true,
      sameSite: 'none',
      authPath: '/base/api/auth/spectrocloud',
    },
  } as SessionEnvironment;

  const session = (sessionToken: string) =>
    ({
      id: 'row',
      userEntityRef: 'user:default/ada',
      environment: 'production',
      issuer: 'https://palette.example',
      subject: 'ada',
      binding: 'sign-in',
      identity: { tenantUid: 'acme', userUid: 'ada' },
      claims: { sub: 'ada', groups: ['admins'] },
      tokens: { sessionToken, sessionTokenExpiresAt: later },
      createdAt: NOW,
      usedAt: NOW,
      expiresAt: later,
      idleExpiresAt: later,
    }) as unknown as StoredSession;

  const jwt = (payload: string) =>
    ['{"alg":"HS256"}', payload, 'signature']
      .map(part => Buffer.from(part).toString('base64url'))
      .join('.');

  const seal = (token: string) =>
    sealCookie(context, session(token), environment);

  it('is for the spectrocloud plugin alone, on the hosts of its domain', () => {
    expect(parseSetCookie(seal('token') ?? '')).toMatchObject({
      name: 'spectrocloud-api-token',
      path: '/base/api/spectrocloud',
      domain: 'acme.example',
      httpOnly: true,
      secure: true,
      sameSite: 'none',
      expires: later,
    });
  });

  it.each([
    ['a JWT', jwt('{"userUid":"ada"}')],
    [
      'a JWT that is none inside',
      `${randomBytes(9).toString('base64url')}.x.y`,
    ],
    ['a JWT with padding', 'eyJhIjoxfQ==.e30.c2ln'],
    ['no JWT', 'opaque'],
    ['dots alone', '..'],
  ])('gives %s back letter by letter', (_title, token) => {
    const { value } = parseSetCookie(seal(token) ?? '');
    const opened = openCookie(context, value);
    expect(opened?.tokens.sessionToken).toBe(token);
    expect(opened).toMatchObject({ id: 'row', claims: { sub: 'ada' } });
  });

  it('leaves a session without one that would not fit, and says so once', () => {
    for (let time = 0; time < 2; time++) {
      expect(seal(randomBytes(3_000).toString('base64url'))).toBeUndefined();
    }
    expect(logger.info.mock.calls).toEqual([
      [expect.stringMatching(/user:default\/ada .* gets no sealed cookie/)],
    ]);
  });

  it('opens what earlier versions made', () => {
    const former = keyring.seal(
      JSON.stringify({
        id: 'row',
        userEntityRef: 'user:default/ada',
        environment: 'production',
        issuer: 'https://palette.example',
        subject: 'ada',
        binding: 'sign-in',
        identity: { tenantUid: 'acme', userUid: 'ada' },
        claims: { sub: 'ada' },
        sessionToken: 'token',
        createdAt: NOW.getTime(),
        issuedAt: NOW.getTime(),
      }),
      'api-token-cookie',
    );
    expect(openCookie(context, former)?.tokens.sessionToken).toBe('token');
    expect(openCookie(context, former.slice(0, -4))).toBeUndefined();
  });
});
