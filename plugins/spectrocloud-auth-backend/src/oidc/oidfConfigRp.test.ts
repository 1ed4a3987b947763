import { UnsecuredJWT, decodeJwt } from 'jose';
import { ADA, TestPalette } from '../__testUtils__/TestPalette';
import { createRelyingParty, logIn } from '../__testUtils__/relyingPartyLogin';

/** Only the date moves; the network needs its timers. */
const TIMERS = [
  'setTimeout',
  'setInterval',
  'setImmediate',
  'clearTimeout',
  'clearInterval',
  'clearImmediate',
  'nextTick',
  'queueMicrotask',
  'performance',
  'hrtime',
] as const;

/** The tests of the OpenID Foundation's "Config RP" certification plan, by their names. */
describe('OIDF Config RP', () => {
  let palette: TestPalette;

  beforeEach(async () => {
    palette = await TestPalette.start();
  });
  afterEach(() => palette.close());

  it('oidcc-client-test-discovery-openid-config: fetches the document and uses it', async () => {
    palette.hooks.discovery = document => ({
      ...document,
      authorization_endpoint: `${palette.url}/elsewhere`,
    });
    const relyingParty = createRelyingParty(palette, {
      authorizationUrl: undefined,
    });
    const { url } = await relyingParty.begin({ scope: 'openid', state: 's' });
    expect(palette.count('/.well-known/openid-configuration')).toBe(1);
    expect(url.startsWith(`${palette.url}/elsewhere?`)).toBe(true);
  });

  it('oidcc-client-test-discovery-jwks-uri-keys: reads jwks_uri from the document', async () => {
    const other = await TestPalette.start();
    palette.hooks.discovery = document => ({
      ...document,
      jwks_uri: `${other.issuer}/keys`,
    });
    // Signed by the one, verified with the keys of the other: they differ, so this fails.
    await expect(
      logIn(createRelyingParty(palette), palette),
    ).rejects.toMatchObject({ reason: 'id_token_rejected' });
    expect(other.count('/keys')).toBe(1);
    expect(palette.count('/keys')).toBe(0);
    await other.close();
  });

  it('oidcc-client-test-discovery-issuer-mismatch: refuses before any login', async () => {
    palette.hooks.discovery = document => ({
      ...document,
      issuer: `${palette.url}/another/issuer`,
    });
    await expect(
      createRelyingParty(palette).begin({ scope: 'openid', state: 's' }),
    ).rejects.toMatchObject({ reason: 'misconfigured' });
  });

  it('oidcc-client-test-signing-key-rotation: accepts the keys of both logins', async () => {
    const relyingParty = createRelyingParty(palette);
    await logIn(relyingParty, palette);
    await palette.rotateKeys();
    jest.useFakeTimers({ now: Date.now() + 31_000, doNotFake: [...TIMERS] });
    await expect(logIn(relyingParty, palette)).resolves.toMatchObject({
      subject: ADA.sub,
    });
    jest.useRealTimers();
    expect(palette.count('/keys')).toBe(2);
  });

  it('oidcc-client-test-signing-key-rotation-just-before-signing: fetches the keys again for an unknown kid', async () => {
    const relyingParty = createRelyingParty(palette);
    await logIn(relyingParty, palette);
    jest.useFakeTimers({ now: Date.now() + 31_000, doNotFake: [...TIMERS] });
    palette.hooks.tokenResponse = body => body;
    const { url, secrets } = await relyingParty.begin({
      scope: 'openid',
      state: 's',
    });
    const code = palette.authorize(url).searchParams.get('code')!;
    await palette.rotateKeys();
    await expect(
      relyingParty.redeem({ code, state: 's', secrets }),
    ).resolves.toMatchObject({ subject: ADA.sub });
    jest.useRealTimers();
  });

  it('fetches the keys at most once in 30 seconds, whatever kids arrive', async () => {
    const relyingParty = createRelyingParty(palette);
    await logIn(relyingParty, palette);
    palette.hooks.idTokenHeader = header => ({ ...header, kid: 'unknown' });
    for (let attempt = 0; attempt < 5; attempt++) {
      await expect(logIn(relyingParty, palette)).rejects.toMatchObject({
        reason: 'id_token_rejected',
      });
    }
    expect(palette.count('/keys')).toBe(1);
  });

  it('oidcc-client-test-idtoken-sig-none: rejects an unsigned ID token', async () => {
    palette.hooks.idToken = token =>
      new UnsecuredJWT(decodeJwt(token)).encode();
    await expect(
      logIn(createRelyingParty(palette), palette),
    ).rejects.toMatchObject({ reason: 'id_token_rejected' });
  });
});
