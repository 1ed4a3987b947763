import assert from 'node:assert/strict';

/**
 * Signs in without a browser, as the simulator's user of that e-mail address.
 * Resolves to the Backstage token.
 */
export async function signIn({ backendUrl, environment, email }) {
  const cookies = new Map();
  const visit = async (url, headers = {}) => {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: {
        ...headers,
        cookie: [...cookies].map(pair => pair.join('=')).join('; '),
      },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      cookies.set(name, value);
    }
    return response;
  };
  const provider = `${backendUrl}/api/auth/spectrocloud`;

  const start = await visit(`${provider}/start?env=${environment}`);
  assert.equal(start.status, 302, 'the start of a sign-in');
  const palette = new URL(start.headers.get('location'));
  assert.equal(palette.searchParams.get('code_challenge_method'), 'S256');
  palette.searchParams.set('login_hint', email);

  const login = await visit(palette);
  assert.equal(login.status, 302, "Palette's answer");
  const callback = await visit(login.headers.get('location'));
  assert.equal(callback.status, 200, 'the callback');

  const refresh = await visit(`${provider}/refresh?env=${environment}`, {
    'x-requested-with': 'XMLHttpRequest',
  });
  assert.equal(refresh.status, 200, 'the refresh of the session');
  const { backstageIdentity } = await refresh.json();
  return backstageIdentity.token;
}
