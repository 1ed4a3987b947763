import { TestPalette } from '../__testUtils__/TestPalette';
import { createRelyingParty } from '../__testUtils__/relyingPartyLogin';

const RETURN = 'https://backstage.example/signed-out';

describe('the logout address of a RelyingParty', () => {
  let palette: TestPalette;

  beforeAll(async () => {
    palette = await TestPalette.start();
  });
  afterEach(() => palette.reset());
  afterAll(() => palette.close());

  const endAt = (endpoint: (issuer: string) => string) => {
    palette.hooks.discovery = document => ({
      ...document,
      end_session_endpoint: endpoint(String(document.issuer)),
    });
  };
  const logoutUrl = (
    idToken?: string,
    configured: string | undefined = RETURN,
  ) =>
    createRelyingParty(palette, { logoutUrl: configured }).logoutUrl(idToken);

  it('names the session by its ID token, and where to go back to', async () => {
    endAt(issuer => `${issuer}/logout`);
    const url = new URL((await logoutUrl('id-token'))!);
    expect(url.pathname).toMatch(/\/logout$/);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'backstage',
      id_token_hint: 'id-token',
      post_logout_redirect_uri: RETURN,
      state: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  it('does without an ID token', async () => {
    endAt(issuer => `${issuer}/logout`);
    const url = new URL((await logoutUrl())!);
    expect(url.searchParams.has('id_token_hint')).toBe(false);
  });

  it('is none where the provider has no such endpoint', async () => {
    expect(await logoutUrl('id-token')).toBeUndefined();
  });

  it('is none at another site than the issuer’s', async () => {
    endAt(() => 'https://evil.example/logout');
    expect(await logoutUrl('id-token')).toBeUndefined();
  });

  it('is none, and asks nobody, where it is not configured', async () => {
    endAt(issuer => `${issuer}/logout`);
    palette.requests.length = 0;
    const relyingParty = createRelyingParty(palette);
    expect(await relyingParty.logoutUrl('id-token')).toBeUndefined();
    expect(palette.requests).toEqual([]);
  });

  it('is none while the provider can not be asked', async () => {
    palette.hooks.discovery = () => undefined;
    expect(await logoutUrl('id-token')).toBeUndefined();
  });
});
