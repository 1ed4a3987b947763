import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { PaletteUserApi } from './PaletteUserApi';

const auth = mockServices.auth();
const discovery = mockServices.discovery();

describe('PaletteUserApi', () => {
  const users = PaletteUserApi.create({ auth, discovery });
  const fetch = jest.spyOn(globalThis, 'fetch');

  afterEach(() => fetch.mockReset());
  afterAll(() => fetch.mockRestore());

  it('asks on behalf of the user', async () => {
    fetch.mockImplementation(async () => Response.json({ clusters: [] }));
    const credentials = mockCredentials.user('user:default/dana');
    await users.of(credentials).listClusters();
    const [url, init] = fetch.mock.calls[0];
    expect(String(url)).toMatch(/\/api\/spectrocloud\/clusters$/);
    expect(new Headers(init?.headers).get('Authorization')).toBe(
      mockCredentials.service.header({
        onBehalfOf: credentials,
        targetPluginId: 'spectrocloud',
      }),
    );
  });

  it.each([
    ['a service', mockCredentials.service()],
    ['nobody', mockCredentials.none()],
  ])('has nothing for %s', (_, credentials) => {
    expect(() => users.of(credentials)).toThrow('no user’s');
    expect(fetch).not.toHaveBeenCalled();
  });
});
