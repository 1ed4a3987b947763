import express, { type Request } from 'express';
import request from 'supertest';
import type { AppContext, ServedEnvironment } from './provider/ProviderContext';
import {
  cookieNames,
  readCookie,
  readDevice,
  requestedEnvironment,
  requireAppScript,
} from './readRequest';

const SERVED = {} as ServedEnvironment;
const environments = new Map([['development', SERVED]]);
const app: AppContext = {
  appUrl: 'https://app.example',
  isOriginAllowed: origin => origin === 'https://other.example',
};

describe('requestedEnvironment', () => {
  const ask = (query: Record<string, unknown>) =>
    requestedEnvironment({ environments }, { query } as unknown as Request);

  it('finds the environment that is served', () => {
    expect(ask({ env: 'development', scope: 'x'.repeat(2_000) })).toBe(SERVED);
  });

  it.each([
    ['none', {}, 'InputError', /'env' is missing/],
    ['an empty one', { env: '' }, 'InputError', /'env' is missing/],
    ['one that is not served', { env: 'x' }, 'NotFoundError', /environment/],
    ['a repeated one', { env: ['a', 'b'] }, 'InputError', /given once/],
    [
      'a parameter that is an object',
      { env: 'development', scope: { a: 'b' } },
      'InputError',
      /'scope' must be given once/,
    ],
    [
      'a parameter that is too long',
      { env: 'development', scope: 'x'.repeat(2_001) },
      'InputError',
      /'scope' is longer than 2000/,
    ],
  ])('refuses %s', (_, query, name, message) => {
    expect(() => ask(query)).toThrow(
      expect.objectContaining({
        name,
        message: expect.stringMatching(message),
      }),
    );
  });

  it.each([
    ['repeated', ['a', 'b']],
    ['too long', 'x'.repeat(2_001)],
  ])('repeats no more than the start of a name that is %s', (_, value) => {
    expect(() => ask({ [`${'n'.repeat(32)}SECRET`]: value })).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(/'n{32}'/),
      }),
    );
  });
});

describe('requireAppScript', () => {
  const ask = (headers: Record<string, string>) => {
    const header = (name: string) => headers[name.toLowerCase()];
    return requireAppScript(app, {
      header,
      get: header,
    } as unknown as Request);
  };
  const script = { 'x-requested-with': 'XMLHttpRequest' };

  it.each<Record<string, string>>([{}, { 'x-requested-with': 'fetch' }])(
    'refuses what a form or a link of another site sends (%j)',
    headers => {
      expect(() => ask(headers)).toThrow(
        expect.objectContaining({ name: 'AuthenticationError' }),
      );
    },
  );

  it('refuses a script of another origin', () => {
    expect(() => ask({ ...script, origin: 'https://evil.example' })).toThrow(
      expect.objectContaining({ name: 'NotAllowedError' }),
    );
  });

  it('says of which origin the app is', () => {
    const origin = 'https://other.example';
    expect(ask({ ...script, origin })).toBe(origin);
  });

  it('takes a request without an origin for one of the app itself', () => {
    expect(ask(script)).toBe('https://app.example');
  });
});

const withCookie = (cookie?: string) => ({ headers: { cookie } });

describe('readCookie', () => {
  it.each([
    ['a=1; b=2', 'a', '1'],
    ['xa=0; a=1', 'a', '1'],
    ['a=x%2Fy', 'a', 'x/y'],
    ['a=%zz', 'a', '%zz'],
    ['a=j:{"b":1}', 'a', 'j:{"b":1}'],
    ['a=b=c', 'a', 'b=c'],
    ['a=', 'a', ''],
  ])('reads %s', (cookie, name, value) => {
    expect(readCookie(withCookie(cookie), name)).toBe(value);
  });

  it.each([undefined, '', 'b=1', 'aa=1', '=1', 'a'])(
    'finds none in %s',
    cookie => {
      expect(readCookie(withCookie(cookie), 'a')).toBeUndefined();
    },
  );

  it('takes neither of two of one name', () => {
    expect(readCookie(withCookie('a=1; b=2; a=1'), 'a')).toBeUndefined();
  });
});

describe('cookieNames', () => {
  it('tells names as they were sent', () => {
    expect(cookieNames(withCookie('a=1; (b)=2;c'))).toEqual(['a', '(b)', 'c']);
  });
});

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const CHROME = `${WEBKIT} Chrome/140.0.0.0 Safari/537.36`;

describe('readDevice', () => {
  const server = express().use((req, res) => {
    res.json({ device: readDevice(req) });
  });

  it.each([
    [`Mozilla/5.0 (X11; Linux x86_64) ${CHROME}`, 'Chrome', 'Linux'],
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Edg/140.0.0.0`,
      'Microsoft Edge',
      'Windows',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 14.5; rv:128.0) Gecko/20100101 Firefox/128.0',
      'Firefox',
      'macOS',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
      'Safari',
      'iOS',
    ],
  ])('reads %s', async (userAgent, browser, system) => {
    const { body } = await request(server)
      .get('/')
      .set('user-agent', userAgent);
    expect(body).toEqual({ device: { browser, system } });
  });

  it.each([
    '',
    'node',
    'dana@acme.example/1.0 secret',
    '<script>alert(1)</script>/1.0 x',
    '('.repeat(1_000),
    `${'Chrome/1 '.repeat(1_500)}`.padStart(15_000, 'x'),
  ])('keeps nothing of one that it does not know', async userAgent => {
    const { body, status } = await request(server)
      .get('/')
      .set('user-agent', userAgent);
    expect(status).toBe(200);
    expect(body).toEqual({});
  });

  it('keeps a system by name where the browser is unknown', async () => {
    const { body } = await request(server)
      .get('/')
      .set('user-agent', 'SomethingOfOurs/1.0 (Windows NT 10.0; Win64; x64)');
    expect(body).toEqual({ device: { system: 'Windows' } });
  });
});
