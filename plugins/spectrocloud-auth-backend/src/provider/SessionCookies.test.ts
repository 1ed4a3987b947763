import express from 'express';
import request from 'supertest';
import { SessionCookies } from './SessionCookies';
import type { SessionCookieSettings } from './sessionCookieSettings';

const HANDLE = 'h'.repeat(43);
const PATH = '/api/auth/spectrocloud';

const settings: SessionCookieSettings = {
  handleName: '__Secure-handle',
  sealedName: '__Secure-sealed',
  apiTokenName: 'api-token',
  apiTokenPath: '/api/spectrocloud',
  apiTokenDomain: 'acme.example',
  formerHandleName: 'handle',
  formerNames: ['scope', 'handle'],
  path: PATH,
  hostname: 'api.acme.example',
  secure: true,
  maxAgeMs: 3_600_000,
};

describe('SessionCookies', () => {
  /** What a request with these cookies brings, and which the response sets. */
  async function use<T>(cookie: string, act: (cookies: SessionCookies) => T) {
    let result: T | undefined;
    const app = express().get('/', (req, res) => {
      const appOrigin = 'https://app.acme.example';
      result = act(new SessionCookies(settings, { req, res, appOrigin }));
      res.end();
    });
    const { headers } = await request(app).get('/').set('Cookie', cookie);
    const set = (headers['set-cookie'] ?? []) as unknown as string[];
    return { result, set: set.map(line => line.split('; ')) };
  }

  it.each([
    [HANDLE, HANDLE],
    ['h'.repeat(42), undefined],
    ['h'.repeat(44), undefined],
    [`${'h'.repeat(42)}.`, undefined],
    ['', undefined],
  ])('reads the handle %s as %s', async (sent, read) => {
    const { result } = await use(`__Secure-handle=${sent}`, ({ handle }) => ({
      handle,
    }));
    expect(result).toEqual({ handle: read });
  });

  it('keeps handle and sealed token for as long as a session may last', async () => {
    const { set } = await use('', cookies => {
      cookies.setHandle(HANDLE);
      cookies.setSealed('api-token=sealed; Path=/api/spectrocloud');
    });
    const attributes = [
      'Max-Age=3600',
      `Path=${PATH}`,
      'HttpOnly',
      'Secure',
      'SameSite=None',
    ];
    expect(set).toEqual([
      expect.arrayContaining([`__Secure-handle=${HANDLE}`, ...attributes]),
      expect.arrayContaining(['__Secure-sealed=sealed', ...attributes]),
    ]);
  });

  it('removes of the cookies of earlier versions those that were sent', async () => {
    const { set } = await use('scope=openid', cookies =>
      cookies.removeFormer(),
    );
    expect(set).toEqual([
      expect.arrayContaining(['scope=', `Path=${PATH}`]),
      expect.arrayContaining(['api-token=', 'Path=/']),
    ]);
  });

  it('removes all cookies from where they were set', async () => {
    const { set } = await use('handle=x', cookies => cookies.clear());
    const removed = (name: string, path: string, ...more: string[]) =>
      expect.arrayContaining([
        `${name}=`,
        `Path=${path}`,
        'Secure',
        'SameSite=None',
        ...more,
      ]);
    expect(set).toEqual([
      removed('__Secure-handle', PATH),
      removed('__Secure-sealed', PATH),
      removed('api-token', '/api/spectrocloud', 'Domain=acme.example'),
      removed('handle', PATH),
      removed('api-token', '/', 'Domain=acme.example'),
    ]);
  });
});
