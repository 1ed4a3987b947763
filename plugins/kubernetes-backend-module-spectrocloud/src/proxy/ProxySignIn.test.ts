import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { ClusterDetails } from '@backstage/plugin-kubernetes-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import express from 'express';
import request from 'supertest';
import { providerConfig } from '../__testUtils__/clusters';
import type { IdTokens } from '../objects/IdTokens';
import type { CallerClusters, CallerList } from '../supplier/CallerClusters';
import { ProxySignIn } from './ProxySignIn';

const DANA = mockCredentials.user('user:default/dana');
const KEY_HEADER = 'Backstage-Kubernetes-Authorization-oidc-spectrocloud';
const clusterOf = (name: string, instance?: string): ClusterDetails => ({
  name,
  url: `https://${name}.example`,
  authMetadata: {
    'kubernetes.io/auth-provider': 'oidc',
    'kubernetes.io/oidc-token-provider':
      instance === 'lab' ? 'spectrocloud-lab' : 'spectrocloud',
    ...(instance && {
      'spectrocloud.com/cluster-uid': `uid-of-${name}`,
      'spectrocloud.com/instance': instance,
    }),
  },
});

describe('ProxySignIn', () => {
  const idToken = jest.fn<Promise<string | undefined>, unknown[]>();
  const logger = mockServices.logger.mock();
  let clusters: ClusterDetails[];
  let list: CallerList;
  let result: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
  let server: express.Express;

  beforeEach(() => {
    idToken.mockReset().mockResolvedValue('id-token');
    logger.warn.mockReset();
    clusters = [
      clusterOf('prod', 'demo'),
      clusterOf('lab', 'lab'),
      clusterOf('of-the-config'),
    ];
    list = { clusters: [] };
    result = AuthorizeResult.ALLOW;
    const { handle } = new ProxySignIn({
      auth: mockServices.auth(),
      httpAuth: mockServices.httpAuth(),
      idTokens: { of: idToken } as unknown as IdTokens,
      logger,
      palettes: [
        { config: providerConfig(), of: async () => list },
        {
          config: providerConfig({ instance: 'lab', authEnvironment: 'lab' }),
          of: async () => list,
        },
      ] as unknown as CallerClusters[],
      permissions: {
        authorize: async () => [{ result }],
        authorizeConditional: async () => [],
      },
      supplier: {
        getClusters: async ({ credentials }) =>
          mockServices.auth().isPrincipal(credentials, 'user') ? clusters : [],
      },
    });
    server = express();
    server.use((req, res, next) => {
      Promise.resolve(handle(req, res, next)).catch(next);
    });
    // What the plugin's proxy would see.
    server.use((req, res) => {
      res.json(
        Object.fromEntries(
          Object.entries(req.headers).filter(([name]) =>
            name.startsWith('backstage-kubernetes-authorization'),
          ),
        ),
      );
    });
    server.use(((error, _req, res, _next) => {
      res.status(500).json({ name: error.name, message: error.message });
    }) as express.ErrorRequestHandler);
  });

  const ask = (
    headers: Record<string, string>,
    { path = '/proxy/api/v1/pods', as = mockCredentials.user.header() } = {},
  ) =>
    request(server)
      .get(path)
      .set({ authorization: as, ...headers });
  const PROD = { 'Backstage-Kubernetes-Cluster': 'prod' };

  it.each(['/proxy/api/v1/pods', '/proxy', '/Proxy/version'])(
    'brings the caller’s own ID token to %s',
    async path => {
      const as = mockCredentials.user.header('user:default/dana');
      const { body } = await ask(PROD, { path, as });
      expect(body).toEqual({ [KEY_HEADER.toLowerCase()]: 'id-token' });
      expect(idToken.mock.calls).toEqual([
        [expect.objectContaining({ principal: DANA.principal }), 'development'],
      ]);
    },
  );

  it('brings the one of the cluster’s own auth environment', async () => {
    const { body } = await ask({ 'Backstage-Kubernetes-Cluster': 'lab' });
    expect(body).toEqual({
      'backstage-kubernetes-authorization-oidc-spectrocloud-lab': 'id-token',
    });
    expect(idToken).toHaveBeenCalledWith(expect.anything(), 'lab');
  });

  it('takes the only cluster where none is named', async () => {
    expect((await ask({})).body).toEqual({});
    clusters = [clusters[0]];
    expect((await ask({})).body).toEqual({
      [KEY_HEADER.toLowerCase()]: 'id-token',
    });
  });

  it.each<[string, Record<string, string>]>([
    ['an ID token', { [KEY_HEADER]: 'of-the-browser' }],
    [
      'an Authorization',
      { 'Backstage-Kubernetes-Authorization': 'Bearer of-the-caller' },
    ],
  ])('leaves %s that the caller brings as it is', async (_, brought) => {
    const { body } = await ask({ ...PROD, ...brought });
    expect(Object.values(body)).toEqual(Object.values(brought));
    expect(idToken).not.toHaveBeenCalled();
  });

  it.each([
    ['a cluster that isn’t of Palette', 'of-the-config', '/proxy/version'],
    ['a cluster that isn’t the caller’s', 'of-somebody-else', '/proxy/version'],
    ['another route', 'prod', '/services/shop'],
    ['another route of a like name', 'prod', '/proxying'],
  ])('hands nothing out for %s', async (_, name, path) => {
    const { body } = await ask(
      { 'Backstage-Kubernetes-Cluster': name },
      { path },
    );
    expect(body).toEqual({});
    expect(idToken).not.toHaveBeenCalled();
  });

  it('hands nothing out to services', async () => {
    const { body } = await ask(PROD, { as: mockCredentials.service.header() });
    expect(body).toEqual({});
    expect(idToken).not.toHaveBeenCalled();
  });

  it('hands nothing out to whom the proxy will refuse', async () => {
    result = AuthorizeResult.DENY;
    expect((await ask(PROD)).body).toEqual({});
    expect(idToken).not.toHaveBeenCalled();
  });

  it('says where to sign in who has no session', async () => {
    idToken.mockResolvedValue(undefined);
    expect((await ask(PROD)).body).toEqual({
      name: 'AuthenticationError',
      message: expect.stringMatching(
        /^You have no session at Palette 'demo': sign in to Palette 'demo' in Backstage, under Settings/,
      ),
    });
  });

  it('says that clusters are left out for who has no session', async () => {
    list = { clusters: [], isSignedOut: true };
    const gone = { 'Backstage-Kubernetes-Cluster': 'gone' };
    expect((await ask(gone)).body).toEqual({
      name: 'NotFoundError',
      message: expect.stringMatching(/no session there: sign in to Palette/),
    });
    expect((await ask(PROD)).body).not.toHaveProperty('name');
  });

  it('says that it can’t be told where the auth plugin fails', async () => {
    idToken.mockRejectedValue(new Error('down'));
    expect((await ask(PROD)).body.name).toBe('ServiceUnavailableError');
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });
});
