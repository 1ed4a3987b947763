import { parse } from 'yaml';
import {
  type PaletteSimulator,
  startPaletteSimulator,
} from '../startPaletteSimulator';
import { ADA, DANA, PaletteVisitor } from '../__testUtils__/PaletteVisitor';

describe('kubeconfigs', () => {
  let simulator: PaletteSimulator;
  let visitor: PaletteVisitor;
  let ada: string;

  beforeAll(async () => {
    simulator = await startPaletteSimulator();
    visitor = new PaletteVisitor(simulator);
    ada = await visitor.sessionToken(ADA);
  });
  afterAll(() => simulator.close());

  async function download(cluster: string, asset: string, token = ada) {
    const uid = await visitor.clusterUid(ada, cluster);
    const projects = await visitor.projects(token);
    const project = token === ada ? undefined : projects.payments;
    return visitor
      .call('get', `/v1/spectroclusters/${uid}/assets/${asset}`, token, project)
      .responseType('blob');
  }

  const userOf = (body: Buffer) => parse(body.toString()).users[0].user;

  it('come as attachments', async () => {
    const answer = await download('payments-prod-eu', 'kubeconfig');
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/octet-stream');
    expect(answer.headers['content-disposition']).toBe(
      'attachment; filename="payments-prod-eu.kubeconfig"',
    );
  });

  it.each(['kubeconfig', 'kubeconfigclient'])(
    'sign in through Palette in /%s',
    async asset => {
      const { body } = await download('payments-prod-eu', asset);
      const { exec } = userOf(body);
      expect(exec.args).toContain(`--oidc-issuer-url=${simulator.issuer}`);
      expect(exec.args).toContain('--oidc-client-id=backstage');
    },
  );

  it('are base64 when they are told to', async () => {
    simulator.control.updateSettings({ kubeconfigEncoding: 'base64' });
    const { body } = await download('payments-prod-eu', 'kubeconfig');
    simulator.control.updateSettings({ kubeconfigEncoding: 'plain' });
    expect(body.toString()).toMatch(/^[A-Za-z0-9+/]+=*$/);
    expect(userOf(Buffer.from(body.toString(), 'base64'))).toHaveProperty(
      'exec',
    );
  });

  it('of the client are unknown to a Palette of before', async () => {
    simulator.control.updateSettings({ kubeconfigClient: false });
    const client = await download('payments-prod-eu', 'kubeconfigclient');
    const own = await download('payments-prod-eu', 'kubeconfig');
    simulator.control.updateSettings({ kubeconfigClient: true });
    expect([client.status, own.status]).toEqual([404, 200]);
  });

  it("share a service account behind Spectro's proxy", async () => {
    const { body } = await download('serving-prod', 'kubeconfig');
    expect(userOf(body).token).toMatch(/^shared-service-account-token-of-/);
    expect(parse(body.toString()).clusters[0].cluster.server).toMatch(
      /^https:\/\/cluster-[0-9a-f]{24}\.proxy\./,
    );
    const client = await download('serving-prod', 'kubeconfigclient');
    expect(client.status).toBe(404);
  });

  it('are not those of the proxy when it is not wanted', async () => {
    const shared = await download('serving-prod', 'kubeconfig?frp=true');
    expect(userOf(shared.body)).toHaveProperty('token');
    const none = await download('serving-prod', 'kubeconfig?frp=false');
    expect(none.status).toBe(404);
    const own = await download('payments-prod-eu', 'kubeconfig?frp=false');
    expect(userOf(own.body)).toHaveProperty('exec');
    const refused = await download('serving-prod', 'kubeconfig?frp=maybe');
    expect(refused.status).toBe(400);
  });

  it.each(['sandbox-02', 'payments-dr'])('are missing for %s', async name => {
    const { status, body } = await download(name, 'kubeconfig');
    expect(status).toBe(404);
    expect(JSON.parse(body.toString()).code).toBe('ResourceNotFound');
  });

  it('of the administrator need their own permission', async () => {
    const admin = await download('payments-prod-eu', 'adminKubeconfig');
    expect(userOf(admin.body)).toHaveProperty('client-key-data');
    const dana = await visitor.sessionToken(DANA);
    const refused = await download('payments-prod-eu', 'adminKubeconfig', dana);
    expect(refused.status).toBe(403);
    expect(refused.body.toString()).toContain(
      'cluster.adminKubeconfigDownload',
    );
  });

  it('have no agent manifest for users, not even for administrators', async () => {
    const { status } = await download('payments-prod-eu', 'manifest');
    expect(status).toBe(403);
  });

  it('come with the OIDC client of the cluster', async () => {
    const uid = await visitor.clusterUid(ada, 'payments-prod-eu');
    const { body } = await visitor.call(
      'get',
      `/v1/spectroclusters/${uid}/oidc`,
      ada,
    );
    expect(body).toMatchObject({
      clientId: 'backstage',
      issuerUrl: simulator.issuer,
    });
  });
});
