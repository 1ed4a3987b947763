import { decodeOAuthState } from '@backstage/plugin-auth-node';
import { useAuthBackend } from '../__testUtils__/useAuthBackend';

const LONG = 'x'.repeat(3_900);

describe('what a link to /start says', () => {
  const backend = useAuthBackend();

  const begin = async (query: Record<string, string>) => {
    const browser = backend.open();
    const { headers } = await browser.start(query);
    return { browser, toPalette: new URL(headers.location) };
  };

  it.each([LONG.slice(0, 1_900), 'offline_access', 'openid groups', ''])(
    'forwards and keeps no scope but the configured ones',
    async scope => {
      const { browser, toPalette } = await begin({ scope });
      expect(toPalette.searchParams.get('scope')).toBe('openid profile email');
      const answer = backend.palette.authorize(toPalette.href);
      const { message } = await browser.answer(answer);
      expect(message.response!.providerInfo.scope).toBe('openid profile email');
      const { body } = await browser.refresh({ scope });
      expect(body.providerInfo.scope).toBe('openid profile email');
      const kept = [...browser.cookies('/api/auth/spectrocloud').keys()];
      expect(kept).toEqual(['spectrocloud-refresh-token']);
    },
  );

  it('keeps nothing of it in the state but where to go back to', async () => {
    const { toPalette } = await begin({
      scope: 'groups',
      flow: 'popup-of-a-kind',
      redirectUrl: 'https://elsewhere.example',
      prompt: 'none',
      login_hint: 'mallory',
      origin: 'http://localhost:3000',
    });
    expect(decodeOAuthState(toPalette.searchParams.get('state')!)).toEqual({
      env: 'development',
      nonce: expect.any(String),
      origin: 'http://localhost:3000',
    });
    expect([...toPalette.searchParams.keys()].sort()).toEqual([
      'client_id',
      'code_challenge',
      'code_challenge_method',
      'nonce',
      'redirect_uri',
      'response_type',
      'scope',
      'state',
    ]);
  });

  it.each(['scope', 'origin', 'flow', 'redirectUrl', 'anything'])(
    'refuses a %s that is too long',
    async name => {
      const { status, body } = await backend.open().start({ [name]: LONG });
      expect(status).toBe(400);
      expect(body.error.message).toMatch(/longer than 2000 characters/);
    },
  );
});
