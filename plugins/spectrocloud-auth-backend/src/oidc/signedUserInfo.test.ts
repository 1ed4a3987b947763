import { SignJWT } from 'jose';
import { ADA, CLIENT_ID, TestPalette } from '../__testUtils__/TestPalette';
import { createRelyingParty, logIn } from '../__testUtils__/relyingPartyLogin';

const BOB = 'bob@acme.example';

describe.each([
  ['a provider that lists how it signs', ['RS256', 'HS256', 'none']],
  ['a provider that lists nothing', undefined],
])('a signed userinfo answer of %s', (_provider, listed) => {
  let palette: TestPalette;
  let foreignKey: Parameters<SignJWT['sign']>[0];

  beforeAll(async () => {
    palette = await TestPalette.start();
    foreignKey = (await palette.createKey()).privateKey;
  });
  beforeEach(() => {
    palette.hooks.idTokenClaims = ({ email, ...claims }) => claims;
    palette.hooks.discovery = document => ({
      ...document,
      userinfo_signing_alg_values_supported: listed,
    });
  });
  afterEach(() => palette.reset());
  afterAll(() => palette.close());

  const signIn = () => logIn(createRelyingParty(palette), palette);
  /** Signs as the provider does, the hook of whose ID tokens stays out of it. */
  const signed = async (claims: object) => {
    const { idTokenClaims } = palette.hooks;
    palette.hooks.idTokenClaims = undefined;
    const token = await palette.signIdToken({ sub: ADA.sub, ...claims });
    palette.hooks.idTokenClaims = idTokenClaims;
    return token;
  };
  const signedBy = async (alg: string, key: Parameters<SignJWT['sign']>[0]) =>
    new SignJWT({ sub: ADA.sub, email: BOB })
      .setProtectedHeader({ alg })
      .sign(key);

  it.each([
    ['which says nothing of itself', () => ({})],
    [
      'for this client',
      () => ({ iss: palette.issuer, aud: [CLIENT_ID, 'another'] }),
    ],
  ])('gives the claims that the ID token lacks (one %s)', async (_, others) => {
    palette.hooks.userInfo = () => signed({ email: ADA.email, ...others() });
    await expect(signIn()).resolves.toMatchObject({ email: ADA.email });
  });

  it.each([
    ['is signed with another key', () => signedBy('RS256', foreignKey)],
    [
      'was changed',
      async () => {
        const [header, , signature] = (await signed({})).split('.');
        const claims = JSON.stringify({ sub: ADA.sub, email: BOB });
        const changed = Buffer.from(claims).toString('base64url');
        return `${header}.${changed}.${signature}`;
      },
    ],
    ['is of another issuer', () => signed({ iss: 'https://evil.example' })],
    ['is for another client', () => signed({ aud: 'another' })],
    ['is of another user', () => signed({ sub: 'another' })],
  ])('refuses the sign-in when it %s', async (_, userInfo) => {
    palette.hooks.userInfo = userInfo;
    await expect(signIn()).rejects.toMatchObject({
      reason: 'id_token_rejected',
    });
  });

  it.each([
    ['by HMAC', () => signedBy('HS256', new Uint8Array(32))],
    [
      'not at all',
      async () => {
        const encode = (part: object) =>
          Buffer.from(JSON.stringify(part)).toString('base64url');
        return `${encode({ alg: 'none' })}.${encode({ sub: ADA.sub, email: BOB })}.`;
      },
    ],
    ['in a way that nobody can read', async () => 'no JWT'],
    ['too long ago', () => signed({ email: BOB, exp: 1 })],
  ])('says nothing when it is signed %s', async (_, userInfo) => {
    palette.hooks.userInfo = userInfo;
    await expect(signIn()).resolves.toMatchObject({ email: undefined });
  });
});
