import { Keyring } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { Request, Response } from 'express';
import { LoginCookies } from './LoginCookies';

const TEN_MINUTES_MS = 600_000;
const login = {
  environment: 'development',
  issuer: 'https://palette.example',
  nonce: 'the-nonce',
  codeVerifier: 'the-verifier',
  frameworkNonce: 'the-framework-nonce',
};

describe('LoginCookies', () => {
  let now = 0;
  let cookies: Record<string, unknown>;
  const req = () => ({ cookies }) as unknown as Request;
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
    LoginCookies.create({
      sealer: Keyring.fromSecrets([secret]),
      attributesOf: () => ({ path: '/', secure: false }),
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

  it('makes room for the ninth by dropping what can not be opened, else the oldest', () => {
    const states = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    for (const state of states) {
      create().add(req(), res, state, login);
      now += 1;
    }
    cookies['spectrocloud-login-garbage'] = { not: 'text' };
    create().add(req(), res, 'h', login);
    expect(Object.keys(cookies)).toHaveLength(8);
    expect(cookies['spectrocloud-login-garbage']).toBeUndefined();
    create().add(req(), res, 'i', login);
    expect(create().find(req(), 'a')).toBeUndefined();
    expect(create().find(req(), 'b')).toBeDefined();
    expect(create().find(req(), 'i')).toBeDefined();
  });
});
