import request from 'supertest';
import {
  type PaletteSimulator,
  startPaletteSimulator,
} from '../startPaletteSimulator';

describe('discovery', () => {
  let simulator: PaletteSimulator;
  const read = () =>
    request(simulator.issuer).get('/.well-known/openid-configuration');

  beforeAll(async () => {
    simulator = await startPaletteSimulator();
  });
  beforeEach(() => simulator.control.reset());
  afterAll(() => simulator.close());

  it('has the fields of the vendor and no others', async () => {
    const { body } = await read().expect(200);
    expect(Object.keys(body).sort()).toEqual([
      'authorization_endpoint',
      'claims_supported',
      'id_token_signing_alg_values_supported',
      'issuer',
      'jwks_uri',
      'response_types_supported',
      'scopes_supported',
      'subject_types_supported',
      'token_endpoint',
      'userinfo_endpoint',
    ]);
    expect(body.token_endpoint).toBe(`${simulator.issuer}/token`);
    expect(body.jwks_uri).toBe(`${simulator.issuer}/keys`);
  });

  it('says that PKCE is understood when it is told to', async () => {
    simulator.control.updateSettings({ advertisePkce: true });
    const { body } = await read();
    expect(body.code_challenge_methods_supported).toEqual(['S256']);
  });

  it('has strings for lists, as the vendor schema says', async () => {
    simulator.control.updateSettings({ discovery: 'strings' });
    const { body } = await read();
    expect(body.id_token_signing_alg_values_supported).toBe('RS256');
    expect(body.scopes_supported).toBe('openid profile email groups');
  });

  it('is missing when it is told to, and the keys are not', async () => {
    simulator.control.updateSettings({ discovery: 'missing' });
    await read().expect(404);
    const { body } = await request(simulator.issuer).get('/keys').expect(200);
    expect(body.keys[0]).toMatchObject({ kty: 'RSA', use: 'sig' });
    expect(body.keys[0]).not.toHaveProperty('d');
  });

  it('keeps the old key beside the new one', async () => {
    const keys = () => request(simulator.issuer).get('/keys');
    const before = (await keys()).body.keys[0].kid;
    const after = await simulator.control.rotateKeys();
    const kids = (await keys()).body.keys.map(
      ({ kid }: { kid: string }) => kid,
    );
    expect(kids).toEqual([after, before]);
  });

  it('has a second tenant with its own issuer', async () => {
    const issuer = `${simulator.url}/v1/oidc/tenant/sandbox`;
    const { body } = await request(issuer).get(
      '/.well-known/openid-configuration',
    );
    expect(body.issuer).toBe(issuer);
  });
});
