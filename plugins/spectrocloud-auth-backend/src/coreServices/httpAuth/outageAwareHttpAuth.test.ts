import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  ServiceFactoryTester,
} from '@backstage/backend-test-utils';
import { AuthenticationError, NotAllowedError } from '@backstage/errors';
import type { Request, Response } from 'express';
import { outageAwareHttpAuth } from './outageAwareHttpAuth';

const UNVERIFIED = new AuthenticationError('Failed user token verification');

function requestWith(authorization?: string): Request {
  return { headers: { authorization } } as Request;
}

describe('outageAwareHttpAuth', () => {
  const auth = mockServices.auth.mock();
  const asked: string[] = [];
  let status = 200;
  const keys = createServer((req, res) => {
    asked.push(String(req.url));
    res.writeHead(status).end('{"keys":[]}');
  });
  let httpAuth: HttpAuthService;

  beforeAll(async () => {
    keys.listen(0, '127.0.0.1');
    await once(keys, 'listening');
  });

  beforeEach(async () => {
    jest.resetAllMocks();
    asked.length = 0;
    status = 500;
    auth.authenticate.mockRejectedValue(UNVERIFIED);
    auth.isPrincipal.mockImplementation(
      ({ principal }, type) => (principal as { type: string }).type === type,
    );
    auth.getNoneCredentials.mockResolvedValue(mockCredentials.none());
    const { port } = keys.address() as AddressInfo;
    httpAuth = await ServiceFactoryTester.from(outageAwareHttpAuth, {
      dependencies: [
        auth.factory,
        mockServices.discovery.mock({
          getBaseUrl: async plugin => `http://127.0.0.1:${port}/api/${plugin}`,
        }).factory,
      ],
    }).getSubject('spectrocloud');
  });

  afterAll(() => {
    keys.closeAllConnections();
    keys.close();
  });

  const user = (req: Request) =>
    httpAuth.credentials(req, { allow: ['user', 'service'] });
  const withToken = () => user(requestWith('Bearer a.user.token'));

  it('is a 503 when a token fails while its keys are away', async () => {
    await expect(withToken()).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message:
        "Your Backstage token can't be verified at the moment; try again in a few seconds",
    });
    expect(asked).toEqual(['/api/auth/.well-known/jwks.json']);
  });

  it('is the same for a cookie that is asked for with such a token', async () => {
    const req = requestWith('bearer a.user.token');
    await expect(
      httpAuth.issueUserCookie({ req } as Response),
    ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
  });

  it('refuses a token that fails while its keys are there', async () => {
    status = 200;
    await expect(withToken()).rejects.toBe(UNVERIFIED);
    expect(asked).toHaveLength(1);
  });

  it('is a 503 when the keys come just after a good token failed for want of them', async () => {
    status = 200;
    auth.authenticate
      .mockRejectedValueOnce(UNVERIFIED)
      .mockResolvedValue(mockCredentials.user());
    await expect(withToken()).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
  });

  it.each([
    ['no', undefined],
    ['another', 'Basic dTpw'],
  ])('refuses %s credential without asking', async (_, authorization) => {
    await expect(user(requestWith(authorization))).rejects.toMatchObject({
      name: 'AuthenticationError',
    });
    expect(asked).toEqual([]);
  });

  it('refuses a user whom a route does not allow without asking', async () => {
    auth.authenticate.mockResolvedValue(mockCredentials.user());
    await expect(
      httpAuth.credentials(requestWith('Bearer t'), { allow: ['service'] }),
    ).rejects.toBeInstanceOf(NotAllowedError);
    expect(asked).toEqual([]);
  });

  it('passes on any other failure without asking', async () => {
    const failure = new Error('broken');
    auth.authenticate.mockRejectedValue(failure);
    await expect(withToken()).rejects.toBe(failure);
    expect(asked).toEqual([]);
  });

  it('lets in whom the framework recognises without asking', async () => {
    const credentials = mockCredentials.user();
    auth.authenticate.mockResolvedValue(credentials);
    await expect(withToken()).resolves.toBe(credentials);
    expect(asked).toEqual([]);
  });
});
