import { mockApis } from '@backstage/frontend-test-utils';
import type { SpectroCloudAuthApi } from '@terasky/backstage-plugin-spectrocloud-auth';
import { REAUTHENTICATION_REQUIRED_HEADER } from '@terasky/backstage-plugin-spectrocloud-common';
import { QuietPalette, SignInRequiredError } from './QuietPalette';

function setUp(answers: Response[]) {
  const session = {
    defaultEnvironment: 'production',
    getEmail: jest.fn(async () => undefined),
    getApiToken: jest.fn(async () => undefined),
    refresh: jest.fn(async () => false),
    signIn: jest.fn(async () => undefined),
    signOut: jest.fn(async () => undefined),
  };
  const signInAgain = jest.fn(async () => undefined);
  const fetch = jest.fn(async () => answers.shift()!);
  const palette = QuietPalette.create({
    configApi: mockApis.config({
      data: { backend: { baseUrl: 'http://backend' } },
    }),
    discoveryApi: mockApis.discovery(),
    fetchApi: { fetch },
    authApi: {
      reauthentication: session,
      signInAgain,
    } as unknown as SpectroCloudAuthApi,
  });
  return { palette, session, signInAgain, fetch };
}

const signInWanted = () =>
  new Response(JSON.stringify({ error: { environment: 'airgapped' } }), {
    status: 401,
    headers: { [REAUTHENTICATION_REQUIRED_HEADER]: 'true' },
  });

describe('QuietPalette', () => {
  it('neither asks nor signs out, and says where a session is missing', async () => {
    const { palette, session } = setUp([signInWanted()]);
    const error = await palette.client.listProjects().catch(each => each);
    expect(error).toBeInstanceOf(SignInRequiredError);
    expect(error.environment).toBe('airgapped');
    expect(session.refresh).toHaveBeenCalledWith('airgapped');
    expect(session.signIn).not.toHaveBeenCalled();
    expect(session.signOut).not.toHaveBeenCalled();
  });

  it('goes on where the session can be had silently', async () => {
    const { palette, session } = setUp([
      signInWanted(),
      new Response(JSON.stringify({ projects: [] })),
    ]);
    session.refresh.mockResolvedValue(true);
    expect(await palette.client.listProjects()).toEqual([]);
  });

  it('tells all who wait of a sign-in, and of none that failed', async () => {
    const { palette, signInAgain } = setUp([]);
    const listener = jest.fn();
    const end = palette.onSignIn(listener);
    signInAgain.mockRejectedValueOnce(new Error('closed'));
    await expect(palette.signIn('airgapped')).rejects.toThrow('closed');
    expect(listener).not.toHaveBeenCalled();
    await palette.signIn('airgapped');
    expect(signInAgain).toHaveBeenLastCalledWith('airgapped');
    expect(listener).toHaveBeenCalledTimes(1);
    end();
    await palette.signIn('airgapped');
    expect(listener).toHaveBeenCalledTimes(1);
  });
});
