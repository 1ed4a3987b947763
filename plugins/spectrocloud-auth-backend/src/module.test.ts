import { createSessionToken } from './__testUtils__/TestPalette';
import { useAuthBackend } from './__testUtils__/useAuthBackend';

describe('sign-in with Palette', () => {
  const backend = useAuthBackend();

  it('signs a user of the catalog in, refreshes and signs out', async () => {
    const { palette } = backend;
    palette.sessionToken = await createSessionToken();
    const browser = backend.open();

    const { response, error } = await browser.signIn();
    expect(error).toBeUndefined();
    expect(response).toMatchObject({
      profile: { email: 'ada@acme.example', displayName: 'Ada Admin' },
      providerInfo: { accessToken: '', scope: 'openid profile email' },
      backstageIdentity: { identity: { userEntityRef: 'user:default/ada' } },
    });
    expect(response!.providerInfo.idToken).toBeDefined();

    const refreshed = await browser.refresh();
    expect(refreshed.status).toBe(200);
    expect(refreshed.body).toMatchObject({
      providerInfo: { idToken: response!.providerInfo.idToken },
      backstageIdentity: { identity: { userEntityRef: 'user:default/ada' } },
    });

    const left = await browser.logout();
    expect(left.status).toBe(200);
    expect(palette.revoked).toEqual([palette.sessionToken]);
    expect((await browser.refresh()).status).toBe(401);
  });

  it("marks this browser's session in the list of the user's own", async () => {
    const browser = backend.open();
    const { response } = await browser.signIn();
    const { body } = await browser.agent
      .get('/api/auth/spectrocloud/sessions')
      .set('Authorization', `Bearer ${response!.backstageIdentity!.token}`);
    expect(
      body.sessions.filter(({ current }: { current?: boolean }) => current),
    ).toHaveLength(1);
  });

  it('redacts the code in the access log and everything else that was sent along', async () => {
    const browser = backend.open();
    const answer = await browser.authorize();
    answer.searchParams.set('session', 'a-secret-of-some-kind');
    await browser.callback(answer);
    backend.palette.secrets.add('a-secret-of-some-kind');
    backend.palette.secrets.add(answer.searchParams.get('state')!);
    const lines = backend.logs.matching('/handler/frame?');
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.at(-1)).toContain('code=redacted&state=redacted');
  });
});
