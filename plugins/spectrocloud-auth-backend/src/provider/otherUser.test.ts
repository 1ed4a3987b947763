import { EXPECTED_USER_PARAMETER } from '@terasky/backstage-plugin-spectrocloud-common';
import { providerBlock } from '../__testUtils__/startAuthBackend';
import { useAuthBackend } from '../__testUtils__/useAuthBackend';

const asking = (user: string) => ({ [EXPECTED_USER_PARAMETER]: user });
const HANDLE = 'spectrocloud-refresh-token';

describe('a sign-in that another provider’s user asks for', () => {
  const backend = useAuthBackend();

  it.each(['user:default/ada', 'User:default/Ada'])(
    'is theirs where Palette’s account is (%s)',
    async user => {
      const { response } = await backend.open().signIn(asking(user));
      expect(response!.backstageIdentity!.identity.userEntityRef).toBe(
        'user:default/ada',
      );
    },
  );

  it('is refused in one sentence where the account is another user’s', async () => {
    const browser = backend.open();
    const { error } = await browser.signIn(asking('user:default/bob'));
    expect(error).toMatchObject({
      name: 'OtherUserError',
      message: expect.stringMatching(
        /^This Palette account belongs to another Backstage user .* or sign in to Backstage with Palette\. \(reference \S+\)$/,
      ),
    });
    expect(browser.cookies('/api/auth/spectrocloud').has(HANDLE)).toBe(false);
  });

  it('leaves the browser the session that it has', async () => {
    const browser = backend.open();
    await browser.signIn();
    const before = browser.cookies('/api/auth/spectrocloud').get(HANDLE);
    await browser.signIn(asking('user:default/bob'));
    expect(browser.cookies('/api/auth/spectrocloud').get(HANDLE)).toBe(before);
    expect((await browser.refresh()).status).toBe(200);
  });

  it('tells the page that it comes back to, where it left it', async () => {
    const browser = backend.open();
    const response = await browser.callback(
      await browser.authorize({
        ...asking('user:default/bob'),
        flow: 'redirect',
        redirectUrl: 'http://localhost:3000/catalog',
      }),
    );
    const { searchParams } = new URL(response.headers.location);
    expect(searchParams.get('error_code')).toBe('other_user');
  });
});

describe('the same where Palette can be connected, too', () => {
  const backend = useAuthBackend(palette => ({
    blocks: { lab: { ...providerBlock(palette), signIn: undefined } },
    config: {
      spectrocloud: {
        environments: [
          { name: 'lab', url: palette.url, authEnvironment: 'lab' },
        ],
      },
    },
  }));

  it('offers that', async () => {
    const { error } = await backend.open().signIn(asking('user:default/bob'));
    expect(error!.message).toMatch(
      /with Palette, or connect Palette in your settings \(lab\)\. /,
    );
  });
});
