import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  startPaletteSimulator,
  type PaletteSimulator,
} from 'palette-simulator';
import { fetchTrusting } from '../__testUtils__/fetchTrusting';
import { PaletteBrowser } from '../__testUtils__/PaletteBrowser';
import { Replica } from '../replicas/__testUtils__/Replica';
import { ApiServer, findAssets } from './__testUtils__/ApiServer';
import { fetchIdToken } from './__testUtils__/fetchIdToken';

jest.setTimeout(180_000);

const ADA = 'ada.admin@spectro.example';
const DANA = 'dev.dana@acme.example';
const CLUSTER = 'payments.payments-prod-eu';
const PODS = '/api/v1/pods';
const PAYMENTS = '/api/v1/namespaces/payments/pods';
const RBAC = '/apis/rbac.authorization.k8s.io/v1';
const API_GROUP = 'rbac.authorization.k8s.io';

const assets = findAssets();
if (!assets) {
  process.stdout.write(
    'Skipped: KUBEBUILDER_ASSETS names no folder with kube-apiserver and etcd; scripts/kubernetes/buildApiServer.sh makes one\n',
  );
}

/** One user by e-mail everywhere, one team in its namespace; roles are written out, since nobody fills `view`. */
async function grantRoles(server: ApiServer): Promise<void> {
  const metadata = { name: 'readers' };
  const rules = [
    { apiGroups: ['*'], resources: ['*'], verbs: ['get', 'list'] },
  ];
  await server.create('/api/v1/namespaces', { metadata: { name: 'payments' } });
  await server.create(PAYMENTS, {
    metadata: {
      name: 'gateway',
      labels: { 'backstage.io/kubernetes-id': 'payment-gateway' },
    },
    spec: { containers: [{ name: 'gateway', image: 'gateway:1' }] },
  });
  await server.create(`${RBAC}/clusterroles`, { metadata, rules });
  await server.create(`${RBAC}/clusterrolebindings`, {
    metadata,
    roleRef: { apiGroup: API_GROUP, kind: 'ClusterRole', name: 'readers' },
    subjects: [{ apiGroup: API_GROUP, kind: 'User', name: ADA }],
  });
  await server.create(`${RBAC}/namespaces/payments/rolebindings`, {
    metadata,
    roleRef: { apiGroup: API_GROUP, kind: 'ClusterRole', name: 'readers' },
    subjects: [
      {
        apiGroup: API_GROUP,
        kind: 'Group',
        name: 'palette:payments-developers',
      },
    ],
  });
}

(assets ? describe : describe.skip)('a real kube-apiserver', () => {
  let trusting: typeof fetch;
  let folder: string;
  let palette: PaletteSimulator;
  let server: ApiServer;
  let backend: Replica;

  beforeAll(async () => {
    // An API server takes no issuer with http.
    palette = await startPaletteSimulator({ tls: true });
    trusting = fetchTrusting(palette.authorityPem);
    folder = await mkdtemp(join(tmpdir(), 'palette-'));
    const caFile = join(folder, 'ca.pem');
    writeFileSync(caFile, palette.authorityPem);
    server = await ApiServer.start(assets!, {
      url: palette.issuer,
      clientId: palette.client.id,
      authorityPem: palette.authorityPem,
    });
    await grantRoles(server);
    palette.control.setApiServer('payments-prod-eu', server);
    backend = await Replica.start({
      paletteUrl: palette.url,
      database: { client: 'better-sqlite3', connection: ':memory:' },
      with: ['kubernetes'],
      config: {
        kubernetes: {
          serviceLocatorMethod: { type: 'multiTenant' },
          clusterLocatorMethods: [],
        },
        auth: { providers: { spectrocloud: { development: { caFile } } } },
        spectrocloud: {
          environments: [
            { name: 'demo', url: palette.url, tenant: 'demo', caFile },
          ],
        },
      },
    });
  });

  afterAll(async () => {
    await server?.close();
    await palette?.close();
    await rm(folder, { recursive: true, force: true });
    // Last, since it throws where a log line gave a secret away.
    await backend?.stop();
  });

  afterEach(() => palette.control.updateSettings({ idTokenFault: 'none' }));

  const signIn = async (email: string) => {
    const browser = new PaletteBrowser(backend, { fetch: trusting });
    const { providerInfo } = await browser.signIn(email);
    for (;;) {
      const response = await browser.fetch('/api/kubernetes/clusters');
      const { items } = (await response.json()) as {
        items: Array<{ name: string }>;
      };
      if (items.some(({ name }) => name === CLUSTER)) break;
      await new Promise(resolve => setTimeout(resolve, 500));
    }
    const call = async (path: string, token = providerInfo.idToken ?? '') => {
      const response = await browser.fetch(`/api/kubernetes/proxy${path}`, {
        method: path.endsWith('reviews') ? 'POST' : 'GET',
        ...(path.endsWith('reviews') && {
          body: JSON.stringify({
            apiVersion: 'authentication.k8s.io/v1',
            kind: 'SelfSubjectReview',
          }),
        }),
        headers: {
          'Content-Type': 'application/json',
          'Backstage-Kubernetes-Cluster': CLUSTER,
          'Backstage-Kubernetes-Authorization-oidc-spectrocloud': token,
        },
      });
      return { status: response.status, body: await response.json() };
    };
    return { browser, call };
  };
  const namesOf = (body: { items: Array<{ metadata: { name: string } }> }) =>
    body.items.map(({ metadata }) => metadata.name);

  it('takes the token of a sign-in for the user, with the teams', async () => {
    const { call } = await signIn(DANA);
    const { status, body } = await call(
      '/apis/authentication.k8s.io/v1/selfsubjectreviews',
    );
    expect(status).toBe(201);
    expect(body.status.userInfo).toMatchObject({
      username: DANA,
      groups: expect.arrayContaining(['palette:payments-developers']),
    });
  });

  it('lets a user by e-mail list all pods', async () => {
    const { call } = await signIn(ADA);
    const { status, body } = await call(PODS);
    expect([status, namesOf(body)]).toEqual([200, ['gateway']]);
  });

  it('lets a team list the pods of its namespace only', async () => {
    const { call } = await signIn(DANA);
    const own = await call(PAYMENTS);
    expect([own.status, namesOf(own.body)]).toEqual([200, ['gateway']]);
    expect((await call(PODS)).status).toBe(403);
    expect((await call('/api/v1/namespaces/default/pods')).status).toBe(403);
  });

  it.each(['hs256', 'audience', 'expired', 'issuer', 'signature'] as const)(
    'refuses a token of another kind (%s)',
    async idTokenFault => {
      const { call } = await signIn(ADA);
      palette.control.updateSettings({ idTokenFault });
      const token = await fetchIdToken(palette, ADA, trusting);
      expect((await call(PODS, token)).status).toBe(401);
    },
  );

  it('is asked with the caller’s own ID token where the caller has no browser', async () => {
    const { browser } = await signIn(DANA);
    const response = await browser.fetch('/api/kubernetes/services/x', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        entity: {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'payment-gateway', namespace: 'default' },
        },
        auth: {},
      }),
    });
    const { items } = (await response.json()) as {
      items: Array<{
        cluster: { name: string };
        errors: object[];
        resources: Array<{
          type: string;
          resources: Array<{ metadata: { name: string } }>;
        }>;
      }>;
    };
    const found = items.find(({ cluster }) => cluster.name === CLUSTER);
    expect(found?.errors).toEqual([]);
    const pods = found?.resources.find(({ type }) => type === 'pods');
    expect(pods?.resources.map(({ metadata }) => metadata.name)).toEqual([
      'gateway',
    ]);
  });
});
