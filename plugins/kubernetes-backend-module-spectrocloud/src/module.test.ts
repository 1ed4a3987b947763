import {
  coreServices,
  createBackendModule,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import {
  kubernetesFetcherExtensionPoint,
  type KubernetesFetcher,
  type ObjectFetchParams,
} from '@backstage/plugin-kubernetes-node';
import type { ObjectsByEntityResponse } from '@backstage/plugin-kubernetes-common';
import type { JsonObject } from '@backstage/types';
import type { KubernetesCluster } from '@terasky/backstage-plugin-spectrocloud-common';
import express from 'express';
import request from 'supertest';
import { kubernetesCluster } from './__testUtils__/clusters';
import { kubernetesModuleSpectroCloud } from './module';
import { CLUSTER_UID_METADATA } from './supplier/toClusterDetails';

const DANA = 'user:default/dana';
const ADA = 'user:default/ada';
const ID_TOKEN = 'id-token-of-dana';
const ENTITY = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'shop',
    annotations: { 'backstage.io/kubernetes-id': 'shop' },
  },
};

describe('kubernetesModuleSpectroCloud with the Kubernetes plugin', () => {
  let clusters: KubernetesCluster[];
  let calls: string[];
  /** Who has a Palette session with an ID token. */
  let signedIn: Set<string>;
  /** What clusters were asked with. */
  let fetched: Array<Pick<ObjectFetchParams, 'clusterDetails' | 'credential'>>;
  /** Set to have the fetch of Palette's cluster fail. */
  let failure: string | undefined;

  beforeEach(() => {
    calls = [];
    fetched = [];
    failure = undefined;
    signedIn = new Set([DANA]);
    clusters = [kubernetesCluster()];
  });

  /**
   * Stands in for the network: the plugin's own fetcher loads an ESM package in a way that
   * tests can't. With clusters it is tried in `packages/backend`.
   */
  const fetcher: KubernetesFetcher = {
    async fetchObjectsForService({ clusterDetails, credential }) {
      fetched.push({ clusterDetails, credential });
      const isPalettes = clusterDetails.authMetadata[CLUSTER_UID_METADATA];
      if (failure && isPalettes) {
        throw Object.assign(new Error(failure), { name: 'FetchError' });
      }
      const isRefused =
        credential.type === 'bearer token' && credential.token !== ID_TOKEN;
      return isRefused
        ? {
            responses: [],
            errors: [{ errorType: 'UNAUTHORIZED_ERROR', statusCode: 401 }],
          }
        : {
            errors: [],
            responses: [
              {
                type: 'pods',
                resources: [{ metadata: { name: 'pod-1' } }],
              },
            ],
          };
    },
    fetchPodMetricsByNamespaces: async () => ({ errors: [], responses: [] }),
  };
  const fakeFetcher = createBackendModule({
    pluginId: 'kubernetes',
    moduleId: 'fake-fetcher',
    register(env) {
      env.registerInit({
        deps: { extension: kubernetesFetcherExtensionPoint },
        async init({ extension }) {
          extension.addFetcher(fetcher);
        },
      });
    },
  });

  /** Stands in for the `spectrocloud` and the auth plugin. */
  const standIn = (pluginId: string, answer: express.RequestHandler) =>
    createBackendPlugin({
      pluginId,
      register(env) {
        env.registerInit({
          deps: {
            http: coreServices.httpRouter,
            httpAuth: coreServices.httpAuth,
          },
          async init({ http, httpAuth }) {
            const router = express.Router();
            router.use(async (req, res, next) => {
              const { principal } = await httpAuth.credentials(req, {
                allow: ['user'],
              });
              calls.push(`${pluginId} ${req.path} ${principal.userEntityRef}`);
              if (signedIn.has(principal.userEntityRef)) {
                answer(req, res, next);
              } else {
                res.status(401).json({
                  error: { name: 'ReauthenticationRequiredError' },
                });
              }
            });
            http.use(router);
          },
        });
      },
    });

  const start = async (data: JsonObject = {}) => {
    const { server } = await startTestBackend({
      features: [
        kubernetesPlugin,
        kubernetesModuleSpectroCloud,
        fakeFetcher,
        standIn('spectrocloud', (req, res) => {
          res.json(req.method === 'GET' ? { clusters } : clusters[0]);
        }),
        standIn('auth', (_req, res) => {
          res.json({ idToken: ID_TOKEN });
        }),
        catalogServiceMock.factory({ entities: [ENTITY] }),
        mockServices.rootConfig.factory({
          data: {
            spectrocloud: {
              environments: [{ name: 'demo', url: 'https://palette.example' }],
            },
            kubernetes: {
              serviceLocatorMethod: { type: 'multiTenant' },
              clusterLocatorMethods: [
                {
                  type: 'config',
                  clusters: [
                    {
                      name: 'of-the-config',
                      url: 'https://config.example',
                      authProvider: 'localKubectlProxy',
                      skipMetricsLookup: true,
                    },
                  ],
                },
              ],
            },
            ...data,
          },
        }),
      ],
    });
    const auth = (user: string) => mockCredentials.user.header(user);
    return {
      clusters: (user = DANA) =>
        request(server)
          .get('/api/kubernetes/clusters')
          .set('Authorization', auth(user)),
      objects: (tokens: JsonObject = {}, user = DANA) =>
        request(server)
          .post('/api/kubernetes/services/shop')
          .set('Authorization', auth(user))
          .send({ entity: ENTITY, auth: tokens }),
    };
  };

  it('asks Palette for nothing at the start', async () => {
    await start();
    expect(calls).toEqual([]);
  });

  it('shows each user their own clusters beside those of the configuration', async () => {
    const kubernetes = await start();
    const { body } = await kubernetes.clusters();
    expect(body.items).toEqual([
      expect.objectContaining({ name: 'of-the-config' }),
      {
        name: 'payments.prod',
        title: 'prod',
        authProvider: 'oidc',
        oidcTokenProvider: 'spectrocloud',
      },
    ]);
    const { body: adas } = await kubernetes.clusters(ADA);
    expect(adas.items.map(({ name }: { name: string }) => name)).toEqual([
      'of-the-config',
    ]);
    expect(calls).toEqual([
      `spectrocloud /kubernetes/clusters ${DANA}`,
      `spectrocloud /kubernetes/clusters ${ADA}`,
    ]);
  });

  const itemOf = (body: ObjectsByEntityResponse, name: string) =>
    body.items.find(item => item.cluster.name === name)!;

  it('reaches a cluster with the token of the browser and the CA of Palette', async () => {
    const kubernetes = await start();
    const { status, body } = await kubernetes.objects({
      oidc: { spectrocloud: ID_TOKEN },
    });
    expect(status).toBe(200);
    const item = itemOf(body, 'payments.prod');
    expect(item.errors).toEqual([]);
    expect(JSON.stringify(item.resources)).toContain('pod-1');
    expect(fetched[1]).toEqual({
      clusterDetails: expect.objectContaining({
        url: 'https://prod.example:6443',
        caData: 'Q0E=',
      }),
      credential: { type: 'bearer token', token: ID_TOKEN },
    });
    expect(calls.join()).not.toContain('id-token');
  });

  it('takes the caller’s own ID token where the request has none', async () => {
    const kubernetes = await start();
    const { body } = await kubernetes.objects();
    expect(itemOf(body, 'payments.prod').errors).toEqual([]);
    expect(calls).toContain(`auth /spectrocloud/id-token ${DANA}`);
  });

  it('leaves the other clusters as they are where one refuses', async () => {
    const kubernetes = await start();
    const { body } = await kubernetes.objects({
      oidc: { spectrocloud: 'no-palette-session' },
    });
    const { errors } = itemOf(body, 'payments.prod');
    expect(errors[0]).toMatchObject({ errorType: 'UNAUTHORIZED_ERROR' });
    expect(body.items).toHaveLength(2);
  });

  it('has a cluster read anew whose certificate isn’t trusted', async () => {
    failure = 'request failed, reason: unable to verify the first certificate';
    const kubernetes = await start();
    const { body } = await kubernetes.objects({
      oidc: { spectrocloud: ID_TOKEN },
    });
    expect(itemOf(body, 'payments.prod').errors[0].errorType).toBe(
      'FETCH_ERROR',
    );
    const reread = `spectrocloud /kubernetes/clusters/uid-of-prod/reread ${DANA}`;
    while (!calls.includes(reread)) {
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  });

  it('reads nothing anew where a cluster is merely down', async () => {
    failure = 'request failed, reason: connect ECONNREFUSED';
    const kubernetes = await start();
    await kubernetes.objects({ oidc: { spectrocloud: ID_TOKEN } });
    await new Promise(resolve => setTimeout(resolve, 100));
    expect(calls.join()).not.toContain('reread');
  });

  it('is left out where the plugins are switched off', async () => {
    const kubernetes = await start({ spectrocloud: { enabled: false } });
    const { body } = await kubernetes.clusters();
    expect(body.items).toHaveLength(1);
  });

  it('does not start with what would make it an administrator', async () => {
    await expect(
      start({
        spectrocloud: {
          environments: [
            {
              name: 'demo',
              url: 'https://palette.example',
              clusterProvider: { authType: 'serviceAccount' },
            },
          ],
        },
      }),
    ).rejects.toThrow(/service account/);
  });
});
