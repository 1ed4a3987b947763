import type { PaletteSimulator } from 'palette-simulator';

const CALLBACK = 'http://localhost:7007/api/auth/spectrocloud/handler/frame';

/** An ID token that the simulator makes as its settings say, past our sign-in, which would refuse a faulty one. */
export async function fetchIdToken(
  palette: PaletteSimulator,
  email: string,
  fetchFrom: typeof fetch = fetch,
): Promise<string> {
  const authorization = new URL(`${palette.issuer}/auth`);
  authorization.search = new URLSearchParams({
    client_id: palette.client.id,
    redirect_uri: CALLBACK,
    response_type: 'code',
    scope: 'openid profile email',
    state: 'state',
    login_hint: email,
  }).toString();
  const { headers } = await fetchFrom(authorization, { redirect: 'manual' });
  const code = new URL(headers.get('location') ?? '').searchParams.get('code');
  const answer = await fetchFrom(`${palette.issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: palette.client.id,
      client_secret: palette.client.secret,
      redirect_uri: CALLBACK,
      code: code ?? '',
    }),
  });
  const { id_token: token } = await answer.json();
  return token;
}
