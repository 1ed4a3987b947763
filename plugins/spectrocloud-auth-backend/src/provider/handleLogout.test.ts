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
  const end = jest.fn(async () => {});
  const endByCookie = jest.fn(async () => {});
  const find = jest.fn(async (): Promise<unknown> => undefined);
  beforeEach(() => jest.clearAllMocks());

  function leave(cookie: string) {
    const context = {
      environments: new Map([
        [
          config.name,
          {
            config,
            binding: 'connect',
            cookies: sessionCookieSettings(config, '/api/spectrocloud'),
          },
        ],
      ]),
      app: { appUrl: 'http://localhost:3000', isOriginAllowed: () => true },
      sessions: { end, endByCookie },
      pendingConnections: { find, drop: jest.fn() },
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
      .set('X-Requested-With', 'XMLHttpRequest')
      .set('Cookie', cookie);
  }

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

  it('removes the cookies although nothing can be ended', async () => {
    endByCookie.mockRejectedValueOnce(new Error('the store is away'));
    const response = await leave('');
    expect(response.status).toBe(200);
  });
});
