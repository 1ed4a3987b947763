import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import express from 'express';
import request from 'supertest';
import { environmentConfig } from '../__testUtils__/environmentConfig';
import type { ProviderContext } from './ProviderContext';
import { handleLogout } from './handleLogout';
import { sessionCookieSettings } from './sessionCookieSettings';

const HANDLE = 'h'.repeat(43);
const config = environmentConfig('https://palette.example');

describe('handleLogout', () => {
  const end = jest.fn(async (): Promise<string | undefined> => undefined);
  const logoutUrl = jest.fn(
    async (_?: string): Promise<string | undefined> => undefined,
  );
  const endByCookie = jest.fn(async () => {});
  const find = jest.fn(async (): Promise<unknown> => undefined);
  const drop = jest.fn(async () => {});
  beforeEach(() => jest.resetAllMocks());

  function leave(
    cookie: string,
    { binding = 'connect', requestedWith = 'XMLHttpRequest' } = {},
  ) {
    const context = {
      environments: new Map([
        [
          config.name,
          {
            config,
            binding,
            relyingParty: { logoutUrl },
            cookies: sessionCookieSettings(config, '/api/spectrocloud'),
          },
        ],
      ]),
      app: { appUrl: 'http://localhost:3000', isOriginAllowed: () => true },
      sessions: { end, endByCookie },
      pendingConnections: { find, drop },
      logger: mockServices.logger.mock(),
    } as unknown as ProviderContext;
    const app = express()
      .post('/', (req, res, next) => {
        handleLogout(context, req, res).catch(next);
      })
      .use(mockErrorHandler());
    return request(app)
      .post('/')
      .query({ env: config.name })
      .set('X-Requested-With', requestedWith)
      .set('Cookie', cookie);
  }

  it('tells the app where the session at the provider ends, by the ID token of the one that ended', async () => {
    end.mockResolvedValueOnce('id-token');
    logoutUrl.mockImplementationOnce(
      async idToken => `https://palette.example/logout?hint=${idToken}`,
    );
    const response = await leave(`spectrocloud-refresh-token=${HANDLE}`, {
      binding: 'sign-in',
    });
    expect(response.body).toEqual({
      logoutUrl: 'https://palette.example/logout?hint=id-token',
    });
  });

  it('shows the ID token of a connection to nobody, since whoever has the cookie need not be its user', async () => {
    end.mockResolvedValueOnce('id-token');
    await leave(`spectrocloud-refresh-token=${HANDLE}`);
    expect(logoutUrl.mock.calls).toEqual([[undefined]]);
  });

  it('answers nothing where the provider has no such place', async () => {
    const response = await leave(`spectrocloud-refresh-token=${HANDLE}`);
    expect(response.status).toBe(200);
    expect(response.text).toBe('');
  });

  it.each([
    ['spectrocloud-sealed-session=own; spectrocloud-api-token=former', 'own'],
    ['spectrocloud-api-token=former', 'former'],
  ])(
    'lets the token of %s be revoked where the row was lost',
    async (sealed, sealedCookie) => {
      await leave(`spectrocloud-refresh-token=${HANDLE}; ${sealed}`);
      expect(end).toHaveBeenCalledWith({
        handle: HANDLE,
        sealedCookie,
        reason: 'sign-out',
      });
    },
  );

  it('ends the session and removes the cookies although a waiting one can not be looked up', async () => {
    find.mockRejectedValueOnce(new Error('the store is away'));
    const response = await leave(`spectrocloud-refresh-token=${HANDLE}`);
    expect(response.status).toBe(200);
    expect(end).toHaveBeenCalledTimes(1);
    expect(String(response.headers['set-cookie'])).toContain(
      'spectrocloud-refresh-token=;',
    );
  });

  it('drops the connection that waits for its user in this environment', async () => {
    find.mockResolvedValueOnce({});
    await leave(`spectrocloud-refresh-token=${HANDLE}`);
    expect(find).toHaveBeenCalledWith({
      handle: HANDLE,
      environment: config.name,
    });
    expect(drop.mock.calls).toEqual([[HANDLE]]);
  });

  it('drops no connection where none waits', async () => {
    await leave(`spectrocloud-refresh-token=${HANDLE}`);
    expect(drop).not.toHaveBeenCalled();
  });

  it('looks for no connection that waits where users sign in', async () => {
    await leave(`spectrocloud-refresh-token=${HANDLE}`, { binding: 'sign-in' });
    expect(find).not.toHaveBeenCalled();
    expect(end).toHaveBeenCalledTimes(1);
  });

  it('ends the session of the sealed cookie where the handle is lost', async () => {
    await leave('spectrocloud-sealed-session=own');
    expect(endByCookie).toHaveBeenCalledWith({
      environment: config.name,
      sealedCookie: 'own',
      reason: 'sign-out',
    });
    expect(end).not.toHaveBeenCalled();
  });

  it('changes nothing for what no script of the app has sent', async () => {
    const response = await leave(`spectrocloud-refresh-token=${HANDLE}`, {
      requestedWith: 'a form',
    });
    expect(response.status).toBe(401);
    expect(response.headers['set-cookie']).toBeUndefined();
    expect(end).not.toHaveBeenCalled();
  });

  it('removes the cookies although nothing can be ended', async () => {
    endByCookie.mockRejectedValueOnce(new Error('the store is away'));
    const response = await leave('');
    expect(response.status).toBe(200);
  });
});
