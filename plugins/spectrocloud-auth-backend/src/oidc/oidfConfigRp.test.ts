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

  it('fetches the keys five times in the first minute and two a minute after, whatever kids arrive', async () => {
    let now = Date.now();
    const relyingParty = createRelyingParty(palette, {}, () => now);
    await logIn(relyingParty, palette);
    palette.hooks.idTokenHeader = header => ({ ...header, kid: 'unknown' });
    const flood = async () => {
      for (let seconds = 0; seconds < 60; seconds += 5) {
        now += 5_100;
        await expect(logIn(relyingParty, palette)).rejects.toMatchObject({
          reason: expect.stringMatching(
            /^(id_token_rejected|palette_unavailable)$/,
          ),
        });
      }
    };
    await flood();
    expect(palette.count('/keys')).toBe(5);
    await flood();
    expect(palette.count('/keys')).toBe(7);
  });

  it('asks to try again in half a minute for a key that it may not look for yet', async () => {
    let now = Date.now();
    const relyingParty = createRelyingParty(palette, {}, () => now);
    await logIn(relyingParty, palette);
    for (let rotation = 0; rotation < 2; rotation++) {
      await palette.rotateKeys();
      await logIn(relyingParty, palette);
    }
    await palette.rotateKeys();
    await expect(logIn(relyingParty, palette)).rejects.toMatchObject({
      reason: 'palette_unavailable',
      message: expect.stringContaining('Try again in half a minute'),
    });
    now += 30_000;
    await expect(logIn(relyingParty, palette)).resolves.toBeDefined();
  });

  it.each([
    ['without key ids', ({ kid, ...rest }: Record<string, unknown>) => rest],
    [
      'under a key id that is used again',
      (header: Record<string, unknown>) => ({ ...header, kid: 'the-only-one' }),
    ],
  ])('takes a new key %s', async (_title, header) => {
    palette.hooks.idTokenHeader = header;
    palette.hooks.keySet = keys =>
      keys.map(key => ({ ...key, kid: 'the-only-one' }));
    const relyingParty = createRelyingParty(palette);
    await logIn(relyingParty, palette);
    await palette.rotateKeys();
    await expect(logIn(relyingParty, palette)).resolves.toBeDefined();
  });

  it.each<[string, Record<string, unknown>]>([
    ['key_ops as a text', { key_ops: 'verify' }],
    ['key_ops as a text with two', { key_ops: 'verify encrypt' }],
    ['no key_ops', { key_ops: null }],
    ['empty key_ops', { key_ops: [] }],
    ['an empty key_ops', { key_ops: '' }],
    ['an empty use', { use: '' }],
    ['no use and no alg', { use: null, alg: null }],
  ])('takes a key set with %s', async (_title, members) => {
    palette.hooks.keySet = keys => keys.map(key => ({ ...key, ...members }));
    await expect(
      logIn(createRelyingParty(palette), palette),
    ).resolves.toBeDefined();
  });

  it('takes a key that is listed twice', async () => {
    palette.hooks.keySet = keys => [...keys, ...keys];
    await expect(
      logIn(createRelyingParty(palette), palette),
    ).resolves.toBeDefined();
  });

  it('oidcc-client-test-idtoken-sig-none: rejects an unsigned ID token', async () => {
    palette.hooks.idToken = token =>
      new UnsecuredJWT(decodeJwt(token)).encode();
    await expect(
      logIn(createRelyingParty(palette), palette),
    ).rejects.toMatchObject({ reason: 'id_token_rejected' });
  });
});
