import { Agent, request as httpsRequest } from 'node:https';
import { parse } from 'yaml';
import {
  type PaletteSimulator,
  startPaletteSimulator,
} from '../startPaletteSimulator';
import { ADA, DANA, PaletteVisitor } from '../__testUtils__/PaletteVisitor';

const PODS = '/api/v1/pods';
const PAYMENTS = '/api/v1/namespaces/payments/pods';

/** What is looked at here of any answer. */
interface Answer {
  items: Array<{ metadata: { name: string; namespace: string } }>;
  message: string;
  reason: string;
  status: { userInfo: object; resourceRules: Array<{ verbs: string[] }> };
}

describe('the API servers of clusters', () => {
  let simulator: PaletteSimulator;
  let visitor: PaletteVisitor;
  let server: string;
  let ca: string;

  beforeAll(async () => {
    simulator = await startPaletteSimulator();
    visitor = new PaletteVisitor(simulator);
    const ada = await visitor.sessionToken(ADA);
    const uid = await visitor.clusterUid(ada, 'payments-prod-eu');
    const { body } = await visitor
      .call('get', `/v1/spectroclusters/${uid}/assets/kubeconfigclient`, ada)
      .responseType('blob');
    const [{ cluster }] = parse(body.toString()).clusters;
    server = cluster.server;
    ca = Buffer.from(
      cluster['certificate-authority-data'],
      'base64',
    ).toString();
  });
  afterAll(() => simulator.close());
  afterEach(() => simulator.control.reset());

  async function call(
    path: string,
    token?: string,
    { method = 'GET', body }: { method?: string; body?: object } = {},
  ) {
    return new Promise<{ status: number; text: string; body: Answer }>(
      (resolve, reject) => {
        const sent = httpsRequest(
          `${server}${path}`,
          {
            agent: new Agent({ ca }),
            method,
            headers: {
              ...(token !== undefined && { authorization: `Bearer ${token}` }),
              'content-type': 'application/json',
            },
          },
          response => {
            let text = '';
            response.on('data', data => (text += data));
            response.on('end', () =>
              resolve({
                status: response.statusCode ?? 0,
                text,
                body: text.startsWith('{') ? JSON.parse(text) : {},
              }),
            );
          },
        );
        sent.on('error', reject);
        sent.end(body && JSON.stringify(body));
      },
    );
  }

  const idToken = async (
    user: string,
    scope = 'openid profile email',
    at = visitor,
  ) => {
    const code = await at.authorizeAs(user, { scope });
    const { body } = await at.redeemCode(code);
    return body.id_token as string;
  };

  it('have a certificate of an authority that only the kubeconfig names', async () => {
    await expect(fetch(`${server}${PODS}`)).rejects.toThrow();
    expect((await call('/healthz')).text).toBe('ok');
  });

  it('let the administrator see every namespace', async () => {
    const { status, body } = await call(PODS, await idToken(ADA));
    expect(status).toBe(200);
    const namespaces = body.items.map(pod => pod.metadata.namespace);
    expect(new Set(namespaces)).toEqual(
      new Set(['payments', 'shop', 'kube-system']),
    );
  });

  it('let the second user see one, by her team', async () => {
    const token = await idToken(DANA);
    expect((await call(PAYMENTS, token)).body.items).toHaveLength(2);
    for (const path of [PODS, '/api/v1/namespaces/shop/pods']) {
      const { status, body } = await call(path, token);
      expect([status, body.message]).toEqual([
        403,
        expect.stringMatching(
          /^pods is forbidden: User "dev.dana@acme.example" cannot list/,
        ),
      ]);
    }
  });

  it('go by groups only where the token has them', async () => {
    simulator.control.updateSettings({ groupsNeedScope: true });
    expect((await call(PAYMENTS, await idToken(DANA))).status).toBe(403);
    const withGroups = await idToken(DANA, 'openid email groups');
    expect((await call(PAYMENTS, withGroups)).status).toBe(200);
  });

  it.each([
    'hs256',
    'audience',
    'expired',
    'issuer',
    'signature',
    'alg_none',
  ] as const)('refuse a token with another %s', async idTokenFault => {
    simulator.control.updateSettings({ idTokenFault });
    const { status, body } = await call(PODS, await idToken(ADA));
    expect([status, body.reason]).toEqual([401, 'Unauthorized']);
  });

  it.each([undefined, '', 'nonsense'])('refuse %p', async token => {
    expect((await call(PODS, token)).status).toBe(401);
    expect((await call('/version', token)).status).toBe(401);
  });

  it('refuse a Palette session token, and who has no verified e-mail address', async () => {
    expect((await call(PODS, await visitor.sessionToken(ADA))).status).toBe(
      401,
    );
    simulator.control.updateSettings({ emailVerified: 'false' });
    expect((await call(PODS, await idToken(ADA))).status).toBe(401);
    simulator.control.updateSettings({ emailVerified: 'absent' });
    expect((await call(PODS, await idToken(ADA))).status).toBe(200);
  });

  it('find workloads by their labels, and their logs and events', async () => {
    const token = await idToken(DANA);
    const selector = encodeURIComponent(
      'backstage.io/kubernetes-id=payment-gateway',
    );
    for (const path of [
      '/apis/apps/v1/namespaces/payments/deployments',
      '/apis/apps/v1/namespaces/payments/replicasets',
      '/api/v1/namespaces/payments/services',
    ]) {
      const { body } = await call(`${path}?labelSelector=${selector}`, token);
      expect(body.items).toHaveLength(1);
    }
    const none = await call(`${PAYMENTS}?labelSelector=a%3Db`, token);
    expect(none.body.items).toEqual([]);
    const { body } = await call(PAYMENTS, token);
    const [{ metadata }] = body.items;
    const log = await call(`${PAYMENTS}/${metadata.name}/log`, token);
    expect(log.text).toContain('listening on :8080');
    const events = await call(
      `/api/v1/namespaces/payments/events?fieldSelector=involvedObject.name%3D${metadata.name}`,
      token,
    );
    expect(events.body.items).toHaveLength(1);
    expect((await call(`${PAYMENTS}/none`, token)).status).toBe(404);
  });

  it('say who somebody is and what they may do', async () => {
    const token = await idToken(DANA);
    const who = await call(
      '/apis/authentication.k8s.io/v1/selfsubjectreviews',
      token,
      { method: 'POST', body: {} },
    );
    expect(who.body.status.userInfo).toEqual({
      username: DANA,
      groups: ['payments-developers', 'shop-readers', 'system:authenticated'],
    });
    const rulesIn = async (namespace: string) => {
      const { body } = await call(
        '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews',
        token,
        { method: 'POST', body: { spec: { namespace } } },
      );
      return body.status.resourceRules.flatMap(rule => rule.verbs);
    };
    expect(await rulesIn('payments')).toContain('list');
    expect(await rulesIn('shop')).toEqual(['create']);
  });

  it('are unknown to users of another tenant', async () => {
    const elsewhere = new PaletteVisitor({
      ...simulator,
      issuer: simulator.issuer.replace('/demo', '/sandbox'),
    });
    const { status } = await call(
      PODS,
      await idToken(ADA, undefined, elsewhere),
    );
    expect(status).toBe(401);
  });
});

describe('a simulator with https', () => {
  it('has an issuer of the public address it is told', async () => {
    const simulator = await startPaletteSimulator({
      tls: true,
      publicUrl: 'https://palette.test:8443',
    });
    expect(simulator.issuer).toBe(
      'https://palette.test:8443/v1/oidc/tenant/demo',
    );
    await simulator.close();
  });

  it('shows a certificate of its own authority', async () => {
    const simulator = await startPaletteSimulator({ tls: true });
    expect(simulator.url).toMatch(/^https:/);
    const status = await new Promise((resolve, reject) => {
      httpsRequest(
        `${simulator.url}/v1/health/ping`,
        { ca: simulator.authorityPem, agent: false },
        response => resolve(response.statusCode),
      )
        .on('error', reject)
        .end();
    });
    expect(status).toBe(200);
    await simulator.close();
  });
});
