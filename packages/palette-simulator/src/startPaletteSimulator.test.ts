import request from 'supertest';
import {
  type PaletteSimulator,
  startPaletteSimulator,
} from './startPaletteSimulator';

describe('startPaletteSimulator', () => {
  let simulator: PaletteSimulator;

  beforeEach(async () => {
    simulator = await startPaletteSimulator();
  });
  afterEach(() => simulator.close());

  it('listens on a free port and names its issuer', async () => {
    expect(simulator.issuer).toBe(`${simulator.url}/v1/oidc/tenant/demo`);
    const { body } = await request(simulator.url)
      .get('/v1/oidc/tenant/demo/.well-known/openid-configuration')
      .expect(200);
    expect(body.issuer).toBe(simulator.issuer);
  });

  it('shows a start page', async () => {
    const { text } = await request(simulator.url).get('/').expect(200);
    expect(text).toContain('Dana Developer');
  });

  it('closes although a call hangs', async () => {
    simulator.control.hang();
    const hanging = fetch(`${simulator.url}/v1/health/ping`).then(
      () => 'answered',
      () => 'lost',
    );
    await new Promise(resolve => setTimeout(resolve, 50));
    await simulator.close();
    expect(await hanging).toBe('lost');
    simulator = await startPaletteSimulator();
  });

  it('says that a port is taken', async () => {
    const port = Number(new URL(simulator.url).port);
    await expect(startPaletteSimulator({ port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});
