import {
  startPaletteSimulator,
  type PaletteSimulator,
} from 'palette-simulator';
import { PaletteBrowser } from '../__testUtils__/PaletteBrowser';
import {
  startBackend,
  type RunningBackend,
} from '../__testUtils__/startBackend';

jest.setTimeout(60_000);

const DANA = 'dev.dana@acme.example';
const DANA_SIGNED_IN = {
  backstageIdentity: { identity: { userEntityRef: 'user:default/dev.dana' } },
};
const ADA = 'ada.admin@spectro.example';

type Settings = Parameters<PaletteSimulator['control']['updateSettings']>[0];

/** Palette's quirks as another program shows them, which knows nothing of the provider's tests. */
describe("a sign-in with Palette's quirks", () => {
  let palette: PaletteSimulator;
  let backend: RunningBackend;

  beforeAll(async () => {
    palette = await startPaletteSimulator();
    backend = await startBackend({ paletteUrl: palette.url });
  });
  afterAll(async () => {
    await backend?.stop();
    await palette?.close();
  });
  beforeEach(() => palette.control.reset());

  it.each<[string, Settings]>([
    ['the session token as the code', { sessionTokenAs: 'code' }],
    [
      'the session token as the refresh token',
      { sessionTokenAs: 'refresh_token' },
    ],
    ['no token_type', { tokenType: false }],
    ['no access_token', { accessToken: false }],
    [
      'neither, and the token as the code',
      { sessionTokenAs: 'code', tokenType: false, accessToken: false },
    ],
    ['the e-mail as sub', { subject: 'email' }],
    ['iss in the answer', { issParameter: true }],
    ['no email_verified', { emailVerified: 'absent' }],
    ['no names', { omitClaims: ['given_name', 'family_name', 'name'] }],
    ['no /v1/users/me', { usersMe: 'missing' }],
    ['a plain user at /v1/users/me', { usersMe: 'user' }],
    ['a refused /v1/users/me', { usersMe: 'refused' }],
  ])('works with %s: clusters as the user', async (_, settings) => {
    palette.control.updateSettings(settings);
    const browser = new PaletteBrowser(backend);
    const answer = await browser.signIn(DANA);
    expect(answer.backstageIdentity?.identity.userEntityRef).toBe(
      'user:default/dev.dana',
    );
    expect(answer.providerInfo.accessToken).toBe('');
    const response = await browser.fetch('/api/spectrocloud/clusters');
    expect(response.status).toBe(200);
    expect((await response.json()).clusters).not.toEqual([]);
    expect((await browser.refresh()).status).toBe(200);
  });

  it.each<Settings['idTokenFault']>([
    'signature',
    'at_hash',
    'nonce',
    'audience',
    'issuer',
    'expired',
    'alg_none',
    'hs256',
  ])('is refused with an ID token whose fault is: %s', async idTokenFault => {
    palette.control.updateSettings({ idTokenFault });
    const browser = new PaletteBrowser(backend);
    await expect(browser.signIn(DANA)).rejects.toThrow(/\(reference \S+\)$/);
    expect((await browser.refresh()).status).toBe(401);
  });

  it("is refused with another user's session token", async () => {
    palette.control.updateSettings({ sessionTokenOf: ADA });
    await expect(new PaletteBrowser(backend).signIn(DANA)).rejects.toThrow(
      /session of another user or tenant/,
    );
  });

  it('is refused with an e-mail address that is not verified', async () => {
    palette.control.updateSettings({ emailVerified: 'false' });
    await expect(new PaletteBrowser(backend).signIn(DANA)).rejects.toThrow(
      /not verified/,
    );
  });

  it('is refused for a user whom the catalog does not know, with what to do', async () => {
    await expect(
      new PaletteBrowser(backend).signIn('olga.outsider@acme.example'),
    ).rejects.toMatchObject({
      name: 'UserNotInCatalogError',
      message: expect.stringContaining(
        'Ask your administrator to add a User whose spec.profile.email',
      ),
    });
    expect(backend.logs.join('\n')).toMatch(
      /user_not_found: Error tried: emailMatchingUserEntityProfileEmail, emailLocalPartMatchingUserEntityName/,
    );
  });

  it('works after Palette has rotated its keys, with the same backend', async () => {
    await new PaletteBrowser(backend).signIn(DANA);
    await palette.control.rotateKeys();
    // Keys are fetched again 30 seconds after the last time at the earliest.
    const now = Date.now;
    const clock = jest
      .spyOn(Date, 'now')
      .mockImplementation(() => now() + 31_000);
    await expect(
      new PaletteBrowser(backend).signIn(DANA),
    ).resolves.toMatchObject(DANA_SIGNED_IN);
    clock.mockRestore();
  });

  it.each(['strings', 'missing'] as const)(
    'works with a discovery document: %s',
    async discovery => {
      palette.control.updateSettings({ discovery });
      const other = await startBackend({ paletteUrl: palette.url });
      await expect(
        new PaletteBrowser(other).signIn(DANA),
      ).resolves.toMatchObject(DANA_SIGNED_IN);
      await other.stop();
    },
  );
});
