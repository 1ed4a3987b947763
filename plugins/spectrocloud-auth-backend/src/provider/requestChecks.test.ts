import type { Request } from 'express';
import type { AppContext, ServedEnvironment } from './ProviderContext';
import { requestedEnvironment, requireAppScript } from './requestChecks';

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
