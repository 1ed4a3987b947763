import { spectroCloudOidcProviders } from './spectroCloudOidcProviders';

describe('spectroCloudOidcProviders', () => {
  const getIdToken = jest.fn<
    Promise<string>,
    [options?: { optional?: boolean }]
  >();

  beforeEach(() => {
    getIdToken.mockReset().mockResolvedValue('id-token');
  });

  it('gives the ID token of Palette, never its session token', async () => {
    const { spectrocloud } = spectroCloudOidcProviders({
      spectroCloudAuthApi: { getIdToken },
    });
    expect(await spectrocloud.getIdToken()).toBe('id-token');
    expect(getIdToken).toHaveBeenCalledWith({ optional: false });
  });

  it('asks nobody where the token is optional', async () => {
    const { spectrocloud } = spectroCloudOidcProviders({
      spectroCloudAuthApi: { getIdToken },
      optional: true,
    });
    await spectrocloud.getIdToken();
    expect(getIdToken).toHaveBeenCalledWith({ optional: true });
  });

  it('gives clusters a token that they refuse where there is none, since a missing one would blank them all', async () => {
    const { spectrocloud } = spectroCloudOidcProviders({
      spectroCloudAuthApi: { getIdToken: async () => '' },
      optional: true,
    });
    expect(await spectrocloud.getIdToken()).toBe('no-palette-session');
  });

  describe('after the user has declined', () => {
    const declined = Object.assign(
      new Error('Login failed, rejected by user'),
      {
        name: 'RejectedError',
      },
    );

    it('asks no more, poll after poll', async () => {
      getIdToken.mockRejectedValueOnce(declined).mockResolvedValue('');
      const { spectrocloud } = spectroCloudOidcProviders({
        spectroCloudAuthApi: { getIdToken },
      });
      for (let poll = 0; poll < 3; poll++) {
        expect(await spectrocloud.getIdToken()).toBe('no-palette-session');
      }
      expect(getIdToken.mock.calls).toEqual([
        [{ optional: false }],
        [{ optional: true }],
        [{ optional: true }],
      ]);
    });

    it('takes the ID token of a later sign-in', async () => {
      getIdToken.mockRejectedValueOnce(declined).mockResolvedValue('id-token');
      const { spectrocloud } = spectroCloudOidcProviders({
        spectroCloudAuthApi: { getIdToken },
      });
      await spectrocloud.getIdToken();
      expect(await spectrocloud.getIdToken()).toBe('id-token');
    });
  });

  it('passes every other failure on', async () => {
    getIdToken.mockRejectedValueOnce(new Error('offline'));
    const { spectrocloud } = spectroCloudOidcProviders({
      spectroCloudAuthApi: { getIdToken },
    });
    await expect(spectrocloud.getIdToken()).rejects.toThrow('offline');
  });
});
