import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import express from 'express';
import request from 'supertest';
import { LoginFailure, ShownFailure } from '../login/LoginFailure';
import { environmentConfig } from '../__testUtils__/environmentConfig';
import { readPopup } from '../__testUtils__/popup';
import type { ProviderContext } from './ProviderContext';
import { handleStart } from './handleStart';
import { sessionCookieSettings } from './sessionCookieSettings';

const APP_URL = 'http://localhost:3000';
const config = environmentConfig('https://palette.example');

describe('handleStart', () => {
  const begin = jest.fn();
  const add = jest.fn();
  const failed = jest.fn();

  beforeEach(() => {
    jest.resetAllMocks();
    begin.mockResolvedValue({
      url: 'https://palette.example/authorize',
      secrets: { nonce: 'n' },
    });
    failed.mockImplementation(
      async (_: unknown, failure: LoginFailure) => new ShownFailure(failure),
    );
  });

  function start(
    options: { binding?: 'sign-in' | 'connect'; query?: object } = {},
  ) {
    const { binding = 'sign-in', query } = options;
    const environment = {
      config,
      binding,
      relyingParty: { begin },
      cookies: sessionCookieSettings(config, '/api/spectrocloud'),
      connectTicketName: 'connect-ticket',
    };
    const context = {
      environments: new Map([[config.name, environment]]),
      app: {
        appUrl: APP_URL,
        isOriginAllowed: (origin: string) => origin === APP_URL,
      },
      loginCookies: { add },
      journal: { failed },
      logger: mockServices.logger.mock(),
    } as unknown as ProviderContext;
    const app = express()
      .get('/', (req, res, next) => {
        handleStart(context, req, res).catch(next);
      })
      .use(mockErrorHandler());
    return request(app)
      .get('/')
      .query({ env: config.name, ...query })
      .set('Cookie', 'connect-ticket=the-ticket');
  }

  it('remembers the connect ticket with the login, and takes it out of the browser', async () => {
    const response = await start({ binding: 'connect' });
    expect(response.status).toBe(302);
    expect(add.mock.calls[0][3]).toEqual({
      nonce: 'n',
      environment: config.name,
      connectTicket: 'the-ticket',
    });
    const { path } = sessionCookieSettings(config, '/api/spectrocloud');
    expect(response.headers['set-cookie']).toEqual([
      expect.stringMatching(
        new RegExp(
          `^connect-ticket=; Path=${path}; Expires=.* 1970 .*HttpOnly`,
        ),
      ),
    ]);
  });

  it('takes no connect ticket where users sign in', async () => {
    const response = await start();
    expect(response.status).toBe(302);
    expect(add.mock.calls[0][3].connectTicket).toBeUndefined();
    expect(response.headers['set-cookie']).toBeUndefined();
  });

  it.each([
    ['palette_unavailable', 503, '5'],
    ['wrong_issuer', 502, undefined],
  ] as const)(
    'tells the app of %s with %s',
    async (reason, status, retryAfter) => {
      begin.mockRejectedValue(new LoginFailure(reason));
      const response = await start();
      expect(response.status).toBe(status);
      expect(response.headers['retry-after']).toBe(retryAfter);
      const { message, origin } = readPopup(response.text);
      expect(message.error?.message).toBe(new LoginFailure(reason).message);
      expect(origin).toBe(APP_URL);
    },
  );

  it('goes back to the app with the failure in the redirect flow', async () => {
    begin.mockRejectedValue(new LoginFailure('palette_unavailable'));
    const redirectUrl = `${APP_URL}/catalog`;
    const response = await start({ query: { flow: 'redirect', redirectUrl } });
    expect(response.status).toBe(303);
    expect(response.headers.location).toMatch(
      /^http:\/\/localhost:3000\/catalog\?/,
    );
    expect(response.headers['retry-after']).toBeUndefined();
  });

  it('journals a failure with its environment', async () => {
    begin.mockRejectedValue(new LoginFailure('palette_unavailable'));
    await start({ binding: 'connect' });
    expect(failed).toHaveBeenCalledWith(
      expect.objectContaining({ environment: config.name, binding: 'connect' }),
      expect.any(LoginFailure),
    );
  });

  it('leaves what is no failure of a login to the framework', async () => {
    begin.mockRejectedValue(new TypeError('a fault of ours'));
    const response = await start();
    expect(response.status).toBe(500);
    expect(response.headers['content-type']).toMatch(/json/);
    expect(failed).not.toHaveBeenCalled();
  });
});
