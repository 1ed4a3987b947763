import {
  startPaletteSimulator,
  type PaletteSimulator,
} from 'palette-simulator';
import type { KubernetesCluster } from '@terasky/backstage-plugin-spectrocloud-common';
import { demoComponent } from '../__testUtils__/demoUsers';
import { PaletteBrowser } from '../__testUtils__/PaletteBrowser';
import { Replica } from '../replicas/__testUtils__/Replica';
import { fetchIdToken } from './__testUtils__/fetchIdToken';

jest.setTimeout(120_000);

const ADA = 'ada.admin@spectro.example';
const DANA = 'dev.dana@acme.example';
const CLUSTER = 'payments.payments-prod-eu';

/** The plugin's answer of one cluster. */
interface ClusterObjects {
  cluster: { name: string };
  resources: Array<{
    type: string;
    resources: Array<{ metadata: { name: string; namespace: string } }>;
  }>;
  errors: Array<{ errorType: string; statusCode?: number }>;
}

describe('the Kubernetes plugin with the clusters of Palette', () => {
  let palette: PaletteSimulator;
  let backend: Replica;

  beforeAll(async () => {
    // A process of its own: the plugin loads an ESM package in a way that Jest can't.
    palette = await startPaletteSimulator();
    backend = await Replica.start({
      paletteUrl: palette.url,
      database: { client: 'better-sqlite3', connection: ':memory:' },
      with: ['kubernetes'],
      config: {
        kubernetes: {
          serviceLocatorMethod: { type: 'multiTenant' },
          clusterLocatorMethods: [],
        },
        spectrocloud: {
          environments: [
            {
              name: 'demo',
              url: palette.url,
              tenant: 'demo',
              clusterProvider: { includeProjects: ['payments', 'research'] },
            },
          ],
        },
      },
    });
  });

  afterAll(async () => {
    await backend?.stop();
    await palette?.close();
  });

  beforeEach(() => palette.control.reset());

  const signIn = async (email: string) => {
    const browser = new PaletteBrowser(backend);
    const { providerInfo } = await browser.signIn(email);
    return { browser, idToken: providerInfo.idToken ?? '' };
  };
  const clustersOf = async (browser: PaletteBrowser) => {
    const response = await browser.fetch('/api/kubernetes/clusters');
    const { items } = await response.json();
    return items as Array<{ name: string; title: string }>;
  };
  const clustersAtPalette = async (browser: PaletteBrowser) => {
    const path = '/api/spectrocloud/kubernetes/clusters';
    const response = await browser.fetch(path);
    const { clusters } = (await response.json()) as {
      clusters: KubernetesCluster[];
    };
    return clusters;
  };
  const untilListed = async (browser: PaletteBrowser, pattern: RegExp) => {
    for (;;) {
      const items = await clustersOf(browser);
      const found = items.find(({ name }) => pattern.test(name));
      if (found) return found;
      await new Promise(resolve => setTimeout(resolve, 500));
    }
  };
  /** Waits until all that is wanted of the clusters has been read behind the answers. */
  const settled = async (browser: PaletteBrowser) => {
    for (;;) {
      const clusters = await clustersAtPalette(browser);
      const isRead = clusters
        .filter(({ projectName }) => projectName === 'payments')
        .every(({ gap }) => gap !== 'not-read-yet');
      const items = await clustersOf(browser);
      if (isRead && items.some(({ name }) => name === CLUSTER)) return items;
      await new Promise(resolve => setTimeout(resolve, 500));
    }
  };
  const objectsOf = async (
    browser: PaletteBrowser,
    token: string | undefined,
    name = CLUSTER,
  ) => {
    const response = await browser.fetch('/api/kubernetes/services/x', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        entity: demoComponent,
        auth: token === undefined ? {} : { oidc: { spectrocloud: token } },
      }),
    });
    expect(response.status).toBe(200);
    const { items } = (await response.json()) as { items: ClusterObjects[] };
    return items.find(({ cluster }) => cluster.name === name)!;
  };
  /** What the plugin's proxy answers: what terminals and logs are read with. */
  const proxied = async (
    browser: PaletteBrowser,
    token: string | undefined,
    path: string,
    cluster = CLUSTER,
  ) => {
    const response = await browser.fetch(`/api/kubernetes/proxy${path}`, {
      headers: {
        'Backstage-Kubernetes-Cluster': cluster,
        ...(token !== undefined && {
          'Backstage-Kubernetes-Authorization-oidc-spectrocloud': token,
        }),
      },
    });
    return { status: response.status, text: await response.text() };
  };
  const PODS = '/api/v1/pods';
  const PAYMENTS = '/api/v1/namespaces/payments/pods';

  it('shows clusters by themselves, each user their own', async () => {
    const { browser: dana } = await signIn(DANA);
    expect(await settled(dana)).toContainEqual({
      name: CLUSTER,
      title: 'payments-prod-eu',
      authProvider: 'oidc',
      oidcTokenProvider: 'spectrocloud',
    });
    const nobody = new PaletteBrowser(backend);
    expect((await nobody.fetch('/api/kubernetes/clusters')).status).toBe(401);
  });

  it('lets the administrator see every namespace, and the second user one', async () => {
    const ada = await signIn(ADA);
    await settled(ada.browser);
    expect((await proxied(ada.browser, ada.idToken, PODS)).status).toBe(200);
    const dana = await signIn(DANA);
    await settled(dana.browser);
    const own = await proxied(dana.browser, dana.idToken, PAYMENTS);
    expect([own.status, JSON.parse(own.text).items.length]).toEqual([200, 2]);
    expect((await proxied(dana.browser, dana.idToken, PODS)).status).toBe(403);
  });

  it('reads a pod’s log as the user', async () => {
    const { browser, idToken } = await signIn(DANA);
    await settled(browser);
    const log = await proxied(
      browser,
      idToken,
      `${PAYMENTS}/payment-gateway-6d4b8-1/log`,
    );
    expect(log).toEqual({
      status: 200,
      text: expect.stringContaining('listening on :8080'),
    });
  });

  it('signs a caller without a browser in with the caller’s own ID token', async () => {
    const { browser } = await signIn(ADA);
    await settled(browser);
    const { errors, resources } = await objectsOf(browser, undefined);
    expect(errors).toEqual([]);
    const found = resources.flatMap(({ type, resources: all }) =>
      all.map(({ metadata }) => `${type} ${metadata.name}`),
    );
    expect(found).toEqual(
      expect.arrayContaining([
        'pods payment-gateway-6d4b8-1',
        'deployments payment-gateway',
        'replicasets payment-gateway-6d4b8',
        'services payment-gateway',
      ]),
    );
  });

  it('does the same at the proxy, with the caller’s own rights', async () => {
    const { browser: dana } = await signIn(DANA);
    await settled(dana);
    const own = await proxied(dana, undefined, PAYMENTS);
    expect([own.status, JSON.parse(own.text).items.length]).toEqual([200, 2]);
    expect((await proxied(dana, undefined, PODS)).status).toBe(403);
    const { browser: ada } = await signIn(ADA);
    await settled(ada);
    expect((await proxied(ada, undefined, PODS)).status).toBe(200);
  });

  it('leads nobody to a cluster that their own list doesn’t show', async () => {
    const ada = await signIn(ADA);
    const dana = await signIn(DANA);
    await settled(dana.browser);
    const adas = await untilListed(ada.browser, /^research\./);
    const pods = (browser: PaletteBrowser, token?: string) =>
      proxied(browser, token, PODS, adas.name);
    expect((await pods(ada.browser, ada.idToken)).status).toBe(200);
    // Not with the token of somebody who may, either.
    for (const token of [dana.idToken, ada.idToken, undefined]) {
      expect((await pods(dana.browser, token)).status).toBe(404);
    }
    expect(
      await objectsOf(dana.browser, ada.idToken, adas.name),
    ).toBeUndefined();
    const { uid } = (await clustersAtPalette(ada.browser)).find(
      ({ name }) => name === adas.title,
    )!;
    const response = await dana.browser.fetch(
      `/api/spectrocloud/kubernetes/clusters/${uid}/reread`,
      { method: 'POST' },
    );
    expect(response.status).toBe(404);
    const danas = await clustersAtPalette(dana.browser);
    expect(JSON.stringify(danas)).not.toContain(uid);
  });

  it('tells nobody the secret of an OIDC client', async () => {
    const { browser } = await signIn(ADA);
    await settled(browser);
    const texts = [await clustersAtPalette(browser), await clustersOf(browser)];
    expect(JSON.stringify(texts)).toContain(palette.client.id);
    expect(JSON.stringify(texts)).not.toMatch(/secret/i);
  });

  it('says where to sign in to who has no session any more', async () => {
    const { browser } = await signIn(DANA);
    await settled(browser);
    await browser.fetch('/api/auth/spectrocloud/sessions', {
      method: 'DELETE',
    });
    const { status, text } = await proxied(browser, undefined, PAYMENTS);
    expect(status).toBe(404);
    expect(text).toMatch(/sign in to Palette 'demo' in Backstage/);
  });

  it.each(['hs256', 'audience', 'expired'] as const)(
    'is refused with a token of another kind (%s), whoever has it',
    async idTokenFault => {
      const { browser } = await signIn(ADA);
      await settled(browser);
      palette.control.updateSettings({ idTokenFault });
      const token = await fetchIdToken(palette, ADA);
      expect((await proxied(browser, token, PODS)).status).toBe(401);
      const { errors } = await objectsOf(browser, token);
      expect(errors[0]).toMatchObject({
        errorType: 'UNAUTHORIZED_ERROR',
        statusCode: 401,
      });
    },
  );

  it('asks Palette for nothing while a list is held', async () => {
    const { browser, idToken } = await signIn(DANA);
    await settled(browser);
    palette.control.clearRequests();
    for (let poll = 0; poll < 5; poll++) {
      await clustersOf(browser);
      await objectsOf(browser, idToken);
    }
    // What is read behind the answers, for clusters that are new, belongs to no poll.
    const asked = palette.control
      .requests()
      .filter(({ path }) => !/\/(?:assets\/.*|oidc)$/.test(path));
    expect(asked).toEqual([]);
  });
});
