import {
  CLIENT_ID,
  CLIENT_SECRET,
  TestPalette,
} from '../__testUtils__/TestPalette';
import { createRelyingParty } from '../__testUtils__/relyingPartyLogin';

const PATH = '/v1/oidc/tenant/acme/revoke';

describe('RelyingParty.revoke', () => {
  let palette: TestPalette;

  beforeAll(async () => {
    palette = await TestPalette.start();
  });
  afterEach(() => palette.reset());
  afterAll(() => palette.close());

  const offer = (endpoint: unknown, more: object = {}) => {
    palette.hooks.discovery = document => ({
      ...document,
      revocation_endpoint: endpoint,
      ...more,
    });
  };
  const answer = (status: number, body: string) => {
    palette.hooks.intercept = path =>
      path === PATH ? { status, body } : undefined;
  };
  const revoke = (issuer = palette.issuer, changes = {}) =>
    createRelyingParty(palette, changes).revoke({
      issuer,
      refreshToken: 'refresh-token',
    });
  const asked = () => palette.requests.filter(({ path }) => path === PATH);

  beforeEach(() => {
    offer(`${palette.issuer}/revoke`);
    answer(200, '');
  });

  it('sends the token as RFC 7009 has it, with the client’s authentication', async () => {
    await revoke();
    const [{ form, method }] = asked();
    expect(method).toBe('POST');
    expect(Object.fromEntries(form)).toEqual({
      token: 'refresh-token',
      token_type_hint: 'refresh_token',
      client_id: CLIENT_ID,
      client_secret: CLIENT_SECRET,
    });
  });

  it('authenticates as configured', async () => {
    await revoke(undefined, { tokenEndpointAuthMethod: 'client_secret_basic' });
    const [{ form, headers }] = asked();
    expect(headers.authorization).toMatch(/^Basic /);
    expect(form.has('client_secret')).toBe(false);
  });

  it.each([
    ['of another issuer', 'https://other.example'],
    ['where there is no such endpoint', undefined],
  ])('asks nobody for a token %s', async (_, issuer) => {
    if (!issuer) offer(undefined);
    await revoke(issuer);
    expect(asked()).toEqual([]);
  });

  it('sends no token to another site than the issuer’s', async () => {
    offer('http://evil.example/revoke');
    await revoke();
    offer(`http://localhost:${new URL(palette.url).port}${PATH}`);
    await revoke();
    expect(asked()).toEqual([]);
  });

  it('takes it for done where the provider revokes no such tokens', async () => {
    answer(400, '{"error":"unsupported_token_type"}');
    await revoke();
    expect(asked()).toHaveLength(1);
  });

  it.each([
    [503, 'down'],
    [401, '{"error":"invalid_client"}'],
    [429, '{}'],
  ])('says that it is to be tried again after a %s', async (status, body) => {
    answer(status, body);
    const failure = await revoke().catch(error => error);
    expect(failure.name).toBe('SpectroCloudSignInError');
    expect(String(failure)).not.toContain('refresh-token');
  });
});
