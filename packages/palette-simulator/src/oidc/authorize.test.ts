import {
  type PaletteSimulator,
  startPaletteSimulator,
} from '../startPaletteSimulator';
import {
  CALLBACK,
  DANA,
  PaletteVisitor,
} from '../__testUtils__/PaletteVisitor';

describe('GET /auth', () => {
  let simulator: PaletteSimulator;
  let visitor: PaletteVisitor;

  beforeAll(async () => {
    simulator = await startPaletteSimulator();
    visitor = new PaletteVisitor(simulator);
  });
  beforeEach(() => simulator.control.reset());
  afterAll(() => simulator.close());

  const answerOf = (location: string) =>
    Object.fromEntries(new URL(location).searchParams);

  it('lists the demo users by name, and nobody else', async () => {
    const { text } = await visitor.authorize().expect(200);
    for (const name of [
      'Ada Admin',
      'Dana Developer',
      'Olga Outsider',
      'Gus Guest',
    ]) {
      expect(text).toContain(`>${name}</a>`);
    }
    expect(text).not.toContain('svc.backstage');
    expect(text).toContain('Deny access');
  });

  it('signs in by a link of the page', async () => {
    const { text } = await visitor.authorize();
    const href = /href="([^"]*login_hint=dev\.dana[^"]*)"/.exec(text)![1];
    const answer = await fetch(
      new URL(href.replaceAll('&amp;', '&'), simulator.url),
      { redirect: 'manual' },
    );
    expect(answerOf(answer.headers.get('location')!)).toEqual({
      code: expect.stringMatching(/^[\w-]{32}$/),
      state: 'a-state',
    });
  });

  it('signs in at once by login_hint, whatever its case', async () => {
    const answer = await visitor
      .authorize({ login_hint: DANA.toUpperCase() })
      .expect(302);
    expect(answer.headers.location.startsWith(`${CALLBACK}?code=`)).toBe(true);
    expect(answer.headers['referrer-policy']).toBe('no-referrer');
  });

  it('shows the page for a login_hint that nobody has', async () => {
    await visitor.authorize({ login_hint: 'nobody@acme.example' }).expect(200);
  });

  it('keeps a query that the redirect URI has', async () => {
    const answer = await visitor.authorize({
      redirect_uri: `${CALLBACK}?env=development`,
      login_hint: DANA,
    });
    expect(answerOf(answer.headers.location)).toMatchObject({
      env: 'development',
      state: 'a-state',
    });
  });

  it.each([
    ['access_denied', { deny: '1' }],
    ['login_required', { prompt: 'none' }],
    ['unsupported_response_type', { response_type: 'token' }],
    ['invalid_scope', { scope: 'profile' }],
    ['invalid_request', { code_challenge_method: 'plain' }],
    ['invalid_request', { code_challenge: 'short' }],
    ['invalid_request', { response_mode: 'web_message' }],
  ])('answers %s to %p', async (error, parameters) => {
    const { headers } = await visitor.authorize(parameters).expect(302);
    expect(answerOf(headers.location)).toMatchObject({
      error,
      state: 'a-state',
    });
    expect(headers.location).not.toContain('code=');
  });

  it('posts a form when it is asked to', async () => {
    const { text } = await visitor
      .authorize({ response_mode: 'form_post', login_hint: DANA })
      .expect(200);
    expect(text).toContain(`action="${CALLBACK}"`);
    expect(text).toContain('name="code"');
    expect(text).toContain('name="state" value="a-state"');
  });

  it('refuses an unknown client on its own page', async () => {
    const answer = await visitor.authorize({ client_id: 'other' }).expect(400);
    expect(answer.text).toContain('Unknown client');
  });

  it('refuses a repeated parameter', async () => {
    const url = `${simulator.issuer}/auth?client_id=backstage&state=a&state=b`;
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(400);
  });

  it('refuses an unregistered redirect URI without showing it', async () => {
    const answer = await visitor
      .authorize({
        redirect_uri: 'https://evil.example/cb?secret=s3cret',
        login_hint: DANA,
      })
      .expect(400);
    expect(answer.text).toContain('is not allowed for this');
    expect(answer.text).not.toContain('evil.example');
    expect(answer.text).not.toContain('s3cret');
  });

  it('lets a registered redirect URI pass', async () => {
    const uri = 'https://backstage.example/api/auth/spectrocloud/handler/frame';
    simulator.control.updateSettings({ redirectUris: [uri] });
    await visitor
      .authorize({ redirect_uri: uri, login_hint: DANA })
      .expect(302);
  });

  it('knows no tenant that is not there', async () => {
    const url = `${simulator.url}/v1/oidc/tenant/nobody/keys`;
    expect((await fetch(url)).status).toBe(404);
  });
});
