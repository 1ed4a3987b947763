import { spectroCloudOidcProviders } from './spectroCloudOidcProviders';

describe('spectroCloudOidcProviders', () => {
  const getIdToken = jest.fn(async () => 'id-token');

  beforeEach(() => getIdToken.mockClear());

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
});
