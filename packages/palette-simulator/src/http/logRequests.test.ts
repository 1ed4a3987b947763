import request from 'supertest';
import {
  type PaletteSimulator,
  startPaletteSimulator,
} from '../startPaletteSimulator';
import { DANA, PaletteVisitor } from '../__testUtils__/PaletteVisitor';

describe('the request log', () => {
  const lines: string[] = [];
  let simulator: PaletteSimulator;
  let visitor: PaletteVisitor;

  beforeAll(async () => {
    simulator = await startPaletteSimulator({
      print: line => lines.push(line),
    });
    visitor = new PaletteVisitor(simulator);
  });
  beforeEach(() => {
    simulator.control.reset();
    lines.length = 0;
  });
  afterAll(() => simulator.close());

  it('says who called what, with which kind of credential', async () => {
    const token = await visitor.sessionToken(DANA);
    const { payments } = await visitor.projects(token);
    simulator.control.clearRequests();
    await visitor
      .call('post', '/v1/dashboard/spectroclusters/search', token, payments)
      .query({ limit: 10 })
      .send({});
    await request(simulator.url)
      .get('/v1/users/info')
      .set('ApiKey', 'ada-demo-api-key');
    await request(simulator.url).get('/v1/users/info');
    expect(simulator.control.requests()).toEqual([
      {
        time: expect.stringMatching(/^\d{4}-/),
        method: 'POST',
        path: '/v1/dashboard/spectroclusters/search',
        query: { limit: '10' },
        status: 200,
        auth: 'session',
        user: DANA,
        projectUid: payments,
      },
      expect.objectContaining({
        auth: 'apikey',
        user: 'ada.admin@spectro.example',
      }),
      expect.objectContaining({ auth: 'none', status: 401, user: undefined }),
    ]);
  });

  it('prints a line for each call', async () => {
    const token = await visitor.sessionToken(DANA);
    await visitor.call('get', '/v1/users/me', token);
    expect(lines).toContain('GET /v1/users/me 200 Authorization dev.dana');
    expect(lines).toContain('GET /v1/oidc/tenant/demo/auth 302 - -');
  });

  it('holds no token, code, key or secret', async () => {
    simulator.control.updateSettings({ sessionTokenAs: 'code' });
    const code = await visitor.authorizeAs(DANA);
    const { body } = await visitor.redeemCode(code);
    await request(simulator.url).get(`/v1/auth/refresh/${code}`);
    await request(simulator.url).get('/v1/users/me?ApiKey=ada-demo-api-key');
    await visitor.call('get', '/v1/users/me', body.id_token);
    const everything = JSON.stringify([simulator.control.requests(), lines]);
    expect(everything).toContain('/v1/auth/refresh/{token}');
    for (const secret of [
      code,
      code.split('.')[1],
      body.id_token,
      body.refresh_token,
      body.access_token,
      'ada-demo-api-key',
      simulator.client.secret,
      visitor.verifier,
    ]) {
      expect(everything).not.toContain(secret);
    }
  });

  it('logs a caller who went away with status 0', async () => {
    simulator.control.hang();
    await fetch(`${simulator.url}/v1/health/ping`, {
      signal: AbortSignal.timeout(50),
    }).catch(() => undefined);
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(simulator.control.requests()).toEqual([
      expect.objectContaining({ path: '/v1/health/ping', status: 0 }),
    ]);
  });
});
