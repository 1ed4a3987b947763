import { Keyring } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { Request, Response } from 'express';
import { LoginCookies } from './LoginCookies';

const TEN_MINUTES_MS = 600_000;
const login = {
  environment: 'development',
  issuer: 'https://palette.example',
  nonce: 'the-nonce',
  codeVerifier: 'the-verifier',
};

describe('LoginCookies', () => {
  let now = 0;
  let cookies: Record<string, string>;
  const req = (headers: Record<string, string> = {}) => {
    const pairs = Object.entries(cookies).map(pair => pair.join('='));
    return {
      headers: { ...headers, cookie: pairs.join('; ') },
    } as unknown as Request;
  };
  const foreign = () => req({ 'sec-fetch-site': 'cross-site' });
  const res = {
    cookie: (name: string, value: string) => {
      cookies[name] = value;
    },
    clearCookie: (name: string) => {
      delete cookies[name];
    },
  } as unknown as Response;

  beforeEach(() => {
    now = Date.now();
    cookies = {};
  });

  const create = (secret = 'a-secret-of-more-than-32-characters-000') =>
    new LoginCookies({
      sealer: Keyring.fromSecrets([secret]),
      attributes: new Map([['development', { path: '/', secure: false }]]),
      now: () => now,
    });

  it('finds a login by its state, in every replica', () => {
    create().add(req(), res, 'the-state', login);
    expect(create().find(req(), 'the-state')).toMatchObject(login);
    expect(create().find(req(), 'another-state')).toBeUndefined();
  });

  it('forgets it after ten minutes, also where the browser does not', () => {
    create().add(req(), res, 'the-state', login);
    now += TEN_MINUTES_MS - 1;
    expect(create().find(req(), 'the-state')).toBeDefined();
    now += 1;
    expect(create().find(req(), 'the-state')).toBeUndefined();
  });

  it('opens nothing under another key or another name', () => {
    create().add(req(), res, 'the-state', login);
    expect(
      create('another-secret-of-more-than-32-characters').find(
        req(),
        'the-state',
      ),
    ).toBeUndefined();
    const [[name, value]] = Object.entries(cookies);
    create().add(req(), res, 'another-state', login);
    const [other] = Object.keys(cookies).filter(key => key !== name);
    cookies[other] = value;
    expect(create().find(req(), 'another-state')).toBeUndefined();
  });

  it('makes room for the ninth by dropping what can not be finished, else the newest', () => {
    const states = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    for (const state of states) {
      create().add(req(), res, state, login);
      now += 1;
    }
    const planted = `spectrocloud-login-${'x'.repeat(43)}`;
    cookies[planted] = 'j:{"not":"text"}';
    create().add(req(), res, 'h', login);
    expect(Object.keys(cookies)).toHaveLength(8);
    expect(cookies[planted]).toBeUndefined();
    now += 1;
    create().add(req(), res, 'i', login);
    expect(Object.keys(cookies)).toHaveLength(8);
    expect(create().find(req(), 'h')).toBeUndefined();
    for (const state of [...states, 'i']) {
      expect(create().find(req(), state)).toBeDefined();
    }
  });

  it.each([0, 4, 7, 8])(
    'keeps the login under way through eight starts by another site, after %d of them',
    before => {
      for (let start = 0; start < 8; start++) {
        if (start === before) {
          create().add(req(), res, 'own', login);
        }
        now += 1;
        create().add(foreign(), res, `foreign-${start}`, login);
        now += 1;
      }
      if (before === 8) {
        create().add(req(), res, 'own', login);
      }
      expect(create().find(req(), 'own')).toBeDefined();
      expect(Object.keys(cookies)).toHaveLength(8);
    },
  );

  it('keeps the oldest through eight later starts that say nothing of their site', () => {
    create().add(req(), res, 'own', login);
    for (let start = 0; start < 8; start++) {
      now += 1;
      create().add(req(), res, `later-${start}`, login);
    }
    expect(create().find(req(), 'own')).toBeDefined();
  });

  it('remembers no start of another site at the expense of eight of its own', () => {
    for (let start = 0; start < 8; start++) {
      create().add(req(), res, `own-${start}`, login);
    }
    create().add(foreign(), res, 'foreign', login);
    expect(create().find(req(), 'foreign')).toBeUndefined();
    expect(create().find(req(), 'own-7')).toBeDefined();
  });

  it('ignores names that only begin like those of logins', () => {
    for (const name of ['', '(x)', 'a'.repeat(42), 'a'.repeat(44)]) {
      cookies[`spectrocloud-login-${name}`] = 'planted';
    }
    for (let start = 0; start < 9; start++) {
      create().add(req(), res, `own-${start}`, login);
    }
    expect(create().find(req(), 'own-0')).toBeDefined();
  });

  it('believes neither of two cookies of one login', () => {
    create().add(req(), res, 'the-state', login);
    const [[name, value]] = Object.entries(cookies);
    const doubled = {
      headers: { cookie: `${name}=planted; ${name}=${value}` },
    } as unknown as Request;
    expect(create().find(doubled, 'the-state')).toBeUndefined();
  });
});
